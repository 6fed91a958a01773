"""Each goal that needs a step offers the act that moves it."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from goals.kinds import Counted
from goals.models import Goal
from planning.goal_acts import act_of
from tests.makers import make_contact

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)


def make_goal(owner: User, counts: str, **facts: object) -> Goal:
    begun, due = TODAY - dt.timedelta(days=80), TODAY + dt.timedelta(days=5)
    return Goal.objects.create(
        owner=owner, title="A goal", counts=counts, wanted=10, starts_on=begun, due_on=due, **facts
    )


@pytest.mark.parametrize(
    ("counts", "view"),
    [
        ("events", "interactions:new_event"),
        ("new_contacts", "interactions:log"),
        ("conversations", "interactions:log"),
        ("help", "contacts:index"),
        ("introductions", "interactions:new_introduction"),
        ("brand", "goals:new_brand_activity"),
        ("new_people", "contacts:new"),
    ],
)
def test_it_leads_to_what_the_goal_counts(
    desk: Client, alice: User, counts: str, view: str
) -> None:
    act = act_of(make_goal(alice, counts))
    assert act.url == reverse(view)
    assert f'href="{act.url}"' in desk.get("/").content.decode()


@pytest.mark.parametrize("counts", Counted.values)
def test_it_leads_somewhere_whatever_is_counted(desk: Client, alice: User, counts: str) -> None:
    for person in (None, make_contact(alice)):
        act = act_of(make_goal(alice, counts, person=person))
        assert desk.get(act.url).status_code == 200


def test_it_knows_whom_the_goal_is_about(alice: User) -> None:
    ana = make_contact(alice)
    log = act_of(make_goal(alice, "strength", person=ana, target_strength=60))
    assert log.url == f"{reverse('interactions:log')}?with={ana.uid}"
    assert act_of(make_goal(alice, "help", person=ana)).url == reverse(
        "interactions:help", args=[ana.uid]
    )
    mentors = make_goal(alice, "help", people={"tag": ["mentor"]})
    assert act_of(mentors).url == f"{reverse('contacts:index')}?tag=mentor"
