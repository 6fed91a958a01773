"""Whoever writes the month first reads it first, wherever a page says a day in words."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import DateFormat, User
from contacts.models import Contact, ImportantDate
from goals.models import Goal
from tests.makers import make_contact, make_event, make_follow_up

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
FIRST = {
    DateFormat.DAY_FIRST: ("Monday 23 November", "24 Dec", "on 4 December", "30 June 2027"),
    DateFormat.MONTH_FIRST: ("Monday, November 23", "Dec 24", "on December 4", "June 30, 2027"),
    DateFormat.DOTS: ("Monday 23 November", "24.12.", "on 04.12.", "30.06.2027"),
    DateFormat.ISO: ("Monday 23 November", "24 Dec", "on 4 December", "2027-06-30"),
}


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice)


@pytest.mark.parametrize("way", FIRST)
def test_days_in_words(desk: Client, alice: User, ana: Contact, way: str) -> None:
    User.objects.filter(pk=alice.pk).update(date_format=way)
    heading, short, long, full = FIRST[DateFormat(way)]
    make_follow_up(ana, due_on=dt.date(2026, 12, 24))
    make_event(alice, starts_on=dt.date(2026, 12, 24))
    ImportantDate.objects.create(contact=ana, label="birthday", day="1990-12-04")
    goal = Goal.objects.create(
        owner=alice, title="Talk", counts="conversations", wanted=9,
        starts_on=dt.date(2026, 11, 1), due_on=dt.date(2027, 6, 30),
    )  # fmt: skip
    assert f"<h1>{heading}</h1>" in desk.get(reverse("planning:today")).text
    assert f'datetime="2026-12-24">{short}</time>' in desk.get(ana.get_absolute_url()).text
    assert f'datetime="2026-12-24">{short}</time>' in desk.get(reverse("interactions:events")).text
    assert f"Birthday {long}, turns 36" in desk.get(ana.get_absolute_url()).text
    assert f"9 by {full}" in desk.get(goal.get_absolute_url()).text


def test_one_request_leaves_no_order_to_the_next(alice: User, mallory: User) -> None:
    User.objects.filter(pk=alice.pk).update(date_format=DateFormat.MONTH_FIRST)
    headings = []
    for user in (alice, mallory):
        client = Client()
        client.force_login(user)
        headings.append("November 23" in client.get(reverse("planning:today")).text)
    assert headings == [True, False]
