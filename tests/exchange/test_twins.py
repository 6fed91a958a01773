"""Cards of one file about the same person make one person, whatever is chosen for the first."""

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact, Organisation
from exchange.models import ImportRun
from tests.exchange.folds import opened, values
from tests.exchange.importing import add, bring, card, page, undo
from tests.makers import make_contact

pytestmark = pytest.mark.database

FIRST = card("Ana Pereira", "EMAIL:ana@lumen.example", "NOTE:Loves Fado")
SECOND = card("Ana Pereira", "EMAIL:ana@lumen.example", "TEL:+351 91 000 0002", "NOTE:Sings")
THIRD = card("Ana Pereira", "EMAIL:ana@lumen.example", "TEL:+351 91 000 0003", "NICKNAME:Aninha")


@pytest.fixture
def run(desk: Client) -> ImportRun:
    run = bring(desk, FIRST + SECOND + THIRD)
    assert list(run.rows.by_position().values_list("verdict", "twin")) == [
        ("add", None), ("update", 1), ("update", 1),
    ]  # fmt: skip
    return run


def choose(desk: Client, run: ImportRun, position: int, choice: str) -> None:
    assert desk.post(f"/import/{run.uid}/rows/{position}/", {"choice": choice}).status_code == 302


def test_without_the_first_card_the_next_one_adds_them(
    desk: Client, alice: User, run: ImportRun
) -> None:
    choose(desk, run, 1, "skip")
    add(desk, run)

    ana = Contact.objects.get()
    assert (ana.notes, ana.nickname) == ("Sings", "Aninha")
    assert {str(phone) for phone in ana.phones.all()} == {"+351 91 000 0002", "+351 91 000 0003"}
    assert ana.source_cards.count() == 2
    assert run.outcome["added"] == run.outcome["joined"] == 1
    undo(desk, run)
    assert not Contact.objects.exists()


def test_a_repeated_card_names_the_one_it_repeats(desk: Client, alice: User) -> None:
    """Also where that is about somebody known or met before."""
    make_contact(alice, "Ben Okafor").emails.create(address="ben@acme.example")
    ben = card("Ben Okafor", "EMAIL:ben@acme.example", "NICKNAME:Benno")
    run = bring(desk, FIRST + SECOND + ben + SECOND + ben + THIRD)
    assert run.rows.get(position=6).twin == 1

    html = page(desk, run, "?verdict=skip")
    assert "stands already as number 2 of this file" in html
    assert "stands already as number 3 of this file" in html
    assert add(desk, run).outcome["added"] == 1
    again = bring(desk, ben + ben)
    assert [row.verdict for row in again.rows.by_position()] == ["same", "same"]


def test_the_preview_says_which_card_adds_them_then(desk: Client, run: ImportRun) -> None:
    assert "left out" not in page(desk, run)
    choose(desk, run, 1, "skip")

    html = page(desk, run)
    assert html.count("as card 1 of this file, which is left out: this one adds them<") == 1
    assert html.count("as card 1 of this file, which is left out<") == 1
    assert ["Phone", "+351 91 000 0002"] in values(opened(desk, run, 2))
    third = opened(desk, run, 3)
    assert "For the same person as card 2 of this file" in third
    assert ["Phone", "+351 91 000 0003 new"] in values(third)


def test_left_out_with_the_next_one_too_the_last_one_adds_them(
    desk: Client, alice: User, run: ImportRun
) -> None:
    for position in (1, 2):
        choose(desk, run, position, "skip")
    assert add(desk, run).outcome["added"] == 1
    assert [str(phone) for phone in Contact.objects.get().phones.all()] == ["+351 91 000 0003"]


@pytest.mark.parametrize(("line", "verdict"), [("UID:1", "same"), ("NICKNAME:Nana", "update")])
def test_they_follow_the_first_card_to_somebody_known(
    desk: Client, alice: User, line: str, verdict: str
) -> None:
    """Whether or not that card itself brings anything."""
    ana = make_contact(alice, "Ana Pereira")
    first = card("Ana Pereira", "ORG:Lumen", line)
    ana.jobs.create(organisation=Organisation.objects.create(owner=alice, name="Acme"))
    run = bring(desk, first + card("Ana Pereira", "ORG:Lumen", "TEL:+351 91 000 0002"))
    assert [row.twin for row in run.rows.by_position()] == [None, 1]
    ana.jobs.update(organisation=Organisation.objects.create(owner=alice, name="Lumen"))
    choose(desk, run, 1, f"update:{ana.pk}")
    assert run.rows.get(position=1).verdict == verdict

    assert ["Phone", "+351 91 000 0002 new"] in values(opened(desk, run, 2))
    add(desk, run)
    assert Contact.objects.get() == ana
    assert ana.phones.count() == 1


@pytest.mark.parametrize("is_gone_for_good", [False, True])
def test_of_somebody_deleted_two_cards_make_one_person(
    desk: Client, alice: User, is_gone_for_good: bool
) -> None:
    ana = make_contact(alice, "Ana Pereira")
    ana.emails.create(address="ana@lumen.example")
    run = bring(desk, SECOND + THIRD)
    assert set(run.rows.values_list("contact", flat=True)) == {ana.pk}
    throw_away(desk, ana, is_gone_for_good)

    assert add(desk, run).outcome["added"] == 1
    fresh = Contact.objects.living().get()
    assert fresh.phones.count() == 2


@pytest.mark.parametrize("is_gone_for_good", [False, True])
def test_a_card_that_follows_another_to_somebody_deleted_makes_nobody_else(
    desk: Client, run: ImportRun, alice: User, is_gone_for_good: bool
) -> None:
    ana = make_contact(alice, "Ana Pereira")
    desk.post(f"/import/{run.uid}/rows/1/", {"given": "Ana", "family": "Pereira"})
    choose(desk, run, 1, f"update:{ana.pk}")
    throw_away(desk, ana, is_gone_for_good)

    assert add(desk, run).outcome["added"] == 1
    assert Contact.objects.living().get().phones.count() == 2


def throw_away(desk: Client, person: Contact, is_for_good: bool) -> None:
    person.trash()
    if is_for_good:
        desk.post(f"/trash/person/{person.uid}/delete/")
        assert not Contact.objects.filter(pk=person.pk).exists()


def test_from_somebody_known_one_can_go_back_to_the_other_card(
    desk: Client, alice: User, run: ImportRun
) -> None:
    make_contact(alice, "Ana Pereira")
    choose(desk, run, 3, "add")
    desk.post(f"/import/{run.uid}/rows/3/", {"given": "Ana", "family": "Pereira"})
    choose(desk, run, 3, f"update:{Contact.objects.get().pk}")
    choose(desk, run, 3, "update")

    assert 'value="update" selected>Same as card 1</option>' in page(desk, run)
    add(desk, run)
    assert {person.phones.count() for person in Contact.objects.all()} == {0, 2}
