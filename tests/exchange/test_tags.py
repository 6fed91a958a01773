"""What becomes of categories and groups: tags, but for those that an address book keeps itself."""

import pytest
from django.test import Client
from django.utils.html import strip_tags

from accounts.models import User
from contacts.models import Contact, Tag
from tests.exchange.importing import add, bring, card, page
from tests.makers import make_contact

pytestmark = pytest.mark.database


@pytest.mark.parametrize(
    "name",
    ["myContacts", "My Contacts", "* myContacts", "Other Contacts", "System Group: My Contacts"],
)
def test_a_group_of_everybody_becomes_no_tag(desk: Client, name: str) -> None:
    add(desk, bring(desk, card("Ana Pereira", f"CATEGORIES:{name},golf")))
    ana = Contact.objects.get()
    assert [str(tag) for tag in ana.tags.all()] == ["golf"]
    assert not ana.starred_at
    assert f"CATEGORIES:{name},golf" in ana.source_cards.get().text


@pytest.mark.parametrize("name", ["starred", "Starred in Android", "* Starred"])
def test_whoever_is_starred_there_is_starred_here(desk: Client, name: str) -> None:
    run = bring(desk, card("Ana Pereira", f"CATEGORIES:myContacts,{name}"))
    assert "Starred yes" in " ".join(strip_tags(page(desk, run, "?open=1")).split())
    add(desk, run)
    assert Contact.objects.get().starred_at
    assert not Tag.objects.exists()


def test_somebody_known_stays_starred_or_not_as_they_are(desk: Client, alice: User) -> None:
    ana = make_contact(alice, "Ana Pereira")
    ana.emails.create(address="ana@lumen.example")
    run = bring(desk, card("Ana Pereira", "EMAIL:ana@lumen.example", "CATEGORIES:starred"))
    assert run.rows.get().verdict == "same"
    add(desk, run)
    ana.refresh_from_db()
    assert not ana.starred_at


def test_a_group_card_of_everybody_is_left_out_and_says_why(desk: Client) -> None:
    group = card("My Contacts", "KIND:group", "MEMBER:urn:uuid:a-1")
    run = bring(desk, card("Ana Pereira", "UID:a-1") + group)
    html = page(desk, run)
    assert "an address book keeps for itself" in html
    assert "What shall become of My Contacts" not in html
    add(desk, run)
    assert not Tag.objects.exists()


def test_members_are_known_by_their_address_too(desk: Client, alice: User, mallory: User) -> None:
    make_contact(mallory, "Ana Pereira").emails.create(address="ana@lumen.example")
    known = make_contact(alice, "Ben Okafor")
    known.emails.create(address="Ben@Acme.example")
    group = card(
        "Choir",
        "KIND:group",
        "MEMBER:mailto:ana@lumen.example",
        "MEMBER:MAILTO:ben%40acme.example?subject=Song",
        "MEMBER:mailto:eva@nowhere.example",
    )
    add(desk, bring(desk, card("Ana Pereira", "EMAIL:Ana@lumen.example") + group))
    tagged = Tag.objects.get(name="Choir").contacts.all()
    assert {person.name for person in tagged} == {"Ana Pereira", "Ben Okafor"}
    assert {person.owner for person in tagged} == {alice}


def test_an_address_of_two_people_names_neither(desk: Client, alice: User) -> None:
    for name in ("Ana Pereira", "Ben Okafor"):
        make_contact(alice, name).emails.create(address="home@pereira.example")
    add(desk, bring(desk, card("Choir", "KIND:group", "MEMBER:mailto:home@pereira.example")))
    assert not Tag.objects.exists()
