"""A file of many cards: where each begins and ends, and what damage costs."""

from collections.abc import Callable

import pytest

from exchange.cards import Card, Labelled
from exchange.formats import Limits, Refusal, Skip

Read = Callable[..., list[Card | Refusal | Skip]]
One = Callable[..., Card]
ALICE = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Alice\r\nEND:VCARD\r\n"
BOB = ALICE.replace("Alice", "Bob")


def names(outcomes: list[Card | Refusal | Skip]) -> list[str]:
    return [one.display_name if isinstance(one, Card) else one.reason_code for one in outcomes]


def test_the_sources_of_the_cards_are_the_file(outcomes: Read) -> None:
    found = outcomes(ALICE + BOB)
    assert "".join(card.source for card in found) == ALICE + BOB
    assert [(one.position.card, one.position.line) for one in found if one.position] == [
        (1, 1),
        (2, 5),
    ]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\r\r\n"])
def test_every_line_end_is_read(outcomes: Read, end: str) -> None:
    text = (ALICE + BOB).replace("\r\n", end)
    assert names(outcomes(text)) == ["Alice", "Bob"]


def test_mixed_line_ends_folding_and_blank_lines(outcomes: Read) -> None:
    text = "BEGIN:VCARD\rFN:Ali\r\n ce\n\nNOTE:a\r\n\tb\r\r\n c\nEND:VCARD"
    (alice,) = outcomes(text)
    assert isinstance(alice, Card)
    assert (alice.display_name, alice.note, alice.source) == ("Alice", "abc", text)


def test_a_card_without_end_is_lost_alone(outcomes: Read) -> None:
    cut = "BEGIN:VCARD\r\nFN:Carol\r\nTEL:1\r\n"
    found = outcomes(ALICE + cut + BOB)
    assert names(found) == ["Alice", "Bob", "truncated"]
    refusal = found[-1]
    assert isinstance(refusal, Refusal)
    assert (refusal.position.card, refusal.position.line) == (2, 5)
    assert refusal.source == cut
    assert "END:VCARD" in refusal.reason


def test_cards_inside_a_card_stand_on_their_own(outcomes: Read) -> None:
    inner = "BEGIN:VCARD\nVERSION:2.1\nN:Bob\nEND:VCARD\n"
    found = outcomes(f"BEGIN:VCARD\nVERSION:2.1\nN:Alice\n{inner}TEL:1\nEND:VCARD\n")
    assert names(found) == ["Bob", "Alice"]
    assert isinstance(found[1], Card)
    assert found[1].phones == (Labelled("", "1"),)


def test_an_agent_belongs_to_the_card_that_names_it(outcomes: Read) -> None:
    agent = "AGENT:\nBEGIN:VCARD\nN:Bob\nTEL:2\nEND:VCARD\n"
    (alice,) = outcomes(f"BEGIN:VCARD\nVERSION:2.1\nN:Alice\n{agent}TEL:1\nEND:VCARD\n")
    assert isinstance(alice, Card)
    assert (alice.display_name, alice.phones) == ("Alice", (Labelled("", "1"),))
    assert alice.unmapped == ("AGENT",)
    assert agent in alice.source


def test_text_between_cards_is_named(outcomes: Read) -> None:
    found = outcomes(ALICE + "BEGIN:FOO\r\nEND:FOO\r\n\r\n" + BOB)
    assert names(found) == ["Alice", "outside_card", "Bob"]
    assert isinstance(found[1], Skip)


def test_a_card_that_says_nothing_is_refused(outcomes: Read) -> None:
    assert names(outcomes("BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nREV:1\nEND:VCARD\n")) == ["card_empty"]


def test_limits_refuse_with_where(outcomes: Read) -> None:
    large = ALICE.replace("Alice", "Carol\r\nNOTE:" + "x" * 5000)
    tight = Limits(card_bytes=2000, cards=3)
    assert names(outcomes(ALICE + large + BOB, limits=tight)) == ["Alice", "card_too_large", "Bob"]
    assert names(outcomes(ALICE * 5, limits=tight))[3:] == ["too_many_cards"]
    assert names(outcomes(ALICE, limits=Limits(file_bytes=10))) == ["too_large"]


def test_bytes_that_are_no_text_cost_their_card(outcomes: Read) -> None:
    broken = BOB.replace("Bob", "B\x00b")
    assert names(outcomes(ALICE + broken + ALICE)) == ["Alice", "not_text", "Alice"]


def test_comment_lines_are_reported_and_lines_that_go_on_are_kept(card: One) -> None:
    found = card(
        "FN:Alice",
        "# a comment",
        "NOTE;ENCODING=QUOTED-PRINTABLE:sharp =",
        "#1 is content",
        "ADR;HOME:;;Block A\\",
        "99\\",
        "Main St;Ulm;;;",
        version="2.1",
    )
    assert found.note == "sharp #1 is content"
    assert found.addresses[0].street == "Block A\n99\nMain St"
    assert found.unmapped == ("#",)


def test_ten_thousand_cards_are_read_one_by_one(outcomes: Read) -> None:
    assert names(outcomes(ALICE * 10_000)) == ["Alice"] * 10_000
