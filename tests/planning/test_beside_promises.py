"""Who stands on Today for a promise has no card that says the same."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from interactions.promising import promise
from planning.drawing_up import draw_up
from planning.models import Card
from tests.planning.people_of_a_day import TODAY, make_date, make_neglected, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
HOME = reverse("planning:today")


@pytest.fixture
def people(alice: User) -> list[Contact]:
    """Six neglected people, the most neglected first."""
    return [make_neglected(alice, name, days_since=100 - at) for at, name in enumerate("ABCDEF")]


def draw(user: User) -> str:
    draw_up(user)
    names = Card.objects.of(user).open().order_by("pk").values_list("contact__name", flat=True)
    return "".join(names)


def test_a_promise_leaves_the_places_to_others(
    desk: Client, alice: User, people: list[Contact]
) -> None:
    promise(alice, people[0], "Send the deck", TODAY)
    promise(alice, make_person(alice, "Gil", days_since=10), "Call back", TODAY)
    assert draw(alice) == "BCD"
    page = desk.get(HOME).content.decode()
    for promised in ("Send the deck", "Call back"):
        assert page.count(promised) - page.count(f"Edit {promised}") == 1


def test_a_promise_of_next_week_takes_nobody_off_the_list(
    alice: User, people: list[Contact]
) -> None:
    promise(alice, people[0], "Send the deck", TODAY + dt.timedelta(days=3))
    assert draw(alice) == "ABC"


@pytest.mark.parametrize("settle", ["finish", "skip"])
def test_whether_kept_or_let_go_a_promise_moves_no_card(
    alice: User, people: list[Contact], settle: str
) -> None:
    assert draw(alice) == "ABC"
    deck = promise(alice, people[0], "Send the deck", TODAY)
    assert draw(alice) == "ABC", "a card stays until it is acted on"
    assert {reason["code"] for reason in Card.objects.all()[0].reasons} <= {"overdue", "fading"}
    getattr(deck, settle)(TODAY)
    assert draw(alice) == "ABC"


def test_who_has_a_birthday_as_well_has_a_card_for_that(alice: User) -> None:
    ana = make_person(alice, "Ana", days_since=10)
    make_date(ana, "1987-11-23")
    promise(alice, ana, "Send the deck", TODAY)
    assert draw(alice) == "Ana"
    assert Card.objects.get().reasons[0]["code"] == "date"
