"""Today asks to thank those whom an outcome is owed to."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from goals.models import Outcome
from goals.outcomes import record_outcome
from goals.thanking import words
from interactions.models import FollowUp
from planning.unthanked import unthanked
from tests.makers import make_contact

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)
URL = reverse("planning:today")


@pytest.fixture
def bob(alice: User) -> Contact:
    """Whom Ann introduced."""
    ann = make_contact(alice, "Ann Lee")
    return make_contact(alice, "Bob Ray", introduced_by=ann, met_on="2026-01-10")


def make_outcome(*people: Contact, days_ago: int = 0) -> Outcome:
    on = TODAY - dt.timedelta(days=days_ago)
    return record_outcome(people[0].owner, people, what="An offer", kind="opportunity", on=on)


def owed(user: User) -> list[str]:
    return [words(each.credit, each.outcome) for each in unthanked(user, TODAY)]


def test_whoever_helped_and_whoever_introduced_them_are_to_be_thanked_once(
    desk: Client, alice: User, bob: Contact
) -> None:
    outcome = make_outcome(bob)
    assert owed(alice) == ["Thank Bob for “An offer”", "Thank Ann, who introduced you to Bob"]
    page = desk.get(URL).content.decode()
    assert "introduced you to Bob Ray:" in page
    assert page.count(f'href="{outcome.get_absolute_url()}"') == 2
    thank = reverse("goals:thank", args=[outcome.uid, bob.uid])
    assert thank in page
    answer = desk.post(thank, headers={"Referer": f"http://testserver{URL}"})
    assert answer.headers["Location"] == URL, "one stays on Today"
    assert owed(alice) == ["Thank Ann, who introduced you to Bob"]
    FollowUp.objects.get().skip(TODAY)
    assert owed(alice) == ["Thank Ann, who introduced you to Bob"], "let go is let go"


def test_nobody_is_to_be_thanked_for_what_is_long_ago_or_in_the_trash(
    alice: User, bob: Contact
) -> None:
    make_outcome(bob, days_ago=15)
    make_outcome(bob, days_ago=-1)
    Outcome.objects.filter(pk=make_outcome(bob).pk).update(deleted_at="2026-11-23T10:00Z")
    assert owed(alice) == []
    make_outcome(bob, days_ago=14)
    assert len(owed(alice)) == 2


def test_the_dead_and_the_gone_are_not_to_be_thanked(alice: User, bob: Contact) -> None:
    make_outcome(bob)
    Contact.objects.filter(pk=bob.pk).update(is_deceased=True)
    assert owed(alice) == ["Thank Ann, who introduced you to Bob"]
    Contact.objects.get(given="Ann").trash()
    assert owed(alice) == []


def test_others_outcomes_are_not_ones_own(alice: User, mallory: User, bob: Contact) -> None:
    make_outcome(bob)
    assert owed(mallory) == []


def test_it_asks_as_often_for_ten_as_for_two(desk: Client, alice: User, bob: Contact) -> None:
    counts = []
    for number in (2, 8):
        for _ in range(number):
            make_outcome(bob)
        desk.get(URL)
        with CaptureQueriesContext(connection) as queries:
            desk.get(URL)
        counts.append(len(queries))
    assert counts[0] == counts[1]
