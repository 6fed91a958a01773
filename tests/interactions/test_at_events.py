"""A conversation logged from anywhere may have been at an event."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from interactions.models import Event, Interaction
from tests.makers import make_contact, make_event, make_interaction

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)
LOG = reverse("interactions:log")


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice)


@pytest.fixture
def fair(alice: User) -> Event:
    return make_event(alice, "Energy fair", starts_on=TODAY - dt.timedelta(days=1))


def offered(desk: Client, url: str) -> list[str]:
    return [str(word) for _, word in desk.get(url).context["form"].fields["event"].choices]


def test_it_is_logged_at_an_event_of_late(desk: Client, ana: Contact, fair: Event) -> None:
    make_event(ana.owner, "To come", starts_on=TODAY + dt.timedelta(days=1))
    make_event(ana.owner, "Left out", going="skipped")
    make_event(ana.owner, "Long ago", starts_on=TODAY - dt.timedelta(days=90))
    assert offered(desk, LOG) == ["No event", "Energy fair"]
    sent = {"people": ana.uid, "when": "today", "channel": "in_person", "subject": "Budgets"}
    desk.post(LOG, {**sent, "event": str(fair.uid)})
    talk = Interaction.objects.get()
    assert talk.event == fair
    link = f'href="{fair.get_absolute_url()}">Energy fair'
    assert link in desk.get(talk.get_absolute_url()).content.decode()
    for url in (reverse("interactions:timeline"), ana.get_absolute_url()):
        assert "at Energy fair" in desk.get(url).content.decode()
    assert "Budgets" in desk.get(fair.get_absolute_url()).content.decode()


def test_it_is_tied_to_another_later(desk: Client, ana: Contact, fair: Event) -> None:
    on = TODAY - dt.timedelta(days=100)
    talk = make_interaction(ana.owner, ana, on=on, event=fair)
    old = make_event(ana.owner, "Dinner", starts_on=on)
    url = reverse("interactions:edit", args=[talk.uid])
    assert offered(desk, url) == ["No event", "Energy fair", "Dinner"]
    assert desk.get(url).context["form"]["event"].value() == str(fair.uid)
    sent = {"people": ana.uid, "when": "other", "on": on.isoformat(), "channel": "in_person"}
    for event, uid in ((old, str(old.uid)), (None, "")):
        desk.post(url, {**sent, "event": uid})
        talk.refresh_from_db()
        assert talk.event == event


def test_events_of_others_are_none(desk: Client, ana: Contact, mallory: User) -> None:
    theirs = make_event(mallory)
    sent = {"people": ana.uid, "when": "today", "channel": "in_person", "event": str(theirs.uid)}
    assert desk.post(LOG, sent).status_code == 422
    assert not Interaction.objects.exists()


def test_one_in_the_trash_is_not_named(desk: Client, ana: Contact, fair: Event) -> None:
    talk = make_interaction(ana.owner, ana, event=fair)
    desk.post(reverse("interactions:delete_event", args=[fair.uid]))
    desk.get(reverse("interactions:events"))  # the message is read
    for url in (talk.get_absolute_url(), reverse("interactions:timeline")):
        assert "Energy fair" not in desk.get(url).content.decode()
