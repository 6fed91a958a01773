"""An import taken back: the tables are as if it had never been, save what was changed since."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.core.files.storage import default_storage
from django.test import Client

from accounts.models import User
from contacts.models import Contact, Organisation, SearchWord, Tag
from contacts.searching import index_people
from exchange import undoing
from exchange.models import ImportRow, ImportRun, SourceCard
from interactions.indexing import CONVERSATIONS
from interactions.models import Interaction
from interactions.touching import retouch
from network.snapshots import compute, users_to_assess
from planning.drawing_up import draw_up
from planning.models import Card, Plan
from strength.rescoring import rescore
from tests.exchange.importing import add, bring, card, connections, page, undo
from tests.makers import make_contact, make_follow_up, make_interaction, make_rating

pytestmark = pytest.mark.database

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
    "AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
CARDS = "".join(
    (
        card("Ana Pereira", "EMAIL:ana@lumen.example", "NICKNAME:Aninha", "ORG:Lumen;Research"),
        card("Ben Okafor", "CATEGORIES:climate", f"PHOTO;ENCODING=b;TYPE=PNG:{PIXEL}"),
        card(
            "Cem Aydin",
            "TEL:+49 30 1234567",
            "ORG:Acme",
            "BDAY:1980-02-29",
            "URL:https://c.example",
        ),
    )
)


def tables() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the imports' own, its number included."""
    rooms = ("accounts", "contacts", "interactions", "strength", "exchange")
    models = [model for room in rooms for model in apps.get_app_config(room).get_models()]
    dump = {
        model._meta.label: sorted(model._base_manager.values_list(), key=repr)
        for model in models
        if model not in {ImportRun, ImportRow, SearchWord}
    }
    words = SearchWord.objects.values_list("owner", "word", "entry__target_uid")
    return dump | {"words": sorted(words, key=repr)}  # written anew by each indexing


@pytest.fixture
def ana(alice: User) -> Contact:
    """Known before, with an organisation, a tag, a conversation and a rating."""
    ana = make_contact(alice, "Ana Pereira", notes="Loves Fado")
    ana.emails.create(address="ana@lumen.example")
    ana.jobs.create(organisation=Organisation.objects.create(owner=alice, name="Acme"))
    Tag.objects.create(owner=alice, name="golf").contacts.add(ana)
    meeting = make_interaction(alice, ana, on=alice.today() - dt.timedelta(days=9))
    make_rating(ana, 4, 4, 5, interaction=meeting, on=meeting.on)
    index_people([ana.pk])
    CONVERSATIONS.index([meeting])
    retouch([ana.pk])
    rescore([ana.pk])
    return ana


def test_the_tables_are_equal_again(desk: Client, alice: User, ana: Contact) -> None:
    before = tables()
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=5)):
        run = add(desk, bring(desk, CARDS), tag="phone", circle="wider")
        assert run.outcome["added"] == 2
        assert run.outcome["completed"] == 1
        during = tables()
        undo(desk, run)

    changed = {name for name in before if before[name] != during[name]}
    assert changed >= {"contacts.Contact", "contacts.Job", "contacts.Organisation", "contacts.Tag"}
    assert run.status == "undone"
    assert tables() == before


def test_pictures_of_those_removed_are_removed(desk: Client, alice: User) -> None:
    run = add(desk, bring(desk, CARDS))
    picture = Contact.objects.get(given="Ben").photo
    assert default_storage.exists(picture)
    undo(desk, run)
    assert not default_storage.exists(picture)


def test_two_imports_are_taken_back_in_either_order(
    desk: Client, alice: User, ana: Contact
) -> None:
    before = tables()
    first = add(desk, bring(desk, CARDS))
    second = add(desk, bring(desk, connections("Dee,Ito,,dee@acme.example,Acme,CEO,08 Feb 2026")))
    undo(desk, first)
    assert Contact.objects.get(given="Dee").jobs.get().organisation is not None
    undo(desk, second)
    assert tables() == before


def test_who_was_edited_is_named_and_kept(desk: Client, alice: User) -> None:
    run = add(desk, bring(desk, CARDS))
    cem = Contact.objects.get(given="Cem")
    cem.notes = "Plays chess"
    cem.save()

    asked = desk.get(f"/import/{run.uid}/undo/").content.decode()
    assert "Cem Aydin" in asked
    assert "Ben Okafor" not in asked
    undo(desk, run)
    assert Contact.objects.get().notes == "Plays chess"
    assert "1 person you had changed since was kept" in page(desk, run)
    assert Organisation.objects.get().name == "Acme"


