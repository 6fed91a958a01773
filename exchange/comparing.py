"""What the cards of an import would bring to people already known, before anything is written."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from django.db.models import prefetch_related_objects

from accounts.models import User
from contacts.completing import FILLABLE, PREFETCHED, missing
from contacts.drafts import LISTS, PersonDraft
from contacts.fitting import fit
from contacts.models import Contact
from exchange.card_storing import from_json
from exchange.cards import Card
from exchange.models import ImportRow
from exchange.translating import draft_from
from netcrm.lib.folding import fold

NAMES: Final = ("prefix", "given", "additional", "family", "suffix")
# Several columns are one thing to whoever reads the list of what a card brings.
SPOKEN: Final = {
    **dict.fromkeys((*NAMES, "phonetic_given", "phonetic_family"), "names"),
    **dict.fromkeys(("how_met", "met_at", "met_on", "known_since"), "met"),
    **dict.fromkeys(("is_deceased", "deceased_on"), "death"),
}


def card_of(row: ImportRow) -> Card:
    """What the file says, under the name that the user has corrected it to."""
    stored = row.card or {}
    card = from_json(stored)
    if "named" in stored:
        card = replace(card, **stored["named"], display_name="", is_name_deduced=False)
    return card


def draft_of(row: ImportRow) -> PersonDraft:
    """The person a row describes."""
    return draft_from(card_of(row), (row.card or {}).get("photo", ""))


def draft_for(person: Contact, row: ImportRow) -> PersonDraft:
    """The same, for somebody known."""
    draft = draft_of(row)
    keep_own_name(person, draft)
    return draft


def keep_own_name(person: Contact, draft: PersonDraft) -> None:
    """The parts of another name are not mixed into theirs."""
    parts = [(getattr(person, name), getattr(draft, name)) for name in ("given", "family")]
    if any(known and fold(known) != fold(said) for known, said in parts):
        for name in NAMES:
            setattr(draft, name, "")


def prefetch_lists(people: Iterable[Contact]) -> None:
    """Fetch all that cards are compared with."""
    needed = [PREFETCHED.get(name, name) for name in sorted(LISTS)]
    prefetch_related_objects(list(people), *needed)


def news_of(user: User, rows: Sequence[ImportRow]) -> list[list[str]]:
    """For each row with a known person, the names of what it would fill in or add."""
    people = Contact.objects.in_bulk({row.contact_id for row in rows if row.contact_id})
    prefetch_lists(people.values())
    return [
        news(user, people[row.contact_id], row) if row.contact_id in people else [] for row in rows
    ]


def news(user: User, person: Contact, row: ImportRow) -> list[str]:
    draft = draft_for(person, row)
    fit(draft)
    filled = [name for name in FILLABLE if getattr(draft, name) and not getattr(person, name)]
    lacking = missing(user, person, draft)
    added = [
        name
        for name in PersonDraft.__dataclass_fields__
        if getattr(lacking, name) and name in LISTS
    ]
    return list(dict.fromkeys(SPOKEN.get(name, name) for name in (*filled, *added)))
