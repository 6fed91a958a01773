"""What goals count, each thing once: as many queries for all goals at hand as for one.

Those of one kind are read together. Whom a goal is about is asked once for all that are about the
same people.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Value

from goals.audience import among, audience_key
from goals.models import Goal
from goals.rules import AHEAD, RULES, Rows, Rule, Span, Terms
from netcrm.lib.prepared import prepared

TOGETHER = 50  # goals in one statement: SQLite takes up to 500, and may take 999 variables

Wanted = tuple[Goal, Span]


class Asked(NamedTuple):
    goal: Goal
    span: Span
    rule: Rule


class Row(NamedTuple):
    asked: int  # the place of what it answers
    uid: UUID
    day: dt.date
    people: Sequence[int]


def days_counted(goal: Goal, span: Span) -> list[dt.date]:
    """The day of each thing, in order, those left out apart."""
    return days_of([(goal, span)])[0]


def days_of(wanted: Sequence[Wanted]) -> list[list[dt.date]]:
    """In the order of what is wanted: the day of each thing, those left out apart."""
    found = _marks([Asked(goal, span, RULES[goal.counts]) for goal, span in wanted])
    return [
        sorted(marks[uid] for uid in marks.keys() - _left_out(goal))
        for (goal, _), marks in zip(wanted, found, strict=True)
    ]


def booked(goal: Goal, today: dt.date, last: dt.date) -> int:
    """Planned from today to the end of the period and not yet done."""
    return all_booked([(goal, (today, last))])[0]


def all_booked(wanted: Sequence[Wanted]) -> list[int]:
    """In the order of what is wanted: how much is planned in these days and not yet done."""
    ahead = {
        place: Asked(goal, span, AHEAD[goal.counts])
        for place, (goal, span) in enumerate(wanted)
        if goal.counts in AHEAD
    }
    found = dict(zip(ahead, map(len, _marks(list(ahead.values()))), strict=True))
    return [found.get(place, 0) for place in range(len(wanted))]


def _left_out(goal: Goal) -> set[UUID]:
    return {each.counted_uid for each in goal.left_out.all()} if goal.pk else set()


def _marks(asked: Sequence[Asked]) -> list[dict[UUID, dt.date]]:
    """The day of each thing by its uid; of one that comes more than once, the first."""
    marks: list[dict[UUID, dt.date]] = [{} for _ in asked]
    for row in _about_those_meant(asked):
        days = marks[row.asked]
        days[row.uid] = min(row.day, days.get(row.uid, row.day))
    return marks


def _about_those_meant(asked: Sequence[Asked]) -> Iterator[Row]:
    """People are tested here: a database would walk through everything they ever did."""
    rows = list(_rows(asked))
    keys = [_key(each) for each in asked]
    goals = {key: each.goal for key, each in zip(keys, asked, strict=True)}
    named: defaultdict[str, set[int]] = defaultdict(set)
    for row in rows:
        named[keys[row.asked]].update(row.people)
    meant = {key: among(goals[key], who) for key, who in named.items() if key}
    for row in rows:
        key = keys[row.asked]
        if not key or not meant[key].isdisjoint(row.people):
            yield row


def _key(each: Asked) -> str:
    return audience_key(each.goal) if each.rule.people else ""


def _rows(asked: Sequence[Asked]) -> Iterator[Row]:
    alike: defaultdict[tuple[Rule, bool], list[int]] = defaultdict(list)
    for place, each in enumerate(asked):
        alike[each.rule, bool(_key(each))].append(place)
    for (rule, is_narrowed), places in alike.items():
        columns = (rule.uid, rule.day, *(rule.people if is_narrowed else ()))
        for start in range(0, len(places), TOGETHER):
            some = places[start : start + TOGETHER]
            for at, uid, day, *people in _found([asked[place] for place in some], columns):
                yield Row(some[at], uid, day, people)


def _found(asked: Sequence[Asked], columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """One statement for goals of one rule; the first column is the place in `asked`."""
    values: list[Any] = []
    for each in asked:
        terms = Terms.of(each.goal)
        values += [terms.owner, terms.starts_on, terms.channel or "", *each.span]
    has_channel = tuple(bool(each.goal.channel) for each in asked)
    return _united(*values, rule=asked[0].rule, columns=columns, has_channel=has_channel)


@prepared
def _united(
    *values: Any, rule: Rule, columns: tuple[str, ...], has_channel: tuple[bool, ...]
) -> Rows:
    found = []
    for place, is_narrow in enumerate(has_channel):
        owner, starts_on, channel, first, last = values[5 * place : 5 * place + 5]
        terms = Terms(owner, starts_on, channel if is_narrow else None)
        rows = rule.rows(terms, (first, last)).order_by()
        found.append(rows.values_list(Value(place), *columns))
    return found[0].union(*found[1:], all=True) if found[1:] else found[0]
