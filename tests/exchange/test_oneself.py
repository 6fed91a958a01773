"""One's own card among those of a phone: proposed to be left out, known by one's own address."""

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact
from tests.exchange.importing import add, bring, card, page
from tests.makers import make_contact

pytestmark = pytest.mark.database

ME = card("Alice Novak", "EMAIL:Alice@Example.org", "TEL:+351 91 000 0001")
ANA = card("Ana Pereira", "EMAIL:ana@lumen.example")


def test_ones_own_card_is_left_out_and_says_why(desk: Client, alice: User) -> None:
    run = bring(desk, ANA + ME)
    assert "This is you: your own address stands on it" in page(desk, run)
    add(desk, run)
    assert [person.name for person in Contact.objects.all()] == ["Ana Pereira"]
    table = b"".join(desk.get(f"/import/{run.uid}/rejected/")).decode()
    assert "This is you" in table
    assert "FN:Alice Novak" in table


def test_whoever_wants_themselves_among_their_people_says_so(desk: Client, alice: User) -> None:
    run = bring(desk, ME)
    desk.post(f"/import/{run.uid}/rows/1/", {"choice": "add"})
    add(desk, run)
    assert Contact.objects.living().get().name == "Alice Novak"


def test_a_second_card_of_ones_own_is_left_out_too(desk: Client, alice: User) -> None:
    run = bring(desk, ME + card("Alice Novak", "TEL:+351 91 000 0001", "NOTE:old phone") + ANA)
    assert list(run.rows.by_position().values_list("verdict", flat=True)) == ["skip", "skip", "add"]


@pytest.mark.parametrize(
    "other",
    [
        card("Otto Novak", "EMAIL:alice@example.org"),
        card("", "FN:Lumen", "ORG:Lumen", "X-ABShowAs:COMPANY", "EMAIL:alice@example.org"),
        card("Alice Novak", "EMAIL:alice@lumen.example"),
    ],
)
def test_another_name_an_office_or_another_address_is_somebody_else(
    desk: Client, alice: User, other: str
) -> None:
    assert bring(desk, other).rows.get().verdict == "add"


def test_who_stands_among_ones_people_already_is_completed(desk: Client, alice: User) -> None:
    make_contact(alice, "Alice Novak").emails.create(address="alice@example.org")
    assert bring(desk, ME).rows.get().verdict == "update"
