"""Bring what strength writes on a person up to date, in the transaction that changed the events."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from contacts.kinds import Kind
from contacts.models import Contact
from contacts.partial_dates import earliest_day
from interactions.models import Help, Participant
from netcrm.lib.id_lists import among
from netcrm.lib.prepared import prepared
from strength.events import History
from strength.facts import facts_of
from strength.histories import histories
from strength.models import Rating
from strength.recalling import score_at_last_contact
from strength.scoring import score
from strength.summing import Sums, stored

CHUNK = 500  # people whose events are held in memory at a time
SUMS = {
    "fresh": "sum_fresh",
    "established": "sum_established",
    "history": "sum_history",
    "rating_precision": "sum_rating_precision",
    "rating_weight": "sum_rating_weight",
    "rating_value": "sum_rating_value",
    "given": "sum_given",
    "received": "sum_received",
}
COLUMNS = (
    *SUMS.values(),
    "strength",
    "strength_low",
    "strength_at_last_contact",
    "first_contact_on",
    "days_in_touch",
)

COLUMNS_AS_MADE = {column: getattr(Contact(), column) for column in COLUMNS}
WRITTEN = (*COLUMNS, "strength_on")  # which moves by the day, though nothing happens


def rescore(contact_ids: Iterable[int]) -> None:
    """Recompute sums and strength of these people from their events; only rows that change are
    written. Runs in the transaction of the caller.
    """
    ids = sorted(set(contact_ids))
    for start in range(0, len(ids), CHUNK):
        _rescore(_may_change(ids[start : start + CHUNK]))


@prepared
def _may_change(ids: Sequence[int]) -> QuerySet[Contact]:
    people = Contact.objects.filter(pk__in=among(ids)).exclude(_as_made())
    return people.prefetch_related("owner")


def _as_made() -> Q:
    """Scored people whose columns are those of a new row, and of whom nothing says otherwise: an
    import brings ten thousand of them.
    """
    untouched = Q(**COLUMNS_AS_MADE)
    plain = Q(kind=Kind.PERSON, is_unscored=False, is_self=False, known_since="")
    nothing_happened = [
        ~Exists(kind.objects.filter(contact=OuterRef("pk"))) for kind in (Participant, Rating, Help)
    ]
    return untouched & plain & Q(*nothing_happened)


def _rescore(people: Sequence[Contact]) -> None:
    changed = []
    of = histories(people)
    for person in people:
        before = _columns(person)
        write(person, of[person.pk], person.owner.today())
        if _columns(person) != before:
            changed.append(person)
    _save(changed)


def _save(people: Sequence[Contact]) -> None:
    """One prepared statement: after an import `bulk_update` would take thirty times as long."""
    changes = ", ".join(f"{column} = %s" for column in WRITTEN)
    day = connection.ops.adapt_datefield_value
    rows: list[list[Any]] = [
        [day(v) if isinstance(v, dt.date) else v for v in (*_columns(person), person.pk)]
        for person in people
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {Contact._meta.db_table} SET {changes} WHERE id = %s",  # noqa: S608 - our own names only
            rows,
        )


def write(person: Contact, history: History, today: dt.date) -> None:
    """Set the columns on the instance: as of today, or as of the day somebody stopped."""
    day = day_scored(person, today)
    sums, facts = stored(history, day), facts_of(history, day)
    for name, column in SUMS.items():
        setattr(person, column, getattr(sums, name))
    person.first_contact_on, person.days_in_touch = facts.first_day, facts.days_in_touch
    person.strength_on = day
    person.strength_at_last_contact = score_at_last_contact(history, day)
    strength = score(sums.brought_to(day))
    scored = is_scored(person)
    person.strength = strength.score if scored else 0.0
    person.strength_low = strength.low if scored else 0.0


def stored_sums(person: Contact) -> Sums:
    """As they stand on the row: against the landmark, valid for any later day."""
    return Sums(**{name: getattr(person, column) for name, column in SUMS.items()})


def day_scored(person: Contact, today: dt.date) -> dt.date:
    """Today; of those who no longer move with time, the day they stopped. Where nobody knows which
    day that was, it is the last one of which the strength was known.
    """
    if not is_frozen(person):
        return today
    if person.archived_at:
        return person.owner.day_of(person.archived_at)
    return earliest_day(person.deceased_on) or person.strength_on or today


def is_frozen(person: Contact) -> bool:
    """Whether the score stays what it was: the person was archived or has died."""
    return person.archived_at is not None or person.is_deceased


def is_scored(person: Contact) -> bool:
    return person.kind == Kind.PERSON and not (person.is_unscored or person.is_self)


def _columns(person: Contact) -> list[object]:
    return [getattr(person, column) for column in WRITTEN]
