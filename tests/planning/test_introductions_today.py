"""Introductions that came to a halt stand on Today, and go on from there."""

import datetime as dt
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from contacts.selves import self_of
from interactions.models import Introduction
from interactions.pending import introductions_waiting
from tests.makers import make_contact, make_introduction

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def people(alice: User) -> list[Contact]:
    return [self_of(alice), make_contact(alice, "Ana Pereira"), make_contact(alice, "Ben Okafor")]


def days_ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def introduce(people: list[Contact], asked: int, **steps: int | str) -> Introduction:
    facts: dict[str, Any] = {
        name: days_ago(value) if isinstance(value, int) else value for name, value in steps.items()
    }
    return make_introduction(*people, asked_on=days_ago(asked), **facts)


def today(desk: Client) -> str:
    return unescape(desk.get("/").content.decode())


def press(desk: Client, view: str, introduction: Introduction, **sent: Any) -> str:
    url = reverse(f"interactions:{view}", args=[introduction.uid])
    assert f'action="{url}"' in today(desk)
    answer = desk.post(url, sent, follow=True, headers={"Referer": "http://testserver/"})
    assert answer.redirect_chain[-1][0] == "/"
    introduction.refresh_from_db()
    return unescape(answer.content.decode())


@pytest.mark.parametrize(
    ("asked", "steps", "said"),
    [
        (7, {}, "asked 7 days ago, no word yet about Ana Pereira and Ben Okafor"),
        (30, {"first_agreed_on": 20}, "no word yet about Ben Okafor"),
        (3, {"first_agreed_on": 2, "second_agreed_on": 1}, "both agreed yesterday: write to them"),
        (40, {"made_on": 14}, "introduced 2 weeks ago: did they meet?"),
    ],
)
def test_what_waits_is_said(
    desk: Client, people: list[Contact], asked: int, steps: dict[str, int], said: str
) -> None:
    introduce(people, asked, **steps)
    page = today(desk)
    assert "Ana Pereira and Ben Okafor" in page
    assert said in page


@pytest.mark.parametrize(
    ("asked", "steps"),
    [
        (6, {}),
        (91, {}),
        (30, {"declined_on": 1}),
        (1, {"first_agreed_on": 1, "second_agreed_on": 0}),
        (20, {"made_on": 13}),
        (200, {"made_on": 91}),
        (40, {"made_on": 30, "met_on": 20}),
        (40, {"made_on": 30, "result": "They build a grid"}),
        (40, {"deleted_at": "2026-11-01T12:00Z"}),
    ],
)
def test_what_goes_on_by_itself_or_is_settled_is_left_in_peace(
    alice: User, people: list[Contact], asked: int, steps: dict[str, int | str]
) -> None:
    introduce(people, asked, **steps)
    assert introductions_waiting(alice, TODAY) == []


def test_somebody_else_who_agreed_to_introduce_is_named(
    desk: Client, people: list[Contact]
) -> None:
    me, ana, ben = people
    introduce([ana, me, ben], 9, first_agreed_on=9, second_agreed_on=3)
    assert "agreed 3 days ago: Ana Pereira has yet to write" in today(desk)


def test_who_was_asked_is_named(desk: Client, people: list[Contact]) -> None:
    me, ana, ben = people
    introduce([ana, me, ben], 12, first_agreed_on=12)
    said = "Ana Pereira was asked 12 days ago to introduce you to Ben Okafor"
    assert said in today(desk)
    assert said in unescape(desk.get("/introductions/").content.decode())


def test_each_can_be_acted_on_in_place(desk: Client, people: list[Contact]) -> None:
    asked = introduce(people, 10)
    press(desk, "introduction_step", asked, step="first")
    assert asked.first_agreed_on == TODAY
    press(desk, "introduction_step", asked, step="declined")
    assert "did they meet" not in today(desk)
    made = introduce(people, 40, made_on=20)
    press(desk, "introduction_step", made, step="met")
    assert made.met_on == TODAY


def test_asking_again_gives_another_week_and_can_be_undone(
    desk: Client, alice: User, people: list[Contact]
) -> None:
    asked = introduce(people, 10)
    page = press(desk, "ask_again", asked)
    assert asked.asked_on == TODAY
    assert introductions_waiting(alice, TODAY) == []
    undo = f"{reverse('interactions:ask_again', args=[asked.uid])}?on={days_ago(10)}"
    assert f'action="{undo}"' in page
    desk.post(undo)
    asked.refresh_from_db()
    assert asked.asked_on == days_ago(10)


def test_that_they_did_not_meet_settles_it_and_can_be_undone(
    desk: Client, alice: User, people: list[Contact]
) -> None:
    made = introduce(people, 40, made_on=20)
    page = press(desk, "introduction_result", made, result="They did not meet")
    assert (made.result, made.met_on) == ("They did not meet", None)
    undo = reverse("interactions:introduction_result", args=[made.uid])
    assert f'action="{undo}"' in page
    desk.post(undo)
    assert introductions_waiting(alice, TODAY) == [made]


def test_mallorys_do_not_show(desk: Client, mallory: User) -> None:
    theirs = [self_of(mallory), make_contact(mallory, "Zoltan"), make_contact(mallory, "Eve")]
    introduce(theirs, 30)
    assert "Zoltan" not in today(desk)
