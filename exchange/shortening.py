"""Texts that are longer than their column: which of them were cut, card by card."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import models

from contacts.attaching import POINTS
from contacts.completing import Completion
from contacts.models import Contact, ImportantDate, Job, PostalAddress, Tagging
from exchange import wording
from exchange.models import ImportRow, ImportRun

NAMED: Final = 100  # cards of one import; the rest is counted
TABLES: Final[Mapping[str, type[models.Model]]] = {
    **{name: model for name, model, _ in POINTS},
    "addresses": PostalAddress,
    "jobs": Job,
    "dates": ImportantDate,
    "tags": Tagging,
}


@dataclass(frozen=True, slots=True)
class Shortened:
    """`person` is who has the beginning of these texts, None where they are gone by now."""

    position: int
    name: str
    words: list[str]
    person: Contact | None


def taken(cut: Iterable[str], done: Completion) -> list[str]:
    """Of these names those that somebody known got something of."""
    return [
        name
        for name in cut
        if name in done.after or (name in TABLES and TABLES[name]._meta.model_name in done.added)
    ]


class Cuts:
    """Gathered while an import is applied, and kept with its outcome."""

    def __init__(self) -> None:
        self.number = 0
        self.cards: list[tuple[int, str, int, list[str]]] = []

    def note(self, row: ImportRow, contact_id: int, names: Sequence[str]) -> None:
        self.number += bool(names)
        if names and len(self.cards) < NAMED:
            self.cards.append((row.position, row.name, contact_id, list(names)))

    def outcome(self) -> dict[str, Any]:
        return {"number": self.number, "cards": self.cards}


def shortened(run: ImportRun) -> list[Shortened]:
    """Those named, in the order of the file."""
    cards = sorted(_cuts(run).get("cards", ()))
    people = Contact.objects.of(run.owner).living().in_bulk([who for _, _, who, _ in cards])
    return [
        Shortened(position, name, [wording.fact(fact) for fact in names], people.get(who))
        for position, name, who, names in cards
    ]


def number_beyond(run: ImportRun) -> int:
    """How many more there are."""
    cuts = _cuts(run)
    return int(cuts.get("number", 0)) - len(cuts.get("cards", ()))


def _cuts(run: ImportRun) -> Mapping[str, Any]:
    cuts: Mapping[str, Any] = run.outcome.get("cut", {})
    return cuts
