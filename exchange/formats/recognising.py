"""Which format a file is in, by what stands in it; its name is only a last hint."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from . import linkedin_columns
from .decoding import decode, encoding_of
from .outcomes import Detail
from .reasons import explain

HEAD_BYTES: Final = 256 * 1024  # what `recognise` wants to see; less is enough for small files
_CARD: Final = re.compile(r"^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)
_JCARD: Final = re.compile(r'\s*\[\s*(?:\[\s*)?"vcard"', re.IGNORECASE)
_SIGNATURES: Final = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"\xd0\xcf\x11\xe0", "spreadsheet"),  # the container of old Word and Excel files
)
# How texts begin that are no contacts, in lower case.
_BEGINNINGS: Final = (
    ("begin:vcalendar", "calendar"),
    ("<!doctype html", "web_page"),
    ("<html", "web_page"),
    ("{", "json"),
    ("[", "json"),
)
_OFFICE_DOCUMENT: Final = re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|mimetype)", re.S)


class Kind(StrEnum):
    VCARD = "vcard"
    JCARD = "jcard"
    LINKEDIN = "linkedin"
    ARCHIVE = "zip"


@dataclass(frozen=True, slots=True)
class Format:
    kind: Kind
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Unrecognised:
    reason_code: str
    detail: Detail = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """The reason in plain English."""
        return explain(self.reason_code, self.detail)


def recognise(head: bytes, name: str) -> Format | Unrecognised:
    """The format by the first `HEAD_BYTES` bytes of a file (or all of it)."""
    if not head.strip():
        return Unrecognised("empty")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        is_document = _OFFICE_DOCUMENT.match(head)
        return Unrecognised("spreadsheet") if is_document else Format(Kind.ARCHIVE)
    for signature, code in _SIGNATURES:
        if head.startswith(signature):
            return Unrecognised(code)
    encoding = encoding_of(head)
    text = head_text(head, encoding)
    if found := _by_text(text, encoding):
        return found
    is_binary = b"\0" in head and not encoding.startswith(("utf-16", "utf-32"))
    return Unrecognised("binary") if is_binary else _unrecognised(text, name)


def head_text(head: bytes, encoding: str) -> str:
    """The head as text with "\\n" at line ends; without its mark and a character cut at the end."""
    text = head.decode(encoding, "ignore") if encoding.startswith("utf") else decode(head, encoding)
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _by_text(text: str, encoding: str) -> Format | None:
    if _CARD.search(text):
        return Format(Kind.VCARD, encoding)
    if _JCARD.match(text):
        return Format(Kind.JCARD, encoding)
    if linkedin_columns.find(text):
        return Format(Kind.LINKEDIN, encoding)
    return None


def _unrecognised(text: str, name: str) -> Unrecognised:
    beginning = text.lstrip()[:200].lower()
    for start, code in _BEGINNINGS:
        if beginning.startswith(start):
            return Unrecognised(code)
    if columns := linkedin_columns.foreign_header(text):
        shown = ", ".join(columns)[:200]
        known = linkedin_columns.is_linkedin_table(columns)
        return Unrecognised("linkedin_other" if known else "csv_unknown", {"columns": shown})
    if name.lower().endswith((".csv", ".tsv")):
        return Unrecognised("csv_unknown", {"columns": beginning.partition("\n")[0]})
    return Unrecognised("unknown")
