"""Birthdays of the next two weeks stand on Today and on the page of the person."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from interactions.recording import record
from planning.drawing_up import draw_up
from planning.models import Card, Plan
from planning.remembering import days_remembered
from tests.house.statements import asked
from tests.makers import make_contact, make_event
from tests.planning.people_of_a_day import TODAY, make_date

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
HOME = reverse("planning:today")


def page_of(desk: Client, url: str = HOME) -> str:
    return desk.get(url).content.decode()


def make_friend(owner: User, name: str = "Ana Pereira", born: str = "1987-11-29") -> Contact:
    """Spoken with yesterday, so that no card speaks of them."""
    friend = make_contact(owner, name, circle="inner", last_contact_on=TODAY - dt.timedelta(days=1))
    make_date(friend, born)
    return friend


def words_of(user: User, today: dt.date = TODAY) -> list[str]:
    plan = draw_up(user)
    return [f"{each.person.name}: {each.words}" for each in days_remembered(user, plan, today)]


def test_a_birthday_is_announced_though_one_has_just_spoken(desk: Client, alice: User) -> None:
    ana = make_friend(alice)
    draw_up(alice)
    page = page_of(desk)
    assert not Card.objects.exists()
    assert "birthday on Sunday, turns 39" in page
    assert reverse("interactions:promise", args=[ana.uid]) in page
    assert "Birthday on Sunday, turns 39" in page_of(desk, ana.get_absolute_url())
    assert "Birthday on Sunday" in page_of(desk, f"{ana.get_absolute_url()}rate/")


def test_the_nearest_first_and_none_beyond_two_weeks(alice: User) -> None:
    make_friend(alice, "Cem", "--12-07")
    make_friend(alice, "Ben", "2000-11-24")
    make_friend(alice, "Dee", "2000-12-08")
    make_date(make_friend(alice, "Eve", "--01-01"), "2016-11-30", "wedding")
    assert words_of(alice) == [
        "Ben: birthday tomorrow, turns 26",
        "Eve: wedding on 30 November, 10 years",
        "Cem: birthday on 7 December",
    ]


def test_it_stands_among_what_else_lies_ahead_by_day(desk: Client, alice: User) -> None:
    ana = make_friend(alice)
    make_event(alice, "PyCon", starts_on=TODAY + dt.timedelta(days=7))
    record(alice, [ana], TODAY + dt.timedelta(days=2), status="planned", subject="Lunch")
    draw_up(alice)
    ahead = page_of(desk).partition('id="ahead-title"')[2]
    assert ahead.index("Lunch") < ahead.index("birthday on Sunday") < ahead.index("PyCon")


def test_only_of_those_whom_one_keeps_in_a_circle(alice: User) -> None:
    for facts in ({"circle": ""}, {"is_deceased": True}, {"archived_at": "2026-11-01T10:00Z"}):
        gone = make_friend(alice)
        Contact.objects.filter(pk=gone.pk).update(**facts)
    make_friend(alice).trash()
    assert words_of(alice) == []


def test_what_a_card_says_is_not_said_again(desk: Client, alice: User) -> None:
    make_friend(alice, born="1987-11-24")
    draw_up(alice)
    assert page_of(desk).count("birthday tomorrow") == 1


def test_a_plan_of_yesterday_does_not_tell_of_what_is_over(alice: User) -> None:
    make_friend(alice, born="1987-11-23")
    assert words_of(alice) == ["Ana Pereira: birthday today, turns 39"]
    assert words_of(alice, TODAY + dt.timedelta(days=1)) == []


def test_the_dead_turn_no_age(desk: Client, alice: User) -> None:
    ana = make_friend(alice)
    Contact.objects.filter(pk=ana.pk).update(is_deceased=True)
    assert "turns 39" not in page_of(desk, ana.get_absolute_url())


def test_others_birthdays_are_not_ones_own(desk: Client, alice: User, mallory: User) -> None:
    eve = make_friend(mallory, "Evelyn")
    draw_up(mallory)
    dates = Plan.objects.get(owner=mallory).dates
    Plan.objects.create(owner=alice, dates=dates)
    assert eve.name not in page_of(desk)


def test_it_asks_as_often_for_ten_as_for_two(desk: Client, alice: User) -> None:
    counts = []
    for number in (2, 8):
        for at in range(number):
            make_friend(alice, f"Person {number} {at}")
        draw_up(alice)
        counts.append(len(asked(desk, HOME)))
    assert counts[0] == counts[1]
