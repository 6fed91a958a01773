"""Which format a file is in, and the sentence for one that is none of them."""

from collections.abc import Callable

import pytest

from exchange.cards import Card
from exchange.formats import Format, Refusal, Skip, Unrecognised, recognise
from exchange.formats.reasons import REASONS, explain
from exchange.formats.recognising import Kind

Read = Callable[..., list[Card | Refusal | Skip]]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"begin:vcard\r\nfn:a\r\nend:vcard", Kind.VCARD),
        (b"\xef\xbb\xbfBEGIN:VCARD\n", Kind.VCARD),
        (b"\n\nexported by X\nBEGIN:VCARD\n", Kind.VCARD),
        (b"First Name,Last Name,Connected On\n", Kind.LINKEDIN),
        (b'Notes:\n"a, b"\n\nFirst Name;Last Name;Connected On\n', Kind.LINKEDIN),
        (b'["vcard", [["fn", {}, "text", "A"]]]', Kind.JCARD),
        (b"PK\x03\x04....", Kind.ARCHIVE),
    ],
)
def test_a_known_file_is_known_whatever_its_name(head: bytes, kind: Kind) -> None:
    found = recognise(head, "holiday.jpg")
    assert isinstance(found, Format)
    assert found.kind is kind


@pytest.mark.parametrize(
    ("head", "name", "code"),
    [
        (b"", "a.vcf", "empty"),
        (b" \r\n ", "a.vcf", "empty"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "a.ics", "calendar"),
        (b"%PDF-1.7", "a.vcf", "pdf"),
        (b"\xff\xd8\xff\xe0", "a.vcf", "image"),
        (b"<!DOCTYPE html><html>", "a.vcf", "web_page"),
        (b'{"contacts": []}', "a.json", "json"),
        (b"\x00\x01\x02\x03\x80\x90", "a.vcf", "binary"),
        (b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml", "a.xlsx", "spreadsheet"),
        (b"Name,Age,Colour\nAlice,3,red\n", "a.csv", "csv_unknown"),
        (b"From,To,Sent At,Message,Direction,inviterProfileUrl\n", "a.csv", "linkedin_other"),
        (b"just a letter", "a.vcf", "unknown"),
    ],
)
def test_an_unknown_file_gets_its_reason(head: bytes, name: str, code: str) -> None:
    found = recognise(head, name)
    assert isinstance(found, Unrecognised)
    assert found.reason_code == code
    assert found.reason


def test_reading_an_unknown_file_is_one_refusal(outcomes: Read) -> None:
    (refusal,) = outcomes(b"", "empty.vcf")
    assert isinstance(refusal, Refusal)
    assert (refusal.position.file, refusal.reason) == ("empty.vcf", "The file is empty.")


def test_every_reason_can_be_told() -> None:
    detail = dict.fromkeys(("limit_mb", "limit", "columns", "problem", "unpacked_mb"), 7)
    for code in REASONS:
        assert explain(code, detail).endswith((".", ":"))


def test_a_jcard_is_read_like_the_vcard_that_it_is(outcomes: Read) -> None:
    (alice,) = outcomes(
        '["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", "Ament, Alice"],'
        ' ["n", {}, "text", ["Ament", "Alice", ["Maria", "Luise"], "", ""]],'
        ' ["tel", {"type": ["work", "fax"], "group": "g"}, "uri", "tel:+1"],'
        ' ["categories", {}, "text", "a,b", "c"], ["x-foo", {}, "unknown", 3]]]',
        "alice.json",
    )
    assert isinstance(alice, Card)
    assert (alice.display_name, alice.given) == ("Ament, Alice", "Alice")
    assert (alice.phones[0].label, alice.phones[0].value) == ("work fax", "+1")
    assert (alice.categories, alice.unmapped) == (("a,b", "c"), ("X-FOO",))


@pytest.mark.parametrize("text", ['["vcard", [["fn"]]]', '["vcard", 3]', '["vcard", [["fn", {}'])
def test_a_broken_jcard_is_refused(outcomes: Read, text: str) -> None:
    (refusal,) = outcomes(text, "alice.json")
    assert isinstance(refusal, Refusal)
    assert refusal.reason_code == "card_malformed"
