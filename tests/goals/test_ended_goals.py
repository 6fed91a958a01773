"""A goal that has ended stands as it did on its last day."""

import datetime as dt

import pytest
from django.test import Client

from accounts.models import User
from goals.models import Goal
from tests.makers import make_contact, make_interaction

pytestmark = pytest.mark.django_db
WEEK = dt.timedelta(weeks=1)


def test_it_does_not_go_on_missing(desk: Client, alice: User) -> None:
    today = alice.today()
    goal = Goal.objects.create(
        owner=alice, counts="conversations", rhythm="week", starts_on=today - 30 * WEEK
    )
    for weeks in range(20, 31):
        make_interaction(alice, make_contact(alice), on=today - weeks * WEEK)
    goal.end(today - 20 * WEEK)
    past = desk.get(goal.get_absolute_url()).context["past"]
    assert len(past.rows) == 11
    assert (past.streak.current, past.streak.hits) == (11, 11)


def test_one_ended_before_it_began_has_no_past(desk: Client, alice: User) -> None:
    today = alice.today()
    goal = Goal.objects.create(owner=alice, counts="events", rhythm="week", starts_on=today)
    goal.end(today - WEEK)
    assert desk.get(goal.get_absolute_url()).context["past"] is None
