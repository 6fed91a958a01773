"""Undo puts back what stood before, as the button beside the message asks for it."""

import datetime as dt
import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from interactions.introducing import introduce, take
from interactions.models import Event, Help, Interaction, Introduction
from tests.makers import make_contact, make_event, make_interaction

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)
LATER = TODAY + dt.timedelta(days=9)


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice)


@pytest.fixture
def mine(alice: User, ana: Contact) -> Introduction:
    return introduce(alice, (None, ana, make_contact(alice, "Ben Okafor")), TODAY)


def act(desk: Client, view: str, thing: Event | Interaction | Introduction, **sent: str) -> None:
    """Post it, then the undo of the message that follows."""
    url = reverse(f"interactions:{view}", args=[thing.uid])
    page = desk.post(url, sent, follow=True).content.decode()
    undo = re.findall(r'action="([^"]*)"[^>]*>(?:(?!</form>).)*Undo', page, re.DOTALL)
    assert len(undo) == 1
    desk.post(html.unescape(undo[0]))
    thing.refresh_from_db()


def test_an_event_over_that_was_a_maybe_is_one_again(desk: Client, alice: User) -> None:
    event = make_event(alice, going="considered", starts_on=TODAY - dt.timedelta(days=1))
    act(desk, "going", event, going="skipped")
    assert event.going == "considered"
    desk.post(reverse("interactions:going", args=[event.uid]), {"going": "considered"})
    desk.post(f"{reverse('interactions:going', args=[event.uid])}?going=nonsense")
    event.refresh_from_db()
    assert event.going == "considered"


def test_an_introduction_whose_two_met_is_not_made_after_all(
    desk: Client, mine: Introduction
) -> None:
    act(desk, "introduction_step", mine, step="met")
    assert (mine.made_on, mine.met_on, mine.stage) == (None, None, "asked")
    assert not Help.objects.living().exists()


def test_one_made_before_its_two_met_stays_made(desk: Client, mine: Introduction) -> None:
    take(mine, "made", TODAY - dt.timedelta(days=30))
    act(desk, "introduction_step", mine, step="met")
    assert (mine.made_on, mine.met_on) == (TODAY - dt.timedelta(days=30), None)


def test_a_second_tap_moves_no_day(desk: Client, mine: Introduction) -> None:
    take(mine, "made", TODAY - dt.timedelta(days=30))
    desk.post(reverse("interactions:introduction_step", args=[mine.uid]), {"step": "made"})
    mine.refresh_from_db()
    assert mine.made_on == TODAY - dt.timedelta(days=30)


@pytest.mark.parametrize(
    ("view", "sent"), [("held", {}), ("cancelled", {}), ("move", {"when": "tomorrow"})]
)
def test_a_plan_has_its_day_again(
    desk: Client, alice: User, ana: Contact, view: str, sent: dict[str, str]
) -> None:
    plan = make_interaction(alice, ana, on=LATER, status="planned")
    act(desk, view, plan, **sent)
    assert (plan.on, plan.status) == (LATER, "planned")
