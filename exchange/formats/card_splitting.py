"""A stream of bytes cut into cards, each as exact text, with what stands between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from exchange.cards import Position

from .decoding import NO_TEXT, decode, physical_lines
from .outcomes import Limits, Refusal, Skip

_BEGIN: Final = re.compile(rb"[ \t\xa0]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*[\r\n]*\Z", re.IGNORECASE)
_END: Final = re.compile(rb"END[ \t]*:[ \t]*VCARD[ \t]*[\r\n]*\Z", re.IGNORECASE)
_AGENT: Final = re.compile(rb"(?:[\w-]+\.)?AGENT[^:]*:[ \t]*[\r\n]*\Z", re.IGNORECASE)
_CHARSET: Final = re.compile(rb'[^:]*?;CHARSET="?([\w.:-]+)"?[;:]', re.IGNORECASE)
_NO_TEXT: Final = re.compile(b"[" + NO_TEXT.encode() + b"]")
DEEPEST: Final = 8  # open cards within each other; beyond it, ends are missing


@dataclass(frozen=True, slots=True)
class CardText:
    source: str
    position: Position


@dataclass(slots=True)
class _Open:
    """A card, or a stretch between cards, that is still being gathered."""

    position: Position
    lines: list[bytes] = field(default_factory=list)
    size: int = 0
    agents: int = 0  # cards behind AGENT, part of this card's text

    def add(self, line: bytes, limit: int) -> None:
        self.size += len(line)
        if self.size <= limit:
            self.lines.append(line)
        elif self.lines:  # too large already: keep no more than the beginning
            self.lines = self.lines[:20]

    def last_text(self) -> bytes:
        return next((line for line in reversed(self.lines) if line.strip()), b"")


@dataclass(slots=True)
class CardSplitter:
    """Cards that stand directly inside others (vCard 2.1) come out as cards of their own.

    So does what follows a card whose END is missing: only that card is lost.
    """

    file: str
    fallback: str  # the encoding of lines that are not UTF-8 and name none
    limits: Limits
    cards: int = 0
    stack: list[_Open] = field(default_factory=list)
    between: _Open | None = None

    def split(self, lines: Iterator[bytes]) -> Iterator[CardText | Refusal | Skip]:
        for number, line in enumerate(lines, start=1):
            yield from self._take(line, number)
            if self.cards > self.limits.cards:
                place = Position(self.file, self.cards, number)
                yield Refusal(place, "too_many_cards", {"limit": self.limits.cards})
                return
        yield from self._stray()
        yield from (self._cut_off(card) for card in self.stack)

    def _take(self, line: bytes, number: int) -> Iterator[CardText | Refusal | Skip]:
        if _BEGIN.match(line):
            yield from self._begin(line, number)
        elif not self.stack:
            self._take_between(line, number)
        else:
            self.stack[-1].add(line, self.limits.card_bytes)
            if _END.match(line):
                yield from self._end()

    def _begin(self, line: bytes, number: int) -> Iterator[Refusal | Skip]:
        if self.stack and _AGENT.match(self.stack[-1].last_text()):
            self.stack[-1].agents += 1
            self.stack[-1].add(line, self.limits.card_bytes)
            return
        yield from self._stray()
        if len(self.stack) == DEEPEST:
            yield self._cut_off(self.stack.pop(0))
        self.cards += 1
        self.stack.append(_Open(Position(self.file, self.cards, number)))
        self.stack[-1].add(line, self.limits.card_bytes)

    def _end(self) -> Iterator[CardText | Refusal]:
        card = self.stack[-1]
        if card.agents:
            card.agents -= 1
            return
        self.stack.pop()
        if card.size > self.limits.card_bytes:
            limit = {"limit_mb": self.limits.card_bytes // 2**20}
            yield Refusal(card.position, "card_too_large", dict(limit), self._text(card))
        elif any(_NO_TEXT.search(line) for line in card.lines):
            yield Refusal(card.position, "not_text", {}, self._text(card))
        else:
            yield CardText(self._text(card), card.position)

    def _take_between(self, line: bytes, number: int) -> None:
        if not line.strip() and self.between is None:
            return
        if self.between is None:
            self.between = _Open(Position(self.file, self.cards, number))
        self.between.add(line, self.limits.card_bytes)

    def _stray(self) -> Iterator[Skip]:
        if self.between is not None:
            yield Skip(self.between.position, "outside_card", {}, self._text(self.between))
        self.between = None

    def _cut_off(self, card: _Open) -> Refusal:
        return Refusal(card.position, "truncated", {}, self._text(card))

    def _text(self, card: _Open) -> str:
        return decoded(card.lines, self.fallback)


def decoded(lines: list[bytes], fallback: str) -> str:
    """The text of one card: each property in the charset it names, the rest in the card's own."""
    whole = b"".join(lines)
    if b";charset=" not in whole.lower():
        return decode(whole, fallback)
    return "".join(decode(raw, fallback, charset) for charset, raw in _stretches(lines))


def _stretches(lines: list[bytes]) -> Iterator[tuple[str, bytes]]:
    """Properties that name a charset on their own, and all lines between these together."""
    own = ""
    waiting: list[bytes] = []
    for line in lines:
        if line[:1] in b" \t" and own:
            waiting.append(line)  # the folded rest of the property
            continue
        named = _CHARSET.match(line)
        is_packed = b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()
        charset = named[1].decode("ascii") if named and not is_packed else ""
        if charset or own:
            yield own, b"".join(waiting)
            waiting = []
        own = charset
        waiting.append(line)
    yield own, b"".join(waiting)


def encoded_for(source: str) -> bytes:
    """The reverse of `decoded`: UTF-8, and the charset that a property names for itself."""
    lines = physical_lines(source.encode("utf-8", "replace"))
    if b";charset=" not in b"".join(lines).lower():
        return b"".join(lines)
    return b"".join(_in_charset(raw, charset) for charset, raw in _stretches(lines))


def _in_charset(raw: bytes, charset: str) -> bytes:
    try:
        return raw.decode("utf-8").encode(charset) if charset else raw
    except (LookupError, UnicodeError):
        return raw
