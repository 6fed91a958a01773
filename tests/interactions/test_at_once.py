"""Two requests at once: each has read the row before the other wrote it, and none is undone."""

import datetime as dt

import pytest

from accounts.models import User
from contacts.models import Contact
from interactions.eventing import decide, revise_event
from interactions.helping import revise_help, trash_help
from interactions.introducing import introduce, revise_introduction, take
from interactions.meeting import go_through
from interactions.models import Event, Help, Interaction, Introduction
from interactions.recording import revise, trash
from tests.makers import make_contact, make_event, make_help, make_interaction

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice)


def test_both_agree_to_an_introduction(alice: User, ana: Contact) -> None:
    introduce(alice, (None, ana, make_contact(alice, "Ben Okafor")), TODAY)
    one, other = Introduction.objects.get(), Introduction.objects.get()
    take(one, "first", TODAY)
    take(other, "second", TODAY)
    revise_introduction(one, result="They build a grid")
    assert Introduction.objects.get().is_agreed


def test_an_event_gone_through_stays_gone_through(alice: User) -> None:
    event = make_event(alice, starts_on=TODAY)
    stale, other = Event.objects.get(), Event.objects.get()
    go_through(event, [], TODAY)
    decide(stale, "attended")
    revise_event(other, name="Fair")
    event.refresh_from_db()
    assert event.reviewed_at is not None
    assert (event.name, event.going) == ("Fair", "attended")


def test_a_conversation_is_thrown_away_and_changed(alice: User, ana: Contact) -> None:
    make_interaction(alice, ana)
    one, other = Interaction.objects.get(), Interaction.objects.get()
    trash(one)
    revise(other, subject="Lunch")
    talk = Interaction.objects.get()
    assert (talk.deleted_at is not None, talk.subject) == (True, "Lunch")


def test_help_is_thrown_away_and_changed(ana: Contact) -> None:
    make_help(ana)
    one, other = Help.objects.get(), Help.objects.get()
    trash_help(one)
    revise_help(other, what="A link")
    favour = Help.objects.get()
    assert (favour.deleted_at is not None, favour.what) == (True, "A link")


def test_a_person_is_renamed_and_starred(ana: Contact) -> None:
    stale = Contact.objects.get()
    ana.family = "Costa"
    ana.save()
    stale.star()
    ana.refresh_from_db()
    assert (ana.name, ana.starred_at is not None) == ("Ana Costa", True)
