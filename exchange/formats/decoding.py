"""From bytes to text: which alphabet a file is in, and its lines one after another."""

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO, Final

import charset_normalizer

CHUNK: Final = 256 * 1024  # bytes read at a time
_LINE_END: Final = re.compile(rb"\r{0,2}\n|\r")  # iOS 6 wrote \r\r\n
# NUL and its like are no text, and databases refuse them; tab, escape and form feed are let pass.
NO_TEXT: Final = r"\x00-\x06\x0e-\x1a\x1c-\x1f"
_NOT_STORABLE: Final = re.compile(f"[{NO_TEXT}\ud800-\udfff]")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Alphabets that are believed when guessed; everything else is Windows-1252, by far the commonest.
_BELIEVED: Final = frozenset((
    "cp1250", "cp1251", "cp1253", "cp1255", "cp1256", "iso8859_2", "iso8859_5", "koi8_r",
    "koi8_u", "cp932", "shift_jis", "euc_jp", "gb18030", "gb2312", "gbk", "big5", "big5hkscs",
    "euc_kr", "cp949", "mac_roman", "mac_cyrillic",
))  # fmt: skip
_ENOUGH_FOR_A_GUESS: Final = 24  # bytes beyond ASCII; fewer tell nothing


def encoding_of(head: bytes) -> str:
    """The encoding of a file by its first bytes; "utf-8" also stands for plain ASCII."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if unmarked := _unmarked_utf_16(head):
        return unmarked
    if is_utf_8(head):
        return "utf-8"
    return guess_alphabet(head)


def _unmarked_utf_16(head: bytes) -> str:
    """Latin letters in UTF-16 leave every other byte zero (roundcube's sample has no mark)."""
    even, odd = head[:64:2], head[1:64:2]
    if len(odd) < 8:
        return ""
    if even.count(0) > 0.8 * len(even) and odd.count(0) < 0.2 * len(odd):
        return "utf-16-be"
    if odd.count(0) > 0.8 * len(odd) and even.count(0) < 0.2 * len(even):
        return "utf-16-le"
    return ""


def is_utf_8(head: bytes) -> bool:
    """Whether these bytes are UTF-8; the last character may be cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def guess_alphabet(sample: bytes) -> str:
    """The likeliest 8-bit or East Asian encoding of bytes that are not UTF-8."""
    if sum(byte > 0x7F for byte in sample) < _ENOUGH_FOR_A_GUESS:
        return "cp1252"
    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best and best.encoding in _BELIEVED else "cp1252"


def decode(raw: bytes, fallback: str, declared: str = "") -> str:
    """Text by the declared charset, else UTF-8, else `fallback`, else Windows-1252.

    Never fails: Latin-1, the last resort, knows every byte. What a database would refuse is
    replaced.
    """
    for name in (declared, "utf-8", fallback, "cp1252"):
        try:
            if name:
                return storable(raw.decode(name))
        except (UnicodeError, LookupError):
            continue
    return storable(raw.decode("latin-1"))


def storable(text: str) -> str:
    """NUL, its like and halves of letters (U+D800 and on) become the replacement character."""
    return _NOT_STORABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def lines_of(stream: BinaryIO, encoding: str, longest: int) -> Iterator[bytes]:
    """The physical lines, ends included, in an encoding that keeps ASCII as it is.

    UTF-16 and UTF-32 come out as UTF-8, other encodings untouched. A line over `longest` bytes
    comes in pieces.
    """
    waiting, searched = b"", 0
    for chunk in _ascii_like(stream, encoding):
        waiting += chunk
        # A carriage return at the very end may belong to a line feed that comes next.
        ready = len(waiting) - (2 if waiting.endswith(b"\r") else 0)
        start = 0
        for end in _LINE_END.finditer(waiting, searched):
            if end.end() > ready:
                break
            yield waiting[start : end.end()]
            start = end.end()
        waiting = waiting[start:]
        if len(waiting) > longest:
            yield waiting
            waiting = b""
        searched = max(0, len(waiting) - 2)
    yield from physical_lines(waiting)


def physical_lines(raw: bytes) -> list[bytes]:
    """Bytes cut after each line end."""
    ends = [0, *(end.end() for end in _LINE_END.finditer(raw)), len(raw)]
    return [raw[start:end] for start, end in pairwise(ends) if end > start]


def _ascii_like(stream: BinaryIO, encoding: str) -> Iterator[bytes]:
    first = True
    if encoding.startswith(("utf-16", "utf-32")):
        decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        while chunk := stream.read(CHUNK):
            yield decoder.decode(chunk).encode("utf-8", "replace")
        yield decoder.decode(b"", final=True).encode("utf-8", "replace")
        return
    while chunk := stream.read(CHUNK):
        yield chunk.removeprefix(codecs.BOM_UTF8) if first else chunk
        first = False
