"""Organisations and tags by name: found in any spelling, made where they do not exist."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from accounts.models import User
from contacts.models import Organisation, Tag
from netcrm.lib.folding import fold
from netcrm.lib.id_lists import among_uids

CHUNK = 500  # names asked for in one query; SQLite takes at most 32,766 values


@dataclass(slots=True)
class Made:
    """Ids of what had to be made, so that an import can take it back."""

    organisations: list[int] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)


def organisation_key(name: str) -> str:
    return fold(name)[:300]


def tag_key(name: str) -> str:
    return fold(name)[:100]


def register_organisations(
    user: User, names: Iterable[str], made: Made | None = None
) -> dict[str, int]:
    """Ids by `organisation_key`; names that fold to nothing are left out."""
    rows = Organisation.objects.of(user)
    ids, new = _register(user, rows, "sort_name", _by_key(names, organisation_key))
    if made is not None:
        made.organisations += new
    return ids


def register_tags(user: User, names: Iterable[str], made: Made | None = None) -> dict[str, int]:
    """Ids by `tag_key`; names that fold to nothing are left out."""
    ids, new = _register(user, Tag.objects.of(user), "slug", _by_key(names, tag_key))
    if made is not None:
        made.tags += new
    return ids


def _register(
    user: User, rows: Any, column: str, wanted: dict[str, str]
) -> tuple[dict[str, int], list[int]]:
    """Ids by key, and those of the rows made here. Where another save makes the same at this
    moment, the database passes ours over; which row it kept can only be read back.
    """
    known = _known(rows, column, wanted)
    missing = {
        key: rows.model(owner=user, name=name.strip(), **{column: key})
        for key, name in wanted.items()
        if key not in known
    }
    if not missing:
        return known, []
    rows.bulk_create(missing.values(), ignore_conflicts=True)
    uids = [row.uid for row in missing.values()]
    new = list(rows.filter(uid__in=among_uids(uids)).values_list("pk", flat=True))
    return {**known, **_known(rows, column, missing)}, new


def _by_key(names: Iterable[str], key_of: Any) -> dict[str, str]:
    """The first spelling of each name."""
    wanted: dict[str, str] = {}
    for name in names:
        wanted.setdefault(key_of(name), name)
    wanted.pop("", None)
    return wanted


def _known(rows: Any, column: str, wanted: Iterable[str]) -> dict[str, int]:
    known: dict[str, int] = {}
    for keys in _chunks(wanted):
        known |= dict(rows.filter(**{f"{column}__in": keys}).values_list(column, "pk"))
    return known


def _chunks(names: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(names)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk
