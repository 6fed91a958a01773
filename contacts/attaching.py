"""The rows that hang on a person, built from drafts; each value once.

They are plain columns and not model instances until somebody needs them: an import inserts a
hundred thousand of them, and instances would take most of its time.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, TypeVar

from django.db import connection, models

from contacts.drafts import DateDraft, JobDraft, PersonDraft
from contacts.models import (
    Benefit,
    ContactRole,
    Email,
    ImportantDate,
    Interest,
    Job,
    Link,
    Messenger,
    Phone,
    PostalAddress,
    Tagging,
)
from contacts.registering import organisation_key, tag_key
from netcrm.lib.folding import digits, fold

T = TypeVar("T")
Names = dict[str, int]
# A table and the columns of one row of it, always in the same order for one table.
Row = tuple[type[models.Model], dict[str, Any]]
# The list of a draft, its table, the column of the value.
POINTS: tuple[tuple[str, type[models.Model], str], ...] = (
    ("emails", Email, "address"),
    ("phones", Phone, "number"),
    ("links", Link, "url"),
    ("messengers", Messenger, "handle"),
)
ADDRESS_PARTS = ("po_box", "extended", "street", "city", "region", "postal_code", "country")


def rows_of(
    contact_id: int, draft: PersonDraft, organisations: Names, tags: Names
) -> Iterator[Row]:
    """Everything in the lists of `draft`; ids of organisations and tags by their key."""
    yield from point_rows(contact_id, draft)
    yield from address_rows(contact_id, draft)
    yield from job_rows(contact_id, draft.jobs, organisations)
    yield from mark_rows(contact_id, draft, tags)


def point_rows(contact_id: int, draft: PersonDraft) -> Iterator[Row]:
    for name, model, column in POINTS:
        points = [point for point in getattr(draft, name) if point.value.strip()]
        for position, point in enumerate(once(points, lambda point: point.value.strip().lower())):
            facts = {
                "contact_id": contact_id,
                "label": point.label,
                "is_preferred": point.is_preferred,
                "position": position,
                column: point.value.strip(),
            }
            if model is Phone:
                facts["digits"] = digits(point.value)
            yield model, facts


def address_rows(contact_id: int, draft: PersonDraft) -> Iterator[Row]:
    for position, address in enumerate(draft.addresses):
        parts = {name: getattr(address, name).strip() for name in ADDRESS_PARTS}
        if any(parts.values()):
            yield (
                PostalAddress,
                {
                    "contact_id": contact_id,
                    "label": address.label,
                    "is_preferred": address.is_preferred,
                    "position": position,
                    **parts,
                },
            )


def job_rows(contact_id: int, jobs: Iterable[JobDraft], organisations: Names) -> Iterator[Row]:
    for job in jobs:
        if job.organisation.strip() or job.title.strip() or job.department.strip():
            yield (
                Job,
                {
                    "contact_id": contact_id,
                    "organisation_id": organisations.get(organisation_key(job.organisation)),
                    "title": job.title.strip(),
                    "department": job.department.strip(),
                    "started": job.started,
                    "ended": job.ended,
                    "is_current": job.is_current and not job.ended,
                },
            )


def mark_rows(contact_id: int, draft: PersonDraft, tags: Names) -> Iterator[Row]:
    for tag_id in dict.fromkeys(tags.get(tag_key(name)) for name in draft.tags):
        if tag_id is not None:
            yield Tagging, {"contact_id": contact_id, "tag_id": tag_id}
    for role in dict.fromkeys(draft.roles):
        yield ContactRole, {"contact_id": contact_id, "role": role}
    for kind, note in draft.benefits.items():
        yield Benefit, {"contact_id": contact_id, "kind": kind, "note": note}
    for interest in once(filter(str.strip, draft.interests), fold):
        yield Interest, {"contact_id": contact_id, "name": interest.strip()}
    for date in once(draft.dates, date_key):
        yield ImportantDate, {"contact_id": contact_id, "label": date.label, "day": date.day}


def date_key(date: DateDraft) -> tuple[str, str]:
    return fold(date.label), date.day


def once(values: Iterable[T], key_of: Callable[[T], Hashable]) -> Iterator[T]:
    """The first of each key, in their order."""
    seen = set()
    for value in values:
        key = key_of(value)
        if key not in seen:
            seen.add(key)
            yield value


def insert(rows: Iterable[Row]) -> None:
    """One prepared statement a table; the new rows' ids stay unknown."""
    by_table: dict[type[models.Model], list[dict[str, Any]]] = defaultdict(list)
    for model, columns in rows:
        by_table[model].append(columns)
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for model, of_table in by_table.items():
            names = ", ".join(quote(name) for name in of_table[0])
            marks = ", ".join(["%s"] * len(of_table[0]))
            cursor.executemany(
                f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})",  # noqa: S608 - our own names only
                [tuple(columns.values()) for columns in of_table],
            )
