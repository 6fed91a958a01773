"""Backslashes, quoted-printable and base64: the inside of a property's value, both ways."""

import base64
import binascii
import re
from typing import Final

from .content_lines import ContentLine
from .decoding import decode, guess_alphabet, storable

_ESCAPED: Final = re.compile(r"\\(\r?\n|[nN\\;,:\"])")
_QUOTED: Final = re.compile(rb"=([0-9A-Fa-f]{2})")


def decoded_value(line: ContentLine) -> str:
    """The value with its transfer encoding undone and its backslashes still in."""
    if not line.is_quoted_printable:
        return line.value
    raw = _QUOTED.sub(lambda code: bytes.fromhex(code[1].decode()), line.value.encode())
    declared = (*line.parameter("CHARSET"), "")[0]
    return _damaged_utf_8(raw) or decode(raw, guess_alphabet(raw), declared)


def _damaged_utf_8(raw: bytes) -> str:
    """UTF-8 with single letters broken, as when a phone cut a value short; "" when it is not."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    whole = sum(character > "\x7f" for character in text) - broken
    return storable(text) if 0 < broken < whole else ""


def text_of(line: ContentLine) -> str:
    """A single text. Commas and semicolons that should have been escaped are kept."""
    return unescape(decoded_value(line)).strip()


def parts_of(line: ContentLine) -> list[str]:
    """The components of a structured value (N, ADR, ORG), each unescaped."""
    return [unescape(part).strip() for part in split_at(decoded_value(line), ";")]


def one_line(text: str) -> str:
    """A text for a field of one line."""
    return re.sub(r"\s*\n\s*", " ", text) if "\n" in text else text


def items_of(line: ContentLine) -> list[str]:
    """The items of a list value (CATEGORIES, NICKNAME), each unescaped, none empty."""
    items = (unescape(item).strip() for item in split_at(decoded_value(line), ","))
    return [item for item in items if item]


def unescape(text: str) -> str:
    """Backslashes undone and line ends made "\\n"; an escape nobody defined stays as it is."""
    if "\\" in text:
        text = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN\r\n" else found[1], text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def split_at(text: str, separator: str) -> list[str]:
    """Cut at a separator that no backslash stands before."""
    if "\\" not in text:
        return text.split(separator)
    parts, current, position = [], "", 0
    while position < len(text):
        character = text[position]
        if character == "\\":
            current += text[position : position + 2]
            position += 2
            continue
        if character == separator:
            parts.append(current)
            current = ""
        else:
            current += character
        position += 1
    return [*parts, current]


def bytes_of(line: ContentLine) -> bytes | None:
    """What a base64 value holds, or `None` when it is not base64 or empty."""
    packed = re.sub(r"\s+", "", line.value)
    try:
        return base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True) or None
    except (binascii.Error, ValueError):
        return None


def escape(text: str) -> str:
    """A text for vCard 3.0 and 4.0."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return re.sub(r"\r\n?|\n", r"\\n", text)


def quoted_printable(text: str) -> str:
    """A text for vCard 2.1, in UTF-8, not yet folded."""
    text = re.sub(r"\r\n?|\n", "\r\n", text)
    return "".join(
        chr(byte) if 32 <= byte < 127 and byte != ord("=") else f"={byte:02X}"
        for byte in text.encode("utf-8", "replace")
    )
