"""The eleven lists of a person in one statement: eleven queries would take half of the page's time.

Every list brings the same columns: its name, id, a flag, a position and nine texts.
"""

import uuid
from collections import defaultdict
from typing import Any, NamedTuple

from django.db import connection, models

from accounts.models import User
from contacts.attaching import ADDRESS_PARTS, POINTS
from contacts.models import (
    Benefit,
    ContactRole,
    ImportantDate,
    Interest,
    Job,
    Organisation,
    PostalAddress,
    Tag,
    Tagging,
)

TEXTS = 9


class Row(NamedTuple):
    id: int
    flag: bool  # preferred, or the current job
    position: int
    texts: tuple[str, ...]

    def point(self) -> dict[str, Any]:
        return {"pk": self.id, "label": self.texts[0], "is_preferred": self.flag}

    def address(self) -> dict[str, str]:
        return dict(zip(ADDRESS_PARTS, self.texts[1:], strict=False))


class Found(defaultdict[str, list[Row]]):
    """Rows by the name of their list."""

    def points(self, name: str) -> list[Row]:
        """The preferred first, then as they were entered."""
        return sorted(self[name], key=lambda row: (not row.flag, row.position, row.id))

    def in_order(self, name: str) -> list[Row]:
        return sorted(self[name], key=lambda row: row.id)


def read(contact_id: int) -> Found:
    found = Found(list)
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, [contact_id] * STATEMENT.count("%s"))
        for name, row_id, flag, position, *texts in cursor.fetchall():
            found[name].append(Row(row_id, bool(flag), position, tuple(texts)))
    return found


def organisation_of(user: User, texts: tuple[str, ...]) -> Organisation | None:
    name, uid, place, industry = texts[:4]
    if not uid:
        return None
    return Organisation(owner=user, name=name, uid=uuid.UUID(uid), place=place, industry=industry)


def _select(
    name: str, model: type[models.Model], *texts: str, flag: str = "", join: str = ""
) -> str:
    """One list; `join` reaches another table under the name `other`."""
    columns = [f"'{name}'", "entry.id", flag or "FALSE", "entry.position" if flag == POINT else "0"]
    columns += [f"entry.{text}" if text.isidentifier() else text for text in texts]
    columns += ["''"] * (TEXTS - len(texts))
    table = model._meta.db_table
    return f"SELECT {', '.join(columns)} FROM {table} entry {join} WHERE entry.contact_id = %s"  # noqa: S608 - our own names only


POINT = "entry.is_preferred"
EMPLOYERS = Organisation._meta.db_table
ORGANISATION = ("name", "uid", "place", "industry")
STATEMENT = " UNION ALL ".join(
    [
        *(_select(name, model, "label", column, flag=POINT) for name, model, column in POINTS),
        _select("addresses", PostalAddress, "label", *ADDRESS_PARTS, flag=POINT),
        _select(
            "jobs",
            Job,
            *("title", "department", "started", "ended"),
            *(f"COALESCE(CAST(other.{name} AS text), '')" for name in ORGANISATION),
            flag="entry.is_current",
            join=f"LEFT JOIN {EMPLOYERS} other ON other.id = entry.organisation_id",
        ),
        _select("dates", ImportantDate, "label", "day"),
        _select("roles", ContactRole, "role"),
        _select("benefits", Benefit, "kind", "note"),
        _select("interests", Interest, "name"),
        _select(
            "tags",
            Tagging,
            *("other.name", "other.slug"),
            join=f"JOIN {Tag._meta.db_table} other ON other.id = entry.tag_id",
        ),
    ]
)
