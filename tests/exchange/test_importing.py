"""From the file to people, through the pages."""

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact, Organisation, Tag
from exchange.models import ImportRun, SourceCard
from tests.exchange.importing import add, bring, card, connections, page, undo
from tests.makers import make_contact

pytestmark = pytest.mark.database

ANA = card("Ana Pereira", "EMAIL:ana@lumen.example", "TEL;TYPE=CELL:+351 21 123 4567", "ORG:Lumen")
BEN = card("Ben Okafor", "EMAIL:ben@acme.example", "X-SHOE-SIZE:44", "CATEGORIES:climate,golf")


def test_it_adds_nobody_before_being_told_to(desk: Client, alice: User) -> None:
    run = bring(desk, ANA + BEN)

    assert run.status == "ready"
    assert "Ana Pereira" in page(desk, run)
    assert not Contact.objects.exists()


def test_it_adds_people_with_all_that_stands_on_their_cards(desk: Client, alice: User) -> None:
    run = add(desk, bring(desk, ANA + BEN), tag="from my phone")

    assert run.outcome["added"] == 2
    ana, ben = Contact.objects.of(alice).by_name().order_by("given")
    assert [str(email) for email in ana.emails.all()] == ["ana@lumen.example"]
    assert [str(phone) for phone in ana.phones.all()] == ["+351 21 123 4567"]
    assert ana.jobs.get().organisation == Organisation.objects.get(name="Lumen")
    assert {str(tag) for tag in ben.tags.all()} == {"climate", "golf", "from my phone"}
    assert ben.search_entries.exists()


def test_the_text_of_a_card_is_kept_and_what_has_no_place_is_named(
    desk: Client, alice: User
) -> None:
    run = add(desk, bring(desk, BEN))

    assert SourceCard.objects.get().text.strip() == BEN.strip()
    assert "X-SHOE-SIZE" in page(desk, run)


def test_a_connection_becomes_how_and_when_we_met(desk: Client, alice: User) -> None:
    file = connections(
        "Cem,Aydin,https://www.linkedin.com/in/cem,,Acme,CTO,08 Feb 2026", ",,,,,,09 Feb 2026"
    )
    run = bring(desk, file, "Connections.csv")
    assert "hides the profile" in page(desk, run, "?verdict=skip")

    add(desk, run)
    cem = Contact.objects.get()
    assert (cem.how_met, cem.met_on, cem.known_since) == ("LinkedIn", "2026-02-08", "")
    assert cem.jobs.get().title == "CTO"


def test_the_same_file_again_brings_nothing(desk: Client, alice: User) -> None:
    add(desk, bring(desk, ANA + BEN))
    again = bring(desk, ANA + BEN)

    assert set(again.rows.values_list("verdict", flat=True)) == {"same"}
    assert "Nobody in this file is new" in page(desk, again)
    add(desk, again)
    assert Contact.objects.count() == 2


def test_somebody_known_by_email_is_completed_and_nothing_replaced(
    desk: Client, alice: User
) -> None:
    ana = make_contact(alice, "Ana Pereira", notes="Loves Fado", nickname="")
    ana.emails.create(address="ANA@lumen.example")
    run = bring(desk, card("Ana Pereira", "EMAIL:ana@lumen.example", "NICKNAME:Aninha", "NOTE:New"))

    assert "same email ana@lumen.example" in page(desk, run)
    add(desk, run)
    ana.refresh_from_db()
    assert (ana.nickname, ana.notes) == ("Aninha", "Loves Fado")
    assert ana.emails.count() == 1


NAMELESS = "BEGIN:VCARD\nVERSION:3.0\n{}\nEND:VCARD\n"


@pytest.mark.parametrize("line", ["EMAIL:ana@lumen.example", "TEL:+351 21 123 4567"])
def test_an_address_alone_and_the_card_with_the_name_are_one(
    desk: Client, alice: User, line: str
) -> None:
    add(desk, bring(desk, NAMELESS.format(line) + card("Ana Pereira", line, "NICKNAME:Aninha")))
    assert Contact.objects.get().name == "Ana Pereira"


def test_who_writes_from_the_address_of_an_office_is_not_the_office(
    desk: Client, alice: User
) -> None:
    info = "EMAIL:info@lumen.example"
    add(desk, bring(desk, NAMELESS.format(info) + card("Ana Pereira", info)))
    assert set(Contact.objects.values_list("name", "kind")) == {
        ("info@lumen.example", "office"), ("Ana Pereira", "person"),
    }  # fmt: skip


def test_who_was_known_by_an_address_alone_is_called_by_their_name(
    desk: Client, alice: User
) -> None:
    add(desk, bring(desk, NAMELESS.format("EMAIL:ana@lumen.example")))
    ana = Contact.objects.get()
    assert ana.name == "ana@lumen.example"
    run = add(desk, bring(desk, card("Ana Pereira", "EMAIL:ana@lumen.example")))
    ana.refresh_from_db()
    assert (ana.name, ana.sort_name) == ("Ana Pereira", "pereira ana")

    undo(desk, run)
    ana.refresh_from_db()
    assert (ana.name, ana.given) == ("ana@lumen.example", "")


def test_a_display_name_of_the_users_own_stays(desk: Client, alice: User) -> None:
    ana = make_contact(alice, "", display_override="Grandma")
    ana.emails.create(address="ana@lumen.example")
    run = bring(desk, card("Ana Pereira", "EMAIL:ana@lumen.example"))
    desk.post(f"/import/{run.uid}/rows/1/", {"choice": f"update:{ana.pk}"})
    add(desk, run)
    ana.refresh_from_db()
    assert (ana.name, ana.given) == ("Grandma", "Ana")


