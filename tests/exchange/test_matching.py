"""Who a card is about: recognised by what identifies people, and left open where that may err."""

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact, Organisation
from exchange.models import ImportRow
from tests.exchange.importing import add, bring, card, connections, zipped
from tests.makers import make_contact

pytestmark = pytest.mark.database

NOTE = "NICKNAME:Aninha"


@pytest.fixture
def ana(alice: User) -> Contact:
    ana = make_contact(alice, "Ana Pereira")
    ana.emails.create(address="ana@lumen.example")
    ana.phones.create(number="+351 21 123 4567", digits="351211234567")
    ana.links.create(url="https://www.linkedin.com/in/ana-pereira/")
    ana.jobs.create(organisation=Organisation.objects.create(owner=alice, name="Lumen"))
    return ana


def row_of(desk: Client, *lines: str, name: str = "Ana Pereira") -> ImportRow:
    return bring(desk, card(name, *lines, NOTE)).rows.get()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("EMAIL:Ana@Lumen.example", "email"),
        ("TEL:(021) 123 45 67", "phone"),
        ("TEL:0035121 1234567", "phone"),
        ("URL:http://linkedin.com/in/Ana-Pereira?trk=x", "linkedin"),
        ("ORG:LUMEN", "work"),
    ],
)
def test_she_is_recognised_by(desk: Client, ana: Contact, line: str, reason: str) -> None:
    row = row_of(desk, line)
    assert (row.verdict, row.contact, row.reason["code"]) == ("update", ana, reason)


def test_a_card_changed_since_it_came_is_known_by_its_uid(desk: Client, alice: User) -> None:
    add(desk, bring(desk, card("Ana Pereira", "UID:urn:uuid:a-1")))
    row = row_of(desk, "UID:a-1")
    assert (row.verdict, row.reason["code"]) == ("update", "uid")


def test_another_order_of_her_names_is_still_her(desk: Client, ana: Contact) -> None:
    assert row_of(desk, "ORG:Lumen", name="Pereira Ana").contact == ana


def test_a_name_alone_is_left_to_the_user(desk: Client, ana: Contact) -> None:
    row = row_of(desk, "EMAIL:somebody@else.example")
    assert (row.verdict, row.choices) == ("add", [ana.pk])


def test_two_of_her_name_at_one_address_are_left_to_the_user(desk: Client, ana: Contact) -> None:
    twin = make_contact(ana.owner, "Ana Pereira")
    twin.emails.create(address="ana@lumen.example")
    row = row_of(desk, "EMAIL:ana@lumen.example")
    assert (row.verdict, row.choices) == ("add", [ana.pk, twin.pk])


def test_people_in_the_trash_are_not_known(desk: Client, ana: Contact) -> None:
    ana.trash()
    assert row_of(desk, "EMAIL:ana@lumen.example").verdict == "add"


def test_who_went_to_the_trash_meanwhile_is_added_anew(desk: Client, ana: Contact) -> None:
    run = bring(desk, card("Ana Pereira", "EMAIL:ana@lumen.example", NOTE))
    ana.trash()
    assert add(desk, run).outcome["added"] == 1
    assert Contact.objects.living().get().nickname == "Aninha"


def test_nothing_new_means_already_there(desk: Client, ana: Contact) -> None:
    row = bring(desk, card("Ana Pereira", "EMAIL:ana@lumen.example", "ORG:Lumen")).rows.get()
    assert row.verdict == "same"


def test_the_phone_book_and_linkedin_come_together(desk: Client, alice: User) -> None:
    file = zipped(
        Connections__csv=connections(
            "Ana,Pereira,https://www.linkedin.com/in/ana-pereira,ana@lumen.example,Lumen,CPO,"
            "08 Feb 2026"
        ),
        messages__csv="CONVERSATION ID,FROM\n1,Ana",
    )
    add(desk, bring(desk, card("Ana Pereira", "EMAIL:ana@lumen.example", "TEL:+351 21 123 4567")))
    run = add(desk, bring(desk, file, "Basic_LinkedInDataExport_11-23-2026.zip"))

    assert run.outcome["completed"] == 1
    ana = Contact.objects.get()
    assert ana.links.get().url.endswith("/ana-pereira")
    assert (ana.jobs.get().title, ana.how_met) == ("CPO", "LinkedIn")
    assert ana.source_cards.count() == 2
