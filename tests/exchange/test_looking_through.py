"""Each row of the preview opens to its whole card, beside whom it would complete."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from contacts.models import Contact
from exchange.models import ImportRow, ImportRun
from tests.exchange.importing import SAMPLES, add, bring, card, page, with_samples
from tests.makers import make_contact

pytestmark = pytest.mark.database

FULL = card(
    "Ana Pereira",
    "NICKNAME:Aninha",
    "EMAIL;TYPE=WORK:ana@lumen.example",
    "TEL:+351 21 123 4567",
    "URL:https://lumen.example/ana",
    "ADR:;;Rua do Sol 7;Lisbon;;1100;Portugal",
    "ORG:Lumen;Research",
    "TITLE:CTO",
    "BDAY:1990-04-15",
    "CATEGORIES:climate",
    "NOTE:Loves Fado",
    "TZ:+01:00",
    "X-ABRELATEDNAMES:Rui",
    "X-SHOE-SIZE:44",
)


def opened(desk: Client, run: ImportRun, position: int = 1) -> str:
    """What is in the fold of a card, as htmx gets it."""
    answer = desk.get(
        f"/import/{run.uid}/?open={position}",
        headers={"HX-Request": "true", "HX-Target": f"card-{position}"},
    )
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "<html" not in html
    return html


def values(html: str) -> list[list[str]]:
    """Word and value with what becomes of it, of each line."""
    pairs = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", html, re.DOTALL)
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in pair] for pair in pairs]


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


def test_a_card_of_an_organisation_says_that_it_is_no_person(desk: Client) -> None:
    html = opened(desk, bring(desk, card("", "ORG:Lumen", "X-ABShowAs:COMPANY")))
    assert values(html)[0] == ["Kind", "Organisation&#x27;s own card"]


def test_what_could_not_be_read_is_shown_as_it_stands(desk: Client) -> None:
    run = bring(desk, FULL + "BEGIN:VCARD\r\nVERSION:3.0\r\nX-SHOE-SIZE:44\r\nEND:VCARD\r\n")
    assert run.rows.get(position=2).verdict == "unreadable"
    assert "X-SHOE-SIZE:44" in opened(desk, run, 2)


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
