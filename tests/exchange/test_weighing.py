"""A card beside whom it would complete: what is new, what is there, and what the user keeps."""

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact
from tests.exchange.folds import FULL, opened, values
from tests.exchange.importing import add, bring, card, page
from tests.makers import make_contact

pytestmark = pytest.mark.database


def test_completing_shows_what_is_new_and_that_the_users_own_wins(
    desk: Client, alice: User
) -> None:
    ana = make_contact(alice, "Ana Pereira", nickname="Nana")
    ana.emails.create(address="ana@lumen.example")
    ana.dates.create(label="birthday", day="1991-01-01")
    run = bring(desk, FULL)
    shown = dict(values(opened(desk, run)))

    assert shown["Nickname"] == "Aninha not taken, this stays: Nana"
    assert shown["Birthday"] == "15 Apr 1990 not taken, this stays: 1 Jan 1991"
    assert shown["Email"] == "ana@lumen.example work already there"
    assert shown["Phone"] == "+351 21 123 4567 new"
    assert shown["Notes"] == "Loves Fado new"
    assert shown["Job"] == "CTO, Lumen · Research new"
    add(desk, run)
    ana.refresh_from_db()
    assert (ana.nickname, ana.notes) == ("Nana", "Loves Fado")
    assert [date.day for date in ana.dates.all()] == ["1991-01-01"]


@pytest.mark.parametrize(
    ("known", "line", "shown"),
    [
        ({}, "X-DEATHDATE:2025-11-02", "2 Nov 2025 new"),
        ({"is_deceased": True}, "X-DEATHDATE:2025-11-02", "2 Nov 2025 new"),
        ({}, "X-DEATHDATE:last autumn", "yes new"),
        ({"is_deceased": True}, "X-DEATHDATE:last autumn", "yes already there"),
        (
            {"is_deceased": True, "deceased_on": "2025-11-03"},
            "X-DEATHDATE:2025-11-02",
            "2 Nov 2025 not taken, this stays: 3 Nov 2025",
        ),
    ],
)
def test_a_day_of_death_completes_whom_one_knew(
    desk: Client, alice: User, known: dict[str, object], line: str, shown: str
) -> None:
    ana = make_contact(alice, "Ana Pereira", **known)
    ana.emails.create(address="ana@lumen.example")
    run = bring(desk, card("Ana Pereira", "EMAIL:ana@lumen.example", "NICKNAME:Nana", line))

    assert ["Died", shown] in values(opened(desk, run))
    assert ("news of their death" in page(desk, run)) == shown.endswith("new")
    add(desk, run)
    ana.refresh_from_db()
    assert ana.is_deceased
    read = "2025-11-02" if "2025" in line else ""
    assert ana.deceased_on == known.get("deceased_on", read)


def test_a_second_card_of_the_file_is_weighed_against_the_first(desk: Client) -> None:
    second = card(
        "Ana Pereira", "EMAIL:ana@lumen.example", "TEL:+351 91 000 0000", "NICKNAME:Nana",
        "ORG:Lumen", "CATEGORIES:Climate,golf",
    )  # fmt: skip
    html = opened(desk, bring(desk, FULL + second), 2)

    assert "For the same person as card 1 of this file" in html
    assert values(html) == [
        ["Given name", "Ana already there"],
        ["Family name", "Pereira already there"],
        ["Nickname", "Nana not taken, this stays: Aninha"],
        ["Tag", "Climate already there"],
        ["Tag", "golf new"],
        ["Job", "Lumen already there"],
        ["Email", "ana@lumen.example already there"],
        ["Phone", "+351 91 000 0000 new"],
    ]
    assert not Contact.objects.exists()


def test_a_card_that_brings_nothing_says_so_whatever_is_gone_since(desk: Client) -> None:
    """The very same card: what the user has deleted since does not come back."""
    add(desk, bring(desk, FULL))
    Contact.objects.get().phones.all().delete()
    run = bring(desk, FULL)
    html = opened(desk, run)

    assert run.rows.get().verdict == "same"
    assert "nothing of it is taken" in html
    assert ["Phone", "+351 21 123 4567 not taken"] in values(html)
