"""Zips: many files in one, and the ones made to do harm."""

import io
import zipfile
from collections.abc import Callable

from exchange.cards import Card
from exchange.formats import Limits, Refusal, Skip

Read = Callable[..., list[Card | Refusal | Skip]]
VCARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Alice\r\nEND:VCARD\r\n"
CSV = b"First Name,Last Name,Connected On\nBob,Bell,08 Feb 2026\n"


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def codes(found: list[Card | Refusal | Skip]) -> list[str]:
    return [one.display_name if isinstance(one, Card) else one.reason_code for one in found]


def test_a_folder_of_cards_and_a_linkedin_archive(outcomes: Read) -> None:
    content = zipped(
        {
            "alice.vcf": VCARD,
            "Connections.csv": CSV,
            "messages.csv": b"CONVERSATION ID,FROM,TO\n1,a,b\n",
            "photo.jpg": b"\xff\xd8\xff",
            "__MACOSX/._alice.vcf": VCARD,
        }
    )
    found = outcomes(content, "export.zip")
    assert codes(found) == ["Alice", "Bob Bell", "not_contacts", "not_contacts"]
    assert [one.position.file for one in found if one.position][:2] == [
        "export.zip/alice.vcf",
        "export.zip/Connections.csv",
    ]


def test_a_damaged_member_costs_itself(outcomes: Read) -> None:
    content = bytearray(zipped({"a.vcf": VCARD, "b.vcf": VCARD}, zipfile.ZIP_STORED))
    content[content.index(b"Alice")] = ord("X")  # no longer what its checksum says
    assert codes(outcomes(bytes(content), "a.zip")) == ["archive_broken", "Alice"]


def test_a_cut_off_zip_is_refused(outcomes: Read) -> None:
    assert codes(outcomes(zipped({"a.vcf": VCARD})[:-30], "a.zip")) == ["archive_broken"]


def test_a_zip_bomb_is_refused_unread(outcomes: Read) -> None:
    bomb = zipped({"a.vcf": VCARD + b" " * 30_000_000})
    assert len(bomb) < 100_000
    (refusal,) = outcomes(bomb, "a.zip")
    assert isinstance(refusal, Refusal)
    assert refusal.reason_code == "archive_dense"
    assert "28 MB" in refusal.reason


def test_limits_of_an_archive(outcomes: Read) -> None:
    content = zipped({"a.vcf": VCARD * 1000, "b.vcf": VCARD, "c.vcf": VCARD})
    assert codes(outcomes(content, limits=Limits(unpacked_bytes=1000))) == ["archive_bomb"]
    assert codes(outcomes(content, limits=Limits(archive_members=2))) == ["archive_too_many"]


def test_a_zip_inside_a_zip_is_left_closed(outcomes: Read) -> None:
    assert codes(outcomes(zipped({"in.zip": zipped({"a.vcf": VCARD})}))) == ["archive_in_archive"]


def test_an_empty_zip_holds_no_contacts(outcomes: Read) -> None:
    assert codes(outcomes(zipped({}), "a.zip")) == ["archive_nothing"]


def test_a_zip_with_a_password_is_refused(outcomes: Read) -> None:
    content = bytearray(zipped({"a.vcf": VCARD}))
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the flag in the central directory
    assert codes(outcomes(bytes(content), "a.zip")) == ["archive_encrypted"]
