"""Each row of the preview opens to its whole card."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from tests.exchange.folds import FULL, opened, values
from tests.exchange.importing import SAMPLES, add, bring, card, page, with_samples
from tests.makers import make_contact

pytestmark = pytest.mark.database


def test_a_fold_shows_every_value_in_the_words_of_the_person_page(desk: Client) -> None:
    html = opened(desk, bring(desk, FULL))

    assert values(html)[:11] == [
        ["Given name", "Ana"],
        ["Family name", "Pereira"],
        ["Nickname", "Aninha"],
        ["Tag", "climate"],
        ["Job", "CTO, Lumen · Research"],
        ["Email", "ana@lumen.example work"],
        ["Phone", "+351 21 123 4567"],
        ["Link", "https://lumen.example/ana"],
        ["Address", "Rua do Sol 7, 1100, Lisbon, Portugal"],
        ["Birthday", "15 Apr 1990"],
        ["Notes", "Loves Fado"],
    ]
    titles = re.findall(r'import-title">([^<]+)<', html)
    assert titles[:5] == ["Name", "Work", "Reach", "Dates", "Notes"]


def test_what_finds_no_place_is_named_with_its_value(desk: Client) -> None:
    html = opened(desk, bring(desk, FULL.replace("END:", "# by hand\r\nEND:")))
    said = " ".join(re.sub(r"<[^>]+>", "", html).split())

    assert "Nobody gets this" in said
    assert "related people: Rui" in said
    assert "time zone: +01:00" in said
    assert "X-SHOE-SIZE: 44" in said
    assert "stray text: # by hand" in said


def test_of_a_table_the_columns_that_are_not_read_are_named_with_their_cells(
    desk: Client, alice: User
) -> None:
    table = (
        '"First Name","Last Name","E-mail Address","E-mail 2 Address","Home Street","Spouse"\r\n'
        '"Ana","Pereira","ana@lumen.example","","Rua do Sol 7\r\nporta 2",""\r\n'
    )
    run = bring(desk, table, "contacts.csv")
    said = " ".join(re.sub(r"<[^>]+>", "", opened(desk, run)).split())
    assert "A column that is not read Home Street: Rua do Sol 7 porta 2" in said
    assert "Spouse" not in said
    assert "A column that is not read" in page(desk, add(desk, run))


def test_without_scripts_the_page_itself_shows_the_card(desk: Client) -> None:
    run = bring(desk, FULL + card("Ben Okafor"))
    assert "Rua do Sol" not in page(desk, run)
    assert "open=1#row-1" in page(desk, run)

    html = page(desk, run, "?open=1")
    assert "Rua do Sol" in html
    assert len(re.findall(r"<details[^>]* open>", html)) == 1


def test_a_card_of_an_organisation_says_that_it_is_no_person(desk: Client) -> None:
    html = opened(desk, bring(desk, card("", "ORG:Lumen", "X-ABShowAs:COMPANY")))
    assert values(html)[0] == ["Kind", "Organisation&#x27;s own card"]


def test_what_could_not_be_read_is_shown_as_it_stands(desk: Client) -> None:
    run = bring(desk, FULL + "BEGIN:VCARD\r\nVERSION:3.0\r\nX-SHOE-SIZE:44\r\nEND:VCARD\r\n")
    assert run.rows.get(position=2).verdict == "unreadable"
    assert "X-SHOE-SIZE:44" in opened(desk, run, 2)


@pytest.mark.parametrize("query", ["?open=2", "?open=999999999999", "?open=x", "?open="])
def test_a_card_that_is_not_there_opens_nothing(desk: Client, query: str) -> None:
    html = page(desk, bring(desk, FULL), query)
    assert not re.findall(r"<details[^>]* open>", html)


def test_an_open_card_costs_the_same_however_many_there_are(desk: Client, alice: User) -> None:
    make_contact(alice, "Ana Pereira").emails.create(address="ana@lumen.example")
    many = "".join(card(f"Ben{at} Okafor", f"EMAIL:ben{at}@acme.example") for at in range(45))
    costs = []
    for run in (bring(desk, FULL), bring(desk, FULL + many)):
        page(desk, run)  # whatever is kept for a while is kept now
        with CaptureQueriesContext(connection) as queries:
            assert "already there" in page(desk, run, "?open=1")
        costs.append(len(queries))
    assert costs[0] == costs[1]


@with_samples
def test_every_row_of_the_samples_opens(desk: Client, alice: User) -> None:
    """And twice over: the second time most of them are known."""
    paths = sorted((SAMPLES / "vcard").glob("*.vcf"))
    whole = b"\r\n".join(path.read_bytes() for path in paths)
    for _ in range(2):
        run = bring(desk, whole, "all.vcf")
        for position in run.rows.values_list("position", flat=True):
            assert opened(desk, run, position)
        add(desk, run)
