"""The kinds of things that can be found beside people, as the rooms above register them."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.functional import Promise

from accounts.models import User
from accounts.owned import OwnedModel
from contacts.searching import Entry, forget_entries, write_entries

SCOPE = 3  # letters of its name that tell a kind in the index


class Shown(NamedTuple):
    """One thing as it was written. `texts` are where else it may have been found; what was found
    is quoted from the first of them. `beside` says who or where in a few words.
    """

    uid: UUID
    title: str
    url: str
    on: dt.date
    texts: Sequence[str] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """`entries` are those of living rows, without what has no words; `look_up` answers in any
    order, and leaves out what is in the trash or somebody else's.
    """

    name: str
    plural: str | Promise
    icon: str
    model: type[OwnedModel]
    entries: Callable[[Sequence[Any]], Iterable[Entry]]
    look_up: Callable[[User, Sequence[UUID]], Iterable[Shown]]

    def index(self, rows: Sequence[Any]) -> None:
        """Bring the entries of these rows up to date, in the caller's transaction."""
        entries = list(self.entries([row for row in rows if row.deleted_at is None]))
        write_entries(entries)
        written = {entry.target_uid for entry in entries}
        if silent := [row.uid for row in rows if row.uid not in written]:
            forget_entries(self.name, silent)


KINDS: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """In the order in which they are shown; called when a room is ready."""
    for kind in kinds:
        KINDS[kind.name] = kind


def lines(*texts: str) -> str:
    """Texts of an entry, those that say nothing left out."""
    return "\n".join(filter(None, texts))
