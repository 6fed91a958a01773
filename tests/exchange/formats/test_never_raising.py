"""Whatever a file holds, reading it ends with outcomes and never with an exception."""

import io
import time
from dataclasses import astuple
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from exchange.cards import Card
from exchange.formats import Refusal, Skip, card_from, changes_between, patch, read, recognise

FUZZ = Path(__file__).parents[4] / "shared/samples/fuzz"
OUTCOMES = (Card, Refusal, Skip)
PIECES = [
    b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"END:VCARD", b"VERSION:2.1\n", b"VERSION:4.0\r",
    b"TEL;", b"TEL;CELL:1\n", b"N:;;;;\n", b"ENCODING=QUOTED-PRINTABLE:", b"=\n", b"=3D=C3", b"\\",
    b";CHARSET=SHIFT_JIS:", b";CHARSET=nonsense:", b'TYPE="', b'"', b"item1.", b"X-ABLabel:x\n",
    b"AGENT:\n", b"PHOTO;ENCODING=b:", b"/9j/4AAQ", b" ", b"\t", b"\n", b"\r", b"\x00", b"\xff\xfe",
    b"\xef\xbb\xbf", b"First Name,Last Name,Connected On\n", b"a,b,c\n", b",", b"\xc3\xa9", b"\xe9",
    b"X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;a;99999999999;b\n", b"BDAY:00000000\n",
    b"NOTE;CHARSET=raw_unicode_escape;ENCODING=QUOTED-PRINTABLE:\\ud800=00\n", b"\\u0000\\ud800",
    b"1/2/23\n", b"PK\x03\x04", b'["vcard",[["fn",{},"text","A"]]]', b"[", b"]", b"#", b":", b";",
]  # fmt: skip


def outcomes_of(content: bytes, name: str = "contacts.vcf") -> list[Card | Refusal | Skip]:
    return list(read(io.BytesIO(content), name))


def _texts(value: object) -> list[str]:
    """All texts within, however deep; a database must be able to hold each."""
    if isinstance(value, tuple | list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []


@settings(max_examples=400, deadline=None)
@given(some.lists(some.sampled_from(PIECES) | some.binary(max_size=8), max_size=40).map(b"".join))
@example(b"")
@example(b"BEGIN:VCARD")
@example(b'["vcard",[["fn",{},"text","\\u0000\\ud800"]]]')
@example(b"BEGIN:VCARD\nTEL\nEND:VCARD")
def test_any_bytes_come_to_outcomes_that_can_explain_themselves(content: bytes) -> None:
    for outcome in outcomes_of(content):
        assert isinstance(outcome, OUTCOMES)
        if not isinstance(outcome, Card):
            assert outcome.reason
        for text in _texts(astuple(outcome)):
            assert "\0" not in text
            assert text.encode() == text.encode("utf-8", "replace")


@settings(max_examples=300, deadline=None)
@given(some.lists(some.sampled_from(PIECES) | some.binary(max_size=8), max_size=30).map(b"".join))
def test_any_card_can_be_read_and_patched(inside: bytes) -> None:
    for outcome in outcomes_of(b"BEGIN:VCARD\nFN:Alice\n" + inside + b"\nEND:VCARD\n"):
        if isinstance(outcome, Card) and outcome.dialect != "linkedin":
            empty = Card(display_name="Bob")
            patched = patch(outcome.source, changes_between(outcome, empty))
            assert card_from(patched).phones == ()


@pytest.mark.parametrize(
    "content",
    [
        b"\r" * 2_000_000,
        b"BEGIN:VCARD\n" * 20_000,
        b"BEGIN:VCARD\nAGENT:\n" * 5_000,
        b"BEGIN:VCARD\nTEL;" + b";" * 300_000 + b"\nEND:VCARD\n",
        b"BEGIN:VCARD\nTEL;A=" + b'"' * 300_001 + b":1\nEND:VCARD\n",
        b"BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:" + b"=\n" * 200_000 + b"END:VCARD\n",
        b"BEGIN:VCARD\nFN:A\nN:" + b"\\;" * 300_000 + b"\nEND:VCARD\n",
        b"First Name,Last Name,Connected On\n" + b'"a,b\n' * 20_000,
        b"First Name,Last Name,Connected On\n" + b'"' * 500_000,
        b"[" * 200_000,
        b"\n" * 1_000_000,
        b"," * 1_000_000,
    ],
    ids=lambda content: repr(content[:30]),
)
def test_hostile_repetition_costs_no_more_than_seconds(content: bytes) -> None:
    started = time.process_time()
    outcomes_of(content)
    assert time.process_time() - started < 5


@pytest.mark.skipif(not FUZZ.is_dir(), reason="the sample files are not here")
def test_what_fuzzers_found_elsewhere_does_no_harm_here() -> None:
    files = sorted(FUZZ.iterdir())
    assert files
    for file in files:
        content = file.read_bytes()
        for name in ("contacts.vcf", "contacts.csv"):
            assert all(isinstance(outcome, OUTCOMES) for outcome in outcomes_of(content, name))
        wrapped = b"BEGIN:VCARD\nFN:Alice\n" + content.replace(b"\0", b"") + b"\nEND:VCARD\n"
        assert all(isinstance(outcome, OUTCOMES) for outcome in outcomes_of(wrapped))


def test_a_zero_byte_far_down_a_table_is_made_storable() -> None:
    head = b"First Name,Last Name,Connected On\n" + b"Alice,Ament,\n" * 25_000
    last = outcomes_of(head + b"B\0b,Bell,\n")[-1]
    assert isinstance(last, Card)
    assert last.given == "B\N{REPLACEMENT CHARACTER}b"


@given(some.binary(max_size=200), some.text(max_size=20))
def test_recognising_takes_any_bytes_under_any_name(head: bytes, name: str) -> None:
    assert recognise(head, name)
