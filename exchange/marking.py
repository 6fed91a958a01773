"""A digest of everything known of a person, so that later changes can be told."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import models

from contacts.models import Contact, SearchEntry
from exchange.models import ImportRow, SourceCard, Trace

CHUNK = 1000
# Written by the program from what the user wrote, or kept by imports themselves.
DERIVED = frozenset(
    {"updated_at", "last_contact_on", "next_touch_on", "first_contact_on", "days_in_touch"}
)
OWN_TABLES: frozenset[type[models.Model]] = frozenset({ImportRow, SearchEntry, SourceCard, Trace})
COLUMNS = [
    field.attname
    for field in Contact._meta.concrete_fields
    if field.name not in DERIVED and not field.name.startswith(("strength", "sum_"))
]


def marks_of(contact_ids: Iterable[int]) -> dict[int, str]:
    """The digest of each of these people: their own columns and whatever refers to them."""
    marks: dict[int, str] = {}
    remaining = iter(contact_ids)
    while chunk := list(islice(remaining, CHUNK)):
        marks |= {who: _digest(known) for who, known in _known(chunk).items()}
    return marks


def referring() -> Iterator[tuple[type[models.Model], str]]:
    """Every table that refers to a person, with the column that does; hidden relations too."""
    for relation in Contact._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel) and relation.related_model not in OWN_TABLES:
            yield relation.related_model, relation.field.attname


def references_of(contact_ids: Sequence[int]) -> dict[int, dict[type[models.Model], int]]:
    """How many rows of which table refer to each person, for words about what has changed."""
    counts: dict[int, dict[type[models.Model], int]] = defaultdict(dict)
    for model, column in referring():
        found = model._base_manager.filter(**{f"{column}__in": contact_ids})
        for who, number in found.values_list(column).annotate(models.Count("pk")):
            counts[who][model] = counts[who].get(model, 0) + number
    return counts


def _known(contact_ids: Sequence[int]) -> dict[int, list[Any]]:
    people = Contact._base_manager.filter(pk__in=contact_ids)
    known: dict[int, list[Any]] = {row[0]: [row[1:]] for row in people.values_list("pk", *COLUMNS)}
    for model, column in referring():
        for row in _rows(model, column, contact_ids):
            known[row[0]].append((model._meta.label_lower, *row[1:]))
    return known


def _rows(
    model: type[models.Model], column: str, contact_ids: Sequence[int]
) -> Iterable[tuple[Any, ...]]:
    rows = model._base_manager.filter(**{f"{column}__in": contact_ids})
    if model is Contact:
        return rows.values_list(column, "pk")  # who says so is enough, not all that they are
    names = [field.attname for field in model._meta.concrete_fields]
    return rows.order_by("pk").values_list(column, *names)


def _digest(known: list[Any]) -> str:
    text = repr(sorted(known, key=repr))
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
