"""Puts what a line says into the fields of its form, wherever the user has not said otherwise.

The form carries the line from which its fields were last filled. A field that still holds what that
line said follows the new line; one that was changed by hand stays.
"""

import datetime as dt
from dataclasses import dataclass

from django.http import QueryDict

from accounts.models import DateFormat, User
from interactions.forms.days import OTHER, TODAY, YESTERDAY
from interactions.kinds import Direction
from interactions.line_doubts import DayDoubt
from interactions.line_people import Known, Mention
from interactions.people_meant import finder
from interactions.understanding import Understood, understand

Facts = dict[str, str]
MUTUAL, OUTGOING = Direction.MUTUAL.value, Direction.OUTGOING.value
TICKS = {"is_planned", "is_unanswered"}  # not sent when they are off
DAY_FIELDS = {"when", "on", "is_planned"}  # they follow the line together or not at all


@dataclass(frozen=True, slots=True)
class Reread:
    """`offered` are the others that a name may mean; `doubts` the names that the user has not yet
    seen settled; `day_doubt` words meant as a day, while the day is still the one of no words."""

    data: QueryDict
    offered: tuple[Known, ...] = ()
    doubts: tuple[Mention, ...] = ()
    day_doubt: DayDoubt | None = None


def reread(user: User, data: QueryDict, channel: str) -> Reread:
    """`channel` is what stands in the form where no line says how."""
    line, seen = data.get("line", ""), data.get("understood", "")
    now = _understand(user, line)
    offered = tuple(person for each in now.mentions for person in each.people[1:])
    merged = data.copy()
    if line == seen:
        return Reread(merged, offered, day_doubt=_open_day_doubt(merged, now))
    before = _understand(user, seen)
    _merge_facts(merged, _facts(before, user.today(), channel), _facts(now, user.today(), channel))
    _merge_people(merged, before, now)
    merged["understood"] = line
    doubts = [each for each in now.mentions if len(each.people) > 1]
    chosen = set(data.getlist("people"))
    open_doubts = [each for each in doubts if not chosen & {known.uid for known in each.people}]
    return Reread(merged, offered, tuple(open_doubts), _open_day_doubt(merged, now))


def _open_day_doubt(data: QueryDict, understood: Understood) -> DayDoubt | None:
    return understood.day_doubt if data.get("when", TODAY) == TODAY else None


def _understand(user: User, line: str) -> Understood:
    month_first = user.date_format == DateFormat.MONTH_FIRST
    return understand(line, user.today(), finder(user), month_first=month_first)


def _facts(understood: Understood, today: dt.date, channel: str) -> Facts:
    """As the fields of the form would be sent; empty for an unticked box."""
    said = understood.said
    when, on = when_of(said.on, today)
    return {
        "when": when,
        "on": on,
        "at": f"{said.at:%H:%M}" if said.at else "",
        "is_planned": "on" if said.on and said.on > today else "",
        "channel": said.channel or channel,
        "minutes": str(said.minutes or ""),
        "subject": understood.subject,
        "direction": said.direction or (OUTGOING if said.is_unanswered else MUTUAL),
        "is_unanswered": "on" if said.is_unanswered else "",
    }


def when_of(day: dt.date | None, today: dt.date) -> tuple[str, str]:
    """The quick choice and the date beside it that mean `day`."""
    if day is None or day == today:
        return TODAY, ""
    if day == today - dt.timedelta(days=1):
        return YESTERDAY, ""
    return OTHER, day.isoformat()


def _merge_facts(data: QueryDict, before: Facts, now: Facts) -> None:
    untouched = {name for name in now if _sent(data, name, before) == before[name]}
    if not untouched >= DAY_FIELDS:
        untouched -= DAY_FIELDS
    for name in untouched:
        data[name] = now[name]
        if name in TICKS and not now[name]:
            del data[name]


def _sent(data: QueryDict, name: str, before: Facts) -> str:
    """What the form holds now; a field that was not sent at all stands for its default."""
    return data.get(name, "" if name in TICKS else before[name])


def _merge_people(data: QueryDict, before: Understood, now: Understood) -> None:
    for name, were, are in (
        ("people", _uids(before), _uids(now)),
        ("new_people", _newcomers(before), _newcomers(now)),
    ):
        chosen = data.getlist(name)
        dropped = set(were) - set(chosen)
        added = [each for each in chosen if each not in were]
        kept = [each for each in are if each not in dropped]
        data.setlist(name, list(dict.fromkeys(kept + added)))


def _uids(understood: Understood) -> list[str]:
    return [each.people[0].uid for each in understood.mentions if each.people]


def _newcomers(understood: Understood) -> list[str]:
    return [each.typed for each in understood.mentions if not each.people]