def test_of_very_many_who_were_edited_the_first_are_named(
    desk: Client, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "SHOWN", 1)
    monkeypatch.setattr(undoing, "CHUNK", 2)
    run = add(desk, bring(desk, CARDS))
    Contact.objects.update(notes="Plays chess")

    asked = desk.get(f"/import/{run.uid}/undo/").content.decode()
    assert "Cem Aydin" in asked
    assert "and 2 more, who are kept" in asked
    undo(desk, run)
    assert Contact.objects.count() == 3


def test_a_new_phone_number_counts_as_an_edit(desk: Client, alice: User) -> None:
    run = add(desk, bring(desk, CARDS))
    Contact.objects.get(given="Cem").phones.create(number="+49 30 7654321")
    undo(desk, run)
    assert Contact.objects.get().given == "Cem"


def test_who_was_talked_to_is_kept_unless_said(desk: Client, alice: User) -> None:
    run = add(desk, bring(desk, CARDS))
    cem, ben = Contact.objects.get(given="Cem"), Contact.objects.get(given="Ben")
    make_interaction(alice, cem)
    make_follow_up(ben)

    assert "1 conversation" in desk.get(f"/import/{run.uid}/undo/").content.decode()
    undo(desk, run, ben.uid, "nonsense")
    assert list(Contact.objects.living()) == [cem]
    assert list(Contact.objects.trashed()) == [ben]
    assert Interaction.objects.get().people.get() == cem


def test_what_was_changed_of_somebody_known_before_stays(
    desk: Client, alice: User, ana: Contact
) -> None:
    run = add(desk, bring(desk, CARDS))
    ana.refresh_from_db()
    ana.how_met = "At the forum"
    ana.save()

    undo(desk, run, ana.uid)
    ana.refresh_from_db()
    assert (ana.nickname, ana.how_met, ana.notes) == ("", "At the forum", "Loves Fado")
    assert [str(job.organisation) for job in ana.jobs.all()] == ["Acme"]


def test_who_was_renamed_since_keeps_the_new_name(desk: Client, alice: User, ana: Contact) -> None:
    run = add(desk, bring(desk, CARDS))
    ana.refresh_from_db()
    ana.family = "Costa"
    ana.save()

    undo(desk, run, ana.uid)
    ana.refresh_from_db()
    assert (ana.name, ana.sort_name, ana.nickname) == ("Ana Costa", "costa ana", "")


def test_who_is_on_the_list_of_the_day_is_not_changed_by_that(
    desk: Client, alice: User, ana: Contact
) -> None:
    before = tables()
    run = add(desk, bring(desk, CARDS), circle="inner")
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=40)):
        draw_up(alice)
    assert {card.contact.given for card in Card.objects.of(alice)} >= {"Ben", "Cem"}

    assert "Changed by you" not in desk.get(f"/import/{run.uid}/undo/").content.decode()
    undo(desk, run)
    assert tables() == before
    assert not Card.objects.exclude(contact=ana).exists()


def test_the_other_rooms_look_anew_when_people_are_gone_again(desk: Client, alice: User) -> None:
    run = add(desk, bring(desk, CARDS))
    draw_up(alice)
    compute(alice)
    assert users_to_assess() == []
    undo(desk, run)

    assert users_to_assess() == [(alice.pk,)]
    assert Plan.objects.get(owner=alice).asked_at


def test_a_death_is_filled_in_and_taken_back(desk: Client, alice: User, ana: Contact) -> None:
    ana.choose_circle("inner", alice.today())
    ana.save()
    retouch([ana.pk])
    rescore([ana.pk])
    before = tables()
    dead = card("Ana Pereira", "EMAIL:ana@lumen.example", "X-DEATHDATE:2025-11-02")
    run = add(desk, bring(desk, dead))
    assert run.outcome["completed"] == 1
    ana.refresh_from_db()
    assert (ana.is_deceased, ana.deceased_on, ana.next_touch_on) == (True, "2025-11-02", None)

    undo(desk, run)
    assert tables() == before


def test_undoing_twice_does_nothing_more(desk: Client, alice: User, ana: Contact) -> None:
    run = undo(desk, add(desk, bring(desk, CARDS)))
    before = tables()
    undo(desk, run)
    assert tables() == before


def test_the_text_of_whoever_is_kept_is_kept(desk: Client, alice: User) -> None:
    run = add(desk, bring(desk, CARDS))
    Contact.objects.filter(given="Cem").update(notes="Plays chess")
    undo(desk, run)
    assert SourceCard.objects.get().contact.given == "Cem"
