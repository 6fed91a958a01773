"""What of one card finds no place with a person, beside what stands there."""

from collections.abc import Iterable
from typing import Final

from exchange.cards import Card
from exchange.formats import is_vcard
from exchange.formats.content_lines import content_lines
from exchange.formats.escaping import parts_of
from exchange.formats.linkedin import DIALECT, columns_of
from exchange.leftovers import Leftovers, leftovers

# What no eye can read.
ENCODED: Final = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "AGENT"})


def left_on(card: Card, source: str, unplaced: Iterable[str]) -> list[Leftovers]:
    """`unplaced` are the names that `translating.unplaced` gives for this card."""
    names = dict.fromkeys(unplaced, 1)
    from_source = _from_table if card.dialect == DIALECT else _from_text
    return leftovers(names, from_source(source, set(names)) | _from_fields(card))


def _from_table(source: str, names: set[str]) -> dict[str, list[str]]:
    return {name: [cell.strip()] for name, cell in columns_of(source) if name in names}


def _from_fields(card: Card) -> dict[str, list[str]]:
    unread = [fact for fact in card.dates if not fact.value]
    said = {
        "RELATED": [": ".join(filter(None, (one.label, one.value))) for one in card.related],
        "DATE": [": ".join(filter(None, (one.label, one.text))) for one in unread],
        "BDAY": [card.birthday.text] if card.birthday and not card.birthday.value else [],
    }
    return {name: texts for name, texts in said.items() if texts}


def _from_text(source: str, names: set[str]) -> dict[str, list[str]]:
    """Of a vCard, what its lines of these names say; "#" are those without a name."""
    said: dict[str, list[str]] = {}
    for line in content_lines(source) if is_vcard(source) else ():
        name = line.name or "#"
        text = ", ".join(filter(None, parts_of(line))) if line.name else line.raw.strip()
        if text and name in names - ENCODED:
            said.setdefault(name, []).append(text)
    return said
