import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact, Interest
from interactions.helping import note_help
from interactions.models import Help
from tests.makers import make_contact, make_follow_up

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice)


def address(view: str, thing: Help | Contact) -> str:
    return reverse(f"interactions:{view}", args=[thing.uid])


def given_sum(person: Contact) -> float:
    person.refresh_from_db()
    return person.sum_given


SENT = {"direction": "given", "what": "Read her draft", "size": "medium", "on": "2026-11-20"}


def test_help_is_noted_on_a_persons_page_and_strength_follows(desk: Client, ana: Contact) -> None:
    page = desk.get(ana.get_absolute_url()).content.decode()
    assert "None noted yet, either way." in page
    answer = desk.post(address("help", ana), SENT)
    assert answer["Location"] == ana.get_absolute_url()
    page = desk.get(ana.get_absolute_url()).content.decode()
    assert "Read her draft" in page
    assert "Times you helped: 1 · times they did: 0" in page
    assert given_sum(ana) > 0


def test_changing_throwing_away_and_bringing_back_move_strength_with_it(
    desk: Client, ana: Contact
) -> None:
    favour = note_help(ana, "given", TODAY, what="A link")
    medium = given_sum(ana)
    desk.post(address("edit_help", favour), {**SENT, "size": "large", "on": "2026-11-23"})
    assert given_sum(ana) == pytest.approx(2 * medium)
    answer = desk.post(address("delete_help", favour), follow=True)
    assert address("restore_help", favour) in answer.content.decode()
    assert given_sum(ana) == 0
    assert desk.get(address("edit_help", favour)).status_code == 404
    desk.post(address("restore_help", favour))
    assert given_sum(ana) == pytest.approx(2 * medium)


def test_help_to_come_is_refused_and_nothing_typed_is_lost(desk: Client, ana: Contact) -> None:
    answer = desk.post(address("help", ana), {**SENT, "on": "2026-11-24"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "note it as one" in page
    assert "Read her draft" in page
    assert not Help.objects.exists()


def test_in_a_dialog_the_page_below_stays(desk: Client, ana: Contact) -> None:
    headers = {"HX-Request": "true", "HX-Target": "dialog"}
    form = desk.get(address("help", ana), headers=headers).content.decode()
    assert "<html" not in form
    answer = desk.post(address("help", ana), SENT, headers=headers)
    assert answer["HX-Trigger"] == "conversations-changed"
    assert "Undo" in answer.content.decode()


def test_ideas_come_from_promises_interests_and_what_they_did(desk: Client, ana: Contact) -> None:
    make_follow_up(ana, "Send the deck")
    make_follow_up(ana, "Send hers", by="them")
    Interest.objects.create(contact=ana, name="chess")
    note_help(ana, "received", TODAY)
    note_help(ana, "received", TODAY)
    page = desk.get(ana.get_absolute_url()).content.decode()
    assert "Keep what you promised: Send the deck." in page
    assert "ask what they could use" in page
    assert "Pass on something good about chess." in page
    offered = desk.get(f"{address('help', ana)}?what=Something+about+chess").content.decode()
    assert 'value="Something about chess"' in offered


def test_only_the_latest_stand_on_the_page_and_all_on_their_own(desk: Client, ana: Contact) -> None:
    for day in range(8):
        note_help(ana, "given", TODAY - dt.timedelta(days=day), what=f"Favour {day}")
    page = desk.get(ana.get_absolute_url()).content.decode()
    assert "Favour 5" in page
    assert "Favour 6" not in page
    assert "All 8" in page
    assert "Favour 7" in desk.get(address("help", ana)).content.decode()
