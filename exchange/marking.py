"""A digest of everything known of a person, so that later changes can be told."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import connection, models

from contacts.models import Contact, SearchEntry
from exchange.models import ImportRow, SourceCard, Trace

CHUNK = 1000
# Written by the program from what the user wrote, or kept by imports themselves.
DERIVED = frozenset(
    {
        *("updated_at", "last_contact_on", "next_touch_on", "first_contact_on", "days_in_touch"),
        "imported_on",
    }
)
OWN_TABLES: frozenset[type[models.Model]] = frozenset({ImportRow, SearchEntry, SourceCard, Trace})

# Of other doors, by their labels: who is on the short list of a day is none of the user's doing.
DRAWN_UP: frozenset[str] = frozenset({"planning.Card"})


def columns_of(model: type[models.Model]) -> list[str]:
    return [field.column for field in model._meta.concrete_fields if field.column]


COLUMNS = [
    column
    for column in columns_of(Contact)
    if column not in DERIVED and not column.startswith(("strength", "sum_"))
]


def marks_of(contact_ids: Iterable[int]) -> dict[int, str]:
    """The digest of each of these people: their own columns and whatever refers to them."""
    marks: dict[int, str] = {}
    remaining = iter(contact_ids)
    while chunk := list(islice(remaining, CHUNK)):
        marks |= {who: _digest(known) for who, known in _known(chunk).items()}
    return marks


def referring() -> Iterator[tuple[type[models.Model], str]]:
    """Every table in which the user writes of a person, with the column that refers to them;
    hidden relations too.
    """
    for relation in Contact._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel) and _is_of_the_user(relation.related_model):
            yield relation.related_model, relation.field.attname


def _is_of_the_user(model: type[models.Model]) -> bool:
    return model not in OWN_TABLES and model._meta.label not in DRAWN_UP


def references_of(contact_ids: Sequence[int]) -> dict[int, dict[type[models.Model], int]]:
    """How many rows of which table refer to each person, for words about what has changed."""
    counts: dict[int, dict[type[models.Model], int]] = defaultdict(dict)
    for model, column in referring():
        found = model._base_manager.filter(**{f"{column}__in": contact_ids})
        for who, number in found.values_list(column).annotate(models.Count("pk")):
            counts[who][model] = counts[who].get(model, 0) + number
    return counts


def _known(contact_ids: Sequence[int]) -> dict[int, list[Any]]:
    known: dict[int, list[Any]] = defaultdict(list)
    tables: list[tuple[type[models.Model], str]] = [(Contact, "id"), *referring()]
    for model, column in tables:
        table = model._meta.db_table
        for row in _rows(table, column, _columns(model, column), contact_ids):
            known[row[0]].append((table, *row[1:]))
    return known


def _columns(model: type[models.Model], column: str) -> Sequence[str]:
    if model is not Contact:
        return columns_of(model)
    # Of somebody else who refers to a person it is enough who they are, not all that they are.
    return COLUMNS if column == "id" else ["id"]


def _rows(
    table: str, column: str, columns: Sequence[str], contact_ids: Sequence[int]
) -> list[tuple[Any, ...]]:
    """As the database has them: made into objects, ten thousand people take seconds."""
    quote = connection.ops.quote_name
    named = ", ".join(quote(name) for name in (column, *columns))
    marks = ", ".join(["%s"] * len(contact_ids))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {named} FROM {quote(table)} WHERE {quote(column)} IN ({marks}) ORDER BY id",  # noqa: S608 - our own names only
            list(contact_ids),
        )
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _digest(known: list[Any]) -> str:
    """The order is that of tables and rows, which stays. Should an update of the program add a
    column, everybody counts as changed, and the undo asks about them: nobody is lost.
    """
    text = repr(known)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
