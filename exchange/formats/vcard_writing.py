"""vCards written: from the text they came as, changing only what changed, or from nothing.

A property that nobody changed keeps its bytes: order, folding, parameters, group, and all that
there is no field for.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Final

from exchange.cards import Card, Kind

from .card_splitting import encoded_for
from .content_lines import ContentLine
from .vcard_lines import CardLines
from .vcard_lists import (
    LISTS,
    Change,
    Item,
    ListFamily,
    claims_preference,
    edited,
    is_preferred,
    match,
)
from .vcard_pen import Pen, Property, line_end_of
from .vcard_reading import card_from, dialect_of
from .vcard_singles import ALL_JOBS, KIND, ONE_JOB, SINGLES, Single, singles_for

# What a card is, not what it says.
_NOT_WRITTEN: Final = frozenset({"source", "position", "dialect", "unmapped", "is_name_deduced"})
_ABOUT_ITS_GROUP: Final = frozenset({"X-ABLABEL", "X-ABADR"})


@dataclass(frozen=True, slots=True)
class CardChanges:
    """A card as it shall be and the names of the fields in which it differs from its source.

    Fields that are not named keep what the source says, whatever `card` holds.
    """

    card: Card
    fields: frozenset[str]


def changes_between(before: Card, after: Card) -> CardChanges:
    """What must be written to turn one card into the other."""
    names = (known.name for known in fields(Card) if known.name not in _NOT_WRITTEN)
    return CardChanges(
        after, frozenset(name for name in names if getattr(before, name) != getattr(after, name))
    )


def is_vcard(source: str) -> bool:
    return re.match(r"\s*BEGIN\s*:\s*VCARD\b", source, re.IGNORECASE) is not None


def patch(source: str, changes: CardChanges) -> str:
    """The vCard with the changed fields changed; raises `ValueError` when the source is none."""
    if not is_vcard(source):
        raise ValueError("only a vCard can be patched; write(card) makes one")
    patching = _Patching.of(source)
    before = card_from(source)
    for single in singles_for(changes.card, before, changes.fields):
        patching.change_single(single, changes.card)
    for family in LISTS:
        if family.field in changes.fields:
            patching.change_list(family, getattr(changes.card, family.field))
    kind = changes.card.kind if "kind" in changes.fields else before.kind
    return _of_kind(patching.text(), kind)


def _of_kind(source: str, kind: Kind) -> str:
    """Without a word about it, new members or another name would make it another kind."""
    card = card_from(source)
    if card.kind == kind:
        return source
    patching = _Patching.of(source)
    patching.change_single(KIND, replace(card, kind=kind))
    return patching.text()


def write(card: Card, dialect: str = "4.0") -> str:
    """A fresh vCard from the fields alone; `dialect` "4.0", "3.0" or "2.1"."""
    pen = Pen(dialect)
    jobs = [ALL_JOBS if single is ONE_JOB[0] else single for single in SINGLES]
    written = [
        property_
        for single in jobs
        if single is not ONE_JOB[1]
        for property_ in single.written(card, dialect)
    ]
    if not any(property_.name == "N" for property_ in written) and dialect != "4.0":
        written.append(Property("N", ";;;;"))  # RFC 2426, 3.1.2 asks for it even when empty
    for family in LISTS:
        written += [family.written(item, dialect) for item in getattr(card, family.field)]
    body = "".join(pen.text(property_) for property_ in written)
    return f"BEGIN:VCARD\r\nVERSION:{dialect}\r\n{body}END:VCARD\r\n"


def to_bytes(source: str) -> bytes:
    """A card as bytes: UTF-8, but a property that names another charset in that one."""
    return encoded_for(source)


@dataclass(slots=True)
class _Patching:
    """`texts` holds what each line of the source becomes, `additions` what comes behind it."""

    lines: CardLines
    pen: Pen
    texts: dict[int, str]
    additions: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, source: str) -> "_Patching":
        lines = CardLines.of(source)
        groups = {line.group.lower() for line in lines.lines if line.group}
        pen = Pen(dialect_of(lines), line_end_of(source), groups)
        return cls(lines, pen, {id(line): line.raw for line in lines.lines})

    def text(self) -> str:
        ids = [id(line) for line in self.lines.lines]
        return "".join(self.texts[place] + self.additions.get(place, "") for place in ids)

    def change_single(self, single: Single, card: Card) -> None:
        """The first old line of each name is changed in its place, the other old ones go."""
        old = single.lines(self.lines)
        new = single.written(card, self.pen.dialect)
        places = {line.name: line for line in reversed(old)}
        kept = [(written, _place(places, written)) for written in new]
        for line in old:
            if all(line is not place for _, place in kept):
                self._remove(line)
        for written, place in kept:
            if place:
                self.texts[id(place)] = self.pen.with_new_value(place, written)
            else:
                self._add(written, old[-1] if old else None)

    def change_list(self, family: ListFamily, wanted: Sequence[Item]) -> None:
        pairs = family.pairs(self.lines)
        moves = {item for _, item in pairs if is_preferred(item)} != set(
            filter(is_preferred, wanted)
        )
        matched = match(pairs, wanted)
        for line, old, new in matched.kept:
            if new is None:
                self._remove(line)
                continue
            was_preferred = claims_preference(line) if moves else is_preferred(old)
            if old != new or was_preferred != is_preferred(new):
                self._edit(line, Change(old, new, was_preferred), family)
        if family.field == "addresses":
            self._drop_printed(line for line, old, new in matched.kept if old != new)
        anchor = pairs[-1][0] if pairs else None
        for item in matched.added:
            self._add(family.written(item, self.pen.dialect), anchor)

    def _drop_printed(self, changed: Iterable[ContentLine]) -> None:
        """LABEL repeats an address of the same types as it would be printed (RFC 2426, 3.2.2)."""
        types = [set(line.types) for line in changed if line.name == "ADR"]
        printed = self.lines.named("LABEL")
        self._clear(line for line in printed if set(line.types) in types)

    def _edit(self, line: ContentLine, change: Change, family: ListFamily) -> None:
        written = family.written(change.new, self.pen.dialect)
        text = edited(line, change, written, self.pen)
        if text is None:
            self._remove(line)
        elif change.old.label != change.new.label:
            self._clear(mate for mate in self._mates(line) if mate.name == "X-ABLABEL")
        self.texts[id(line)] = self.pen.text(written) if text is None else text

    def _remove(self, line: ContentLine) -> None:
        """With the lines of its group that only speak about it."""
        self.texts[id(line)] = ""
        left = [mate for mate in self._mates(line) if self.texts[id(mate)]]
        if all(mate.name in _ABOUT_ITS_GROUP for mate in left):
            self._clear(left)

    def _clear(self, lines: Iterable[ContentLine]) -> None:
        self.texts.update((id(line), "") for line in lines)

    def _mates(self, line: ContentLine) -> list[ContentLine]:
        """All lines of the same group, itself included."""
        group = line.group.lower()
        return [mate for mate in self.lines.lines if group and mate.group.lower() == group]

    def _add(self, written: Property, anchor: ContentLine | None) -> None:
        place = [anchor, *self._mates(anchor)][-1] if anchor else self._before_end()
        added = self.additions.get(id(place), "") + self.pen.text(written)
        self.additions[id(place)] = added

    def _before_end(self) -> ContentLine:
        ends = [place for place, line in enumerate(self.lines.lines) if line.name == "END"]
        return self.lines.lines[ends[-1] - 1] if ends else self.lines.lines[-1]


def _place(places: dict[str, ContentLine], written: Property) -> ContentLine | None:
    """The old line that a property takes over, once; one with a group of its own takes none."""
    return None if written.group else places.pop(written.name.upper(), None)
