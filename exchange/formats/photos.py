"""The picture in a card: inside it, behind an address, or broken."""

import re
from typing import Final

from exchange.cards import Photo, PhotoLink

from .content_lines import ContentLine
from .escaping import bytes_of, text_of

_SIGNATURES: Final = (
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
)
_DATA_URI: Final = re.compile(r"data:([\w.+/-]*)[^,]*?\\?,", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"(?:https?|ftp)://\S+\Z", re.IGNORECASE)


def photo_of(line: ContentLine) -> Photo | PhotoLink | None:
    """`None` when the value is neither a picture in base64 nor a web address."""
    value = line.value.strip()
    if embedded := _DATA_URI.match(value):
        data = bytes_of(line.with_value(value[embedded.end() :]))
        return Photo(media_type(data, embedded[1]), data) if data else None
    address = text_of(line)
    if _ADDRESS.match(address):
        return PhotoLink(address)
    data = bytes_of(line)
    return Photo(media_type(data, (*line.types, "")[0]), data) if data and len(data) > 8 else None


def media_type(data: bytes, said: str) -> str:
    """By the first bytes, since cards often name the wrong type; else by what was said."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    said = said.lower().removeprefix("x-")
    return said if "/" in said else f"image/{said}" if said else "application/octet-stream"
