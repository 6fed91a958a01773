"""Pages of a long list by the last person shown: page 1,000 costs what page 1 costs.

A list is a row of segments, each with an order of its own that an index keeps: those with a last
contact by that day, then those without by name. The cursor is the uid of a person; where that
person stands is read anew, so that a page holds on while facts change.
"""

import uuid
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Q

from contacts.conditions import Narrowed
from contacts.models import Contact, ContactQuerySet

PAGE_SIZE = 50
Row = tuple[Any, ...]


class Segment:
    """A part of the list with an order of its own, which ends in the id.

    `find` is asked only when a page reaches the segment. `holds` tells whether a person belongs
    here rather than later.
    """

    def __init__(
        self,
        find: Callable[[], Narrowed],
        order: tuple[str, ...],
        holds: Callable[[Contact], bool] = lambda _person: True,
    ) -> None:
        self.find = find
        self.order = order
        self.holds = holds

    @cached_property
    def found(self) -> Narrowed:
        return self.find()

    @property
    def people(self) -> ContactQuerySet:
        return self.found.people

    @property
    def is_quick_to_count(self) -> bool:
        """Not while nobody needed to find them, nor where it means testing everybody."""
        return "found" in self.__dict__ and not self.found.is_walked


class Cursor(NamedTuple):
    person: Contact
    is_backward: bool = False


class Page(NamedTuple):
    rows: list[Row]
    has_previous: bool
    has_next: bool


def page_of(
    segments: Sequence[Segment],
    columns: tuple[str, ...],
    cursor: Cursor | None = None,
    size: int = PAGE_SIZE,
) -> Page:
    """The `columns` of up to `size` people after (or before) the cursor's."""
    is_backward = bool(cursor and cursor.is_backward)
    rows = _collect(segments, columns, cursor, size + 1)
    has_more = len(rows) > size
    rows = rows[:size]
    if is_backward:
        return Page(rows[::-1], has_previous=has_more, has_next=True)
    return Page(rows, has_previous=cursor is not None, has_next=has_more)


def cursor_at(people: ContactQuerySet, after: str, before: str) -> Cursor | None:
    """From the two parameters of an address; None when they name nobody."""
    try:
        uid = uuid.UUID(after or before)
    except ValueError:
        return None
    person = people.filter(uid=uid).first()
    return Cursor(person, is_backward=not after) if person else None


def _collect(
    segments: Sequence[Segment], columns: tuple[str, ...], cursor: Cursor | None, wanted: int
) -> list[Row]:
    is_backward = bool(cursor and cursor.is_backward)
    rows: list[Row] = []
    for segment, start in _remaining(segments, cursor):
        people = segment.people.filter(start).order_by(*_order(segment, is_backward))
        rows += people.values_list(*columns)[: wanted - len(rows)]
        if len(rows) >= wanted:
            break
    return rows


def _remaining(segments: Sequence[Segment], cursor: Cursor | None) -> list[tuple[Segment, Q]]:
    """The segments still to be read in reading order, the first from the cursor on."""
    if cursor is None:
        return [(segment, Q()) for segment in segments]
    at = next((i for i, s in enumerate(segments) if s.holds(cursor.person)), len(segments) - 1)
    here = (segments[at], beyond(cursor.person, _order(segments[at], cursor.is_backward)))
    others = segments[:at][::-1] if cursor.is_backward else segments[at + 1 :]
    return [here, *((segment, Q()) for segment in others)]


def _order(segment: Segment, is_backward: bool) -> tuple[str, ...]:
    return tuple(map(_reversed, segment.order)) if is_backward else segment.order


def _reversed(column: str) -> str:
    return column.removeprefix("-") if column.startswith("-") else f"-{column}"


def beyond(person: Contact, order: tuple[str, ...]) -> Q:
    """Behind `person` in `order`; written so that both databases seek instead of scanning."""
    key, tie = order
    name, tie_name = key.removeprefix("-"), tie.removeprefix("-")
    value = getattr(person, name)
    way, tie_way = ("lt" if column.startswith("-") else "gt" for column in order)
    return Q(**{f"{name}__{way}e": value}) & (
        Q(**{f"{name}__{way}": value}) | Q(**{f"{tie_name}__{tie_way}": person.pk})
    )
