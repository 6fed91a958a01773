"""Organisations and tags by name: found in any spelling, made where they do not exist."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from accounts.models import User
from contacts.models import Organisation, Tag
from netcrm.lib.folding import fold

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
    wanted = _by_key(names, organisation_key)
    known = _known(Organisation.objects.of(user), "sort_name", wanted)
    missing = [
        Organisation(owner=user, name=name.strip(), sort_name=key)
        for key, name in wanted.items()
        if key not in known
    ]
    Organisation.objects.bulk_create(missing)
    if made is not None:
        made.organisations += [row.pk for row in missing]
    return {**known, **{row.sort_name: row.pk for row in missing}}


def register_tags(user: User, names: Iterable[str], made: Made | None = None) -> dict[str, int]:
    """Ids by `tag_key`; names that fold to nothing are left out."""
    wanted = _by_key(names, tag_key)
    known = _known(Tag.objects.of(user), "slug", wanted)
    missing = [
        Tag(owner=user, name=name.strip(), slug=key)
        for key, name in wanted.items()
        if key not in known
    ]
    Tag.objects.bulk_create(missing)
    if made is not None:
        made.tags += [row.pk for row in missing]
    return {**known, **{row.slug: row.pk for row in missing}}


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
