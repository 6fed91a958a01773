"""What a goal has counted, thing by thing, as its page lists it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import F
from django.urls import NoReverseMatch

from goals.audience import audience_of
from goals.kinds import Counted
from goals.models import Goal
from goals.recounting import by_day
from goals.rules import RULES, Rows, Rule, Span, Terms
from interactions.models import FollowUp, Help, Interaction, Introduction, Participant
from interactions.wording import headline

SHOWN = 100  # counted things in one list
READ = 500  # rows read at a time until so many are found


@dataclass(frozen=True, slots=True)
class Thing:
    uid: UUID
    on: dt.date
    words: str
    url: str  # empty where it has no page


def things(goal: Goal, span: Span) -> tuple[list[Thing], list[Thing]]:
    """What was counted, and what the user left out, each with the newest first."""
    rule = RULES[goal.counts]
    left_out = {each.counted_uid for each in goal.left_out.all()}
    counted: dict[UUID, int] = {}
    for uid, row in _newest_first(goal, rule, _newest_days(goal, span)):
        if uid not in left_out:
            counted[uid] = row
        if len(counted) > SHOWN:
            break
    apart = rule.rows(Terms.of(goal), span).filter(**{f"{rule.uid}__in": left_out})
    return (
        _things(goal, rule, list(counted.values())[:SHOWN]),
        _things(goal, rule, dict(apart.values_list(rule.uid, "pk")).values()),
    )


def _newest_days(goal: Goal, span: Span) -> list[dt.date]:
    """As many of the last days with something on them as fill the list."""
    days, listed = [], 0
    for day, number in sorted(by_day(goal, span).items(), reverse=True):
        days.append(day)
        listed += number
        if listed >= SHOWN:
            break
    return days


def _newest_first(goal: Goal, rule: Rule, days: list[dt.date]) -> Iterator[tuple[UUID, int]]:
    """Uid and row of each, read no further than somebody asks. One may come more than once."""
    if not days:
        return
    audience = audience_of(goal) if rule.people else None
    rows = rule.rows(Terms.of(goal), (days[-1], days[0])).filter(**{f"{rule.day}__in": days})
    ways = rule.people if audience else ()
    rows = rows.order_by(F(rule.day).desc(), "-pk").values_list(rule.uid, "pk", *ways)
    remaining = rows.iterator(chunk_size=READ)
    while batch := list(islice(remaining, READ)):
        meant = audience.among({who for _, _, *some in batch for who in some}) if audience else None
        for uid, row, *some in batch:
            if meant is None or not meant.isdisjoint(some):
                yield uid, row


def _things(goal: Goal, rule: Rule, pks: Iterable[int]) -> list[Thing]:
    model = rule.rows(Terms.of(goal), (dt.date.min, dt.date.max)).model
    rows: Rows = model._base_manager.filter(pk__in=list(pks))
    rows = rows.select_related(*rule.joined).order_by(F(rule.day).desc(), "-pk")
    if goal.counts == Counted.CONVERSATIONS:
        rows = rows.prefetch_related("people")
    return [_thing(row, rule) for row in rows]


def _thing(row: Any, rule: Rule) -> Thing:
    subject = row.contact if isinstance(row, Participant) else row
    on = row.interaction.on if isinstance(row, Participant) else getattr(row, rule.day)
    shown = row.contact if isinstance(row, (Help, FollowUp)) else subject
    return Thing(subject.uid, on, _words(row), _address(shown))


def _words(row: Any) -> str:
    match row:
        case Participant():
            return row.contact.name
        case Interaction():
            names = ", ".join(person.name for person in row.people.all())
            return f"{names}: {headline(row)}" if names else headline(row)
        case Help() | FollowUp():
            return f"{row.contact.name}: {row}" if row.contact else str(row)
        case Introduction():
            return f"{row.first.name}, {row.second.name}"
    return str(row)


def _address(row: Any) -> str:
    """Empty for what has no page: a promise to nobody, say."""
    with suppress(NoReverseMatch, AttributeError):
        return str(row.get_absolute_url())
    return ""