def test_the_text_of_a_card_that_brings_nothing_is_kept_too(desk: Client, alice: User) -> None:
    """What it says otherwise than the user, and the number by which it is known when it changes."""
    ana = make_contact(alice, "Ana Pereira", notes="Loves Fado")
    ana.emails.create(address="ana@lumen.example")
    lines = ("UID:7", "EMAIL:ana@lumen.example", "NOTE:Sings", "X-SHOE-SIZE:37")
    run = bring(desk, card("Ana Pereira", *lines))
    assert run.rows.get().verdict == "same"
    add(desk, run)

    assert "NOTE:Sings" in ana.source_cards.get().text
    assert "X-SHOE-SIZE" in page(desk, run)
    assert bring(desk, card("Ana Pereira", *lines)).rows.get().reason["code"] == "card"
    later = bring(desk, card("A. Pereira", "UID:7", "TEL:+351 21 123 4567"))
    assert later.rows.get().reason["code"] == "uid"
    undo(desk, run)
    assert not SourceCard.objects.exists()


def test_a_new_number_stands_behind_the_others(desk: Client, alice: User) -> None:
    ana = make_contact(alice, "Ana Pereira")
    for position, number in enumerate(("+351 1", "+351 2")):
        ana.phones.create(number=number, position=position)
    ana.emails.create(address="ana@lumen.example", is_preferred=True)
    lines = ("EMAIL:ana@lumen.example", "EMAIL;TYPE=PREF:a@b.example", "TEL;TYPE=PREF:+351 3")
    add(desk, bring(desk, card("Ana Pereira", *lines, "ADR;TYPE=PREF:;;Rua do Sol 7;Lisbon;;;")))

    assert [str(phone) for phone in ana.phones.all()] == ["+351 1", "+351 2", "+351 3"]
    assert [email.is_preferred for email in ana.emails.all()] == [True, False]
    assert ana.addresses.get().is_preferred


def test_a_shared_address_does_not_make_two_names_one_person(desk: Client, alice: User) -> None:
    make_contact(alice, "Ana Pereira").emails.create(address="office@lumen.example")
    run = bring(desk, card("Joana Costa", "EMAIL:office@lumen.example"))

    assert run.rows.get().verdict == "add"
    assert "maybe known: same email" in page(desk, run, "?verdict=decide")


def test_one_chooses_whom_a_card_is_about(desk: Client, alice: User) -> None:
    ana = make_contact(alice, "Ana Pereira")
    run = bring(desk, card("Ana Pereira", "TEL:+351 21 123 4567"))
    assert run.rows.get().verdict == "add"

    desk.post(f"/import/{run.uid}/rows/1/", {"choice": f"update:{ana.pk}"})
    assert "Complete" in page(desk, run)
    add(desk, run)
    assert ana.phones.get().number == "+351 21 123 4567"
    assert Contact.objects.count() == 1


def test_somebody_left_out_stays_out(desk: Client, alice: User) -> None:
    run = bring(desk, ANA + BEN)
    desk.post(f"/import/{run.uid}/rows/2/", {"choice": "skip"})
    add(desk, run)

    assert Contact.objects.get().given == "Ana"
    table = b"".join(desk.get(f"/import/{run.uid}/rejected/")).decode()
    assert "as you chose" in table


def test_two_cards_about_one_person_make_one_person(desk: Client, alice: User) -> None:
    second = card("Ana Pereira", "EMAIL:ana@lumen.example", "TEL:+351 91 000 0000")
    run = bring(desk, ANA + second + ANA)
    assert list(run.rows.by_position().values_list("verdict", flat=True)) == [
        "add",
        "update",
        "skip",
    ]
    add(desk, run)
    assert Contact.objects.get().phones.count() == 2


def test_an_organisations_own_card_is_no_person(desk: Client, alice: User) -> None:
    add(desk, bring(desk, card("", "ORG:Lumen", "X-ABShowAs:COMPANY", "EMAIL:info@lumen.example")))
    office = Contact.objects.get()
    assert (office.kind, office.name) == ("office", "Lumen")


def test_a_group_card_becomes_a_tag_of_its_members(desk: Client, alice: User) -> None:
    group = card(
        "Choir",
        "X-ADDRESSBOOKSERVER-KIND:group",
        "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:11111111-2222-3333-4444-555555555555",
    )
    run = bring(desk, card("Ana Pereira", "UID:11111111-2222-3333-4444-555555555555") + group)
    assert "A group of 1 card: becomes a tag" in page(desk, run)
    add(desk, run)
    assert [str(tag) for tag in Contact.objects.get().tags.all()] == ["Choir"]
    assert "group made a tag" in page(desk, run)
    assert "What was left out" not in page(desk, run)


def test_a_group_of_strangers_is_left_out_and_says_why(desk: Client, alice: User) -> None:
    group = card("Choir", "KIND:group", "MEMBER:urn:uuid:11111111-2222-3333-4444-555555555555")
    run = add(desk, bring(desk, card("Ana Pereira") + group))
    assert not Tag.objects.exists()
    assert "left out</dt><dd>1<" in page(desk, run)
    table = b"".join(desk.get(f"/import/{run.uid}/rejected/")).decode()
    assert "nobody here belongs" in table
    assert "FN:Choir" in table


def test_a_file_read_before_another_was_added_says_so(desk: Client, alice: User) -> None:
    early, late = bring(desk, ANA), bring(desk, BEN)
    assert "Another file was added" not in page(desk, early)
    add(desk, late)
    assert "Another file was added" in page(desk, early)


def test_a_forgotten_import_leaves_nothing(desk: Client, alice: User) -> None:
    run = bring(desk, ANA)
    desk.post(f"/import/{run.uid}/discard/")
    assert not ImportRun.objects.exists()
    assert desk.get(f"/import/{run.uid}/").status_code == 404
