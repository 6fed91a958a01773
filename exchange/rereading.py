"""The text of a card that was kept, read once more for whoever wants to see all that it said."""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from contacts.fitting import fit
from exchange import wording
from exchange.cards import Card
from exchange.formats import card_from, is_vcard, read
from exchange.formats.linkedin import DIALECT
from exchange.leaving import left_on
from exchange.leftovers import Leftovers
from exchange.models import SourceCard
from exchange.translating import draft_from, unplaced

SHOWN: Final = 20_000  # characters on the page; the file has them all
# A file inside a text: base64 over one or many lines, which no eye can read.
_ENCODED: Final = re.compile(
    r"[A-Za-z0-9+/]{40,}+=*+(?:\r{0,2}\n[ \t]*+[A-Za-z0-9+/]++=*+(?=\s|\Z))*+"
)
_FEWEST: Final = 400  # characters worth hiding


class Piece(NamedTuple):
    """A part of the text, and how many bytes are left out behind it."""

    text: str
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class KeptCard:
    """`left` is what found no place with the person, `shortened` what lost its end there."""

    source: SourceCard
    format: str
    left: list[Leftovers]
    shortened: list[str]
    pieces: list[Piece]


def kept_card(source: SourceCard) -> KeptCard:
    card = _card(source.text)
    return KeptCard(
        source=source,
        format=format_of(source),
        left=left_on(card, source.text, unplaced(card)),
        shortened=[wording.fact(name) for name in fit(draft_from(card))],
        pieces=list(_fitting(pieces_of(source.text))),
    )


def format_of(source: SourceCard) -> str:
    if source.format == DIALECT:
        return _("a row of LinkedIn's table")
    return f"vCard {source.format}".strip()


def file_kind(source: SourceCard) -> tuple[str, str]:
    """What the text is as a file: its ending and its media type."""
    return ("vcf", "text/vcard") if is_vcard(source.text) else ("csv", "text/csv")


def pieces_of(text: str) -> Iterator[Piece]:
    """The text without the files that are packed into it."""
    start = 0
    for found in _ENCODED.finditer(text):
        packed = len("".join(found[0].split()))
        if packed >= _FEWEST:
            yield Piece(text[start : found.start()], packed * 3 // 4)
            start = found.end()
    yield Piece(text[start:])


def _fitting(pieces: Iterable[Piece]) -> Iterator[Piece]:
    room = SHOWN
    for text, left_out in pieces:
        rest = len(text[room:].encode())
        yield Piece(text[:room], rest + left_out)
        room = max(0, room - len(text))


def _card(text: str) -> Card:
    """A card that says nothing where the text can no longer be read."""
    if is_vcard(text):
        return card_from(text)
    cards = (each for each in read(io.BytesIO(text.encode()), "") if isinstance(each, Card))
    return next(cards, Card())
