"""A text that is longer than its field is cut, and the user is told of which card and where."""

import re

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact, Organisation
from exchange import shortening
from exchange.models import SourceCard
from tests.exchange.folds import opened
from tests.exchange.importing import add, bring, card, page
from tests.makers import make_contact

pytestmark = pytest.mark.database

LONG = "A very long name " * 40
WORDY = card("Ana Pereira", f"NICKNAME:{LONG}", f"ORG:{LONG}", "EMAIL:ana@lumen.example")
TOLD = "Too long and shortened here"


def lines(html: str) -> list[str]:
    """Of the list in the report, as one reads it up to the link to the whole text."""
    found = html.partition("<h2>Shortened")[2].partition("</section>")[0]
    items = re.findall(r"<li.*?</li>", found, re.DOTALL)
    said = [re.sub(r"<[^>]+>", " ", item).partition("Whole text")[0] for item in items]
    return [" ".join(item.split()) for item in said]


def test_the_report_names_card_and_field(desk: Client, alice: User) -> None:
    run = add(desk, bring(desk, card("Ben Okafor") + WORDY))

    html = page(desk, run)
    assert lines(html) == ["2 Ana Pereira job, nickname"]
    assert "The whole text is kept" in html
    ana = Contact.objects.get(given="Ana")
    assert f'href="{ana.get_absolute_url()}"' in html
    assert LONG.startswith(ana.nickname)
    assert len(ana.nickname) < len(LONG)
    assert LONG.strip() in ana.source_cards.get().text
    ana.delete()
    assert lines(page(desk, run)) == ["2 Ana Pereira job, nickname"]


def test_where_all_fits_nothing_is_said(desk: Client, alice: User) -> None:
    run = bring(desk, card("Ana Pereira", "NICKNAME:Aninha"))
    assert TOLD not in opened(desk, run)
    assert "Shortened" not in page(desk, add(desk, run))


def test_a_fold_says_so_before_anything_is_added(desk: Client) -> None:
    assert f"{TOLD}: job, nickname" in opened(desk, bring(desk, WORDY))


def test_of_somebody_known_only_what_they_got_is_named(desk: Client, alice: User) -> None:
    ana = make_contact(alice, "Ana Pereira", nickname="Nana")
    ana.emails.create(address="ana@lumen.example")
    run = bring(desk, WORDY)

    assert f"{TOLD}: job." in opened(desk, run)
    assert lines(page(desk, add(desk, run))) == ["1 Ana Pereira job"]
    assert len(Organisation.objects.get().name) == 300
    assert LONG.strip() in SourceCard.objects.get().text


def test_many_are_counted(desk: Client, alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortening, "NAMED", 2)
    cards = [card(f"Ben{at} Okafor", f"NICKNAME:{LONG}") for at in range(4)]
    assert lines(page(desk, add(desk, bring(desk, "".join(cards))))) == [
        "1 Ben0 Okafor nickname", "2 Ben1 Okafor nickname", "and 2 more cards",
    ]  # fmt: skip
