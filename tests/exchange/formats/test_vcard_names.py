"""Who a card is about: names, kinds, and what stands in for a missing name."""

from collections.abc import Callable

import pytest

from exchange.cards import Card
from exchange.formats.names import NameParts, parts_from

One = Callable[..., Card]


def test_a_structured_name_is_taken_apart(card: One) -> None:
    alice = card("N:Ament;Alice;Maria,Luise;Dr.;Jr.", "FN:Dr. Alice Ament")
    assert (alice.prefix, alice.given, alice.additional) == ("Dr.", "Alice", "Maria,Luise")
    assert (alice.family, alice.suffix, alice.display_name) == ("Ament", "Jr.", "Dr. Alice Ament")
    assert not alice.is_name_deduced


def test_a_missing_display_name_is_put_together(card: One) -> None:
    alice = card("N:Ament;Alice;;;", version="2.1")
    assert alice.display_name == "Alice Ament"


def test_names_are_guessed_from_the_display_name(card: One) -> None:
    otto = card("N:;;;;", "FN:Dr. Otto Emil von der Heide Jr.")
    assert (otto.prefix, otto.given, otto.additional) == ("Dr.", "Otto", "Emil")
    assert (otto.family, otto.suffix, otto.is_name_deduced) == ("von der Heide", "Jr.", True)


@pytest.mark.parametrize(
    ("display_name", "expected"),
    [
        ("Alice", NameParts(given="Alice")),
        ("Ament, Alice Maria", NameParts(given="Alice", additional="Maria", family="Ament")),
        ("Bruce Banner, PhD", NameParts(given="Bruce", family="Banner", suffix="PhD")),
        ("M Curie", NameParts(given="M", family="Curie")),
        ("테스트", NameParts(given="테스트")),
        ("alice@example.com", NameParts()),
        ("+49 30 1234", NameParts()),
        ("", NameParts()),
    ],
)
def test_a_guess_at_a_name(display_name: str, expected: NameParts) -> None:
    assert parts_from(display_name) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["NICKNAME:Al", "EMAIL:alice@example.com"], "Al"),
        (["ORG:Acme", "EMAIL:alice@example.com"], "Acme"),
        (["EMAIL:alice@example.com", "TEL:1"], "alice@example.com"),
        (["TEL:+49 30 1"], "+49 30 1"),
        (["ADR:;;Main St 1;Berlin;;;"], "Main St 1, Berlin"),
        (["NOTE:the plumber\\nvery good"], "the plumber"),
    ],
)
def test_a_nameless_card_is_called_by_what_it_holds(
    card: One, lines: list[str], expected: str
) -> None:
    found = card("N:;;;;", *lines)
    assert (found.display_name, found.is_name_deduced) == (expected, True)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["FN:Acme", "ORG:Acme;", "N:;;;;"], "office"),
        (["FN:Front desk", "X-ABShowAs:COMPANY"], "office"),
        (["FN:Acme", "KIND:org"], "office"),
        (["ORG:Acme", "TEL:1"], "office"),
        (["FN:Friends", "KIND:group", "MEMBER:urn:uuid:1"], "group"),
        (["FN:Friends", "X-ADDRESSBOOKSERVER-KIND:group"], "group"),
        (["FN:Alice Ament", "ORG:Acme", "KIND:individual"], "person"),
        (["FN:Acme", "N:Acme;;;;", "ORG:Acme"], "person"),
    ],
)
def test_persons_offices_and_groups_are_told_apart(card: One, lines: list[str], kind: str) -> None:
    assert card(*lines).kind == kind


def test_the_members_of_a_group_are_their_uids(card: One) -> None:
    friends = card(
        "FN:Friends",
        "X-ADDRESSBOOKSERVER-KIND:group",
        "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:a-1",
        "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:b-2",
    )
    assert friends.members == ("a-1", "b-2")


def test_reading_aids_of_apple_and_of_japanese_phones(card: One) -> None:
    apple = card("FN:安藤", "X-PHONETIC-FIRST-NAME:Roido", "X-PHONETIC-LAST-NAME:Andō")
    phone = card("N:安藤;ロイド", "SOUND;X-IRMC-N:Andō;Roido;;;", version="2.1")
    for found in (apple, phone):
        assert (found.phonetic_given, found.phonetic_family) == ("Roido", "Andō")


def test_a_second_name_is_reported_and_kept(card: One) -> None:
    found = card("N;ALTID=1:Ament;Alice;;;", "N;ALTID=1:アメント;アリス;;;", version="4.0")
    assert found.family == "Ament"
    assert found.unmapped == ("N",)
    assert "アメント" in found.source
