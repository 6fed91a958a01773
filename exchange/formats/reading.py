"""The one door to all formats: a file of any kind read card by card."""

import os
from collections.abc import Iterator
from typing import BinaryIO

from exchange.cards import Card, Position

from .archives import read_archive
from .card_splitting import CardSplitter, CardText
from .decoding import lines_of
from .jcard import read_jcards
from .linkedin import read_connections
from .outcomes import Limits, Refusal, Skip
from .recognising import HEAD_BYTES, Format, Kind, Unrecognised, recognise
from .vcard_reading import read_card


def read(
    stream: BinaryIO, name: str, limits: Limits | None = None
) -> Iterator[Card | Refusal | Skip]:
    """Every card, row or member of a file as a card or with the reason why not.

    The stream must be able to seek. Memory holds one card at a time, and nothing is ever raised
    for what stands in a file.
    """
    limits = limits or Limits()
    place = Position(name, 0, 0)
    if stream.seek(0, os.SEEK_END) > limits.file_bytes:
        yield Refusal(place, "too_large", {"limit_mb": limits.file_bytes // 2**20})
        return
    stream.seek(0)
    found = recognise(stream.read(HEAD_BYTES), name)
    stream.seek(0)
    if isinstance(found, Unrecognised):
        yield Refusal(place, found.reason_code, found.detail)
    elif found.kind is Kind.ARCHIVE:
        yield from read_archive(stream, name, limits, _read_as)
    else:
        yield from _read_as(stream, name, found, limits)


def _read_as(
    stream: BinaryIO, name: str, found: Format, limits: Limits
) -> Iterator[Card | Refusal | Skip]:
    if found.kind is Kind.LINKEDIN:
        yield from read_connections(stream, name, found.encoding, limits)
    elif found.kind is Kind.JCARD:
        yield from read_jcards(stream, name, found.encoding, limits)
    else:
        yield from read_vcards(stream, name, found.encoding, limits)


def read_vcards(
    stream: BinaryIO, name: str, encoding: str, limits: Limits
) -> Iterator[Card | Refusal | Skip]:
    lines = lines_of(stream, encoding, limits.card_bytes)
    for piece in CardSplitter(name, encoding, limits).split(lines):
        yield read_card(piece.source, piece.position) if isinstance(piece, CardText) else piece
