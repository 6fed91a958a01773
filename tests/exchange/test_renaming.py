"""A name that a file has wrong is corrected before anybody is added."""

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact
from exchange.models import ImportRow
from tests.exchange.folds import FULL, opened, values
from tests.exchange.importing import add, bring, card, page
from tests.makers import make_contact

pytestmark = pytest.mark.database


def test_a_name_can_be_corrected_before_adding(desk: Client, alice: User) -> None:
    run = bring(desk, card("Anna Perreira", "EMAIL:ana@lumen.example"))
    answer = desk.post(
        f"/import/{run.uid}/rows/1/?verdict=add",
        {"given": "Ana", "family": "Pereira", "open": "1"},
    )
    assert answer.headers["Location"].endswith("?verdict=add&open=1#row-1")
    assert "Ana Pereira" in page(desk, run)
    assert ["Family name", "Pereira"] in values(opened(desk, run))

    add(desk, run)
    ana = Contact.objects.get()
    assert (ana.name, ana.given, ana.family) == ("Ana Pereira", "Ana", "Pereira")
    assert "Anna Perreira" in ana.source_cards.get().text


def test_people_known_by_the_corrected_name_are_offered(
    desk: Client, alice: User, mallory: User
) -> None:
    ana, hers = make_contact(alice, "Ana Pereira"), make_contact(mallory, "Ana Pereira")
    run = bring(desk, card("Anna Perreira", "TEL:+351 21 123 4567"))
    desk.post(f"/import/{run.uid}/rows/1/", {"given": "ana", "family": "Pereira"})
    assert run.rows.get().choices == [ana.pk]
    assert "maybe known: same name" in page(desk, run)

    desk.post(f"/import/{run.uid}/rows/1/", {"choice": f"update:{hers.pk}"})
    assert run.rows.get().verdict == "add"
    desk.post(f"/import/{run.uid}/rows/1/", {"choice": f"update:{ana.pk}"})
    add(desk, run)
    assert ana.phones.get().number == "+351 21 123 4567"

    again = bring(desk, card("Ben Okafor"))
    desk.post(f"/import/{again.uid}/rows/1/", {"given": "Ana", "family": "Pereira"})
    desk.post(f"/import/{again.uid}/rows/1/", {"given": "Ben", "family": "Okafor"})
    row = again.rows.get()
    assert row.choices is None
    assert "named" not in (row.card or {})


def test_a_name_is_not_taken_away(desk: Client) -> None:
    run = bring(desk, FULL)
    answer = desk.post(f"/import/{run.uid}/rows/1/", {"given": " ", "family": ""}, follow=True)
    assert "Give a given name" in answer.content.decode()
    assert run.rows.get().name == "Ana Pereira"


def test_it_is_too_late_once_they_are_added(desk: Client) -> None:
    run = add(desk, bring(desk, FULL + card("Ben Okafor", "X-ABShowAs:NOTHING")))
    ImportRow.objects.filter(position=2).update(card={"given": "Ben"})
    answer = desk.post(
        f"/import/{run.uid}/rows/2/", {"given": "Benno", "family": "Okafor"}, follow=True
    )
    assert "no longer waiting" in answer.content.decode()
    assert run.rows.get(position=2).name == "Ben Okafor"


def test_a_stranger_sees_no_card_and_corrects_none(desk: Client, mallory: User) -> None:
    run = bring(desk, FULL)
    stranger = Client()
    stranger.force_login(mallory)
    target = {"HX-Request": "true", "HX-Target": "card-1"}
    assert stranger.get(f"/import/{run.uid}/?open=1", headers=target).status_code == 404
    typed = {"given": "Eve", "family": "X"}
    assert stranger.post(f"/import/{run.uid}/rows/1/", typed).status_code == 404
    assert run.rows.get().name == "Ana Pereira"
