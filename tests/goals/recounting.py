"""A goal's number counted anew in plain Python, from what the specification says.

It knows neither the database nor how goals count: `Log` is what somebody wrote down.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

ANA = 0  # people go by their number
DAY = dt.timedelta(days=1)
Days = dict[object, dt.date]  # what counts, and the day on which it does


@dataclass(frozen=True)
class Known:
    """Somebody on record: since when known, when written down, whether still there."""

    known_since: str = ""  # as far as one knows: "2026", "2026-02", "2026-02-14" or nothing
    added_on: dt.date = dt.date(2026, 2, 1)
    met_on: str = ""  # as far as one knows
    is_imported: bool = False
    is_client: bool = False
    is_office: bool = False
    is_trashed: bool = False
    is_archived: bool = False

    def was_known_before(self, day: dt.date, begun: dt.date) -> bool:
        """Or met before the goal had begun; who was imported was known, if no day is."""
        if not self.known_since and not self.met_on:
            return self.is_imported
        return _is_before(self.known_since, day) or _is_before(self.met_on, min(day, begun))


def _is_before(partial: str, day: dt.date) -> bool:
    return bool(partial) and partial < f"{day}"[: len(partial)]


@dataclass(frozen=True)
class Talk:
    day: dt.date
    who: frozenset[int]
    channel: str = "in_person"
    direction: str = "mutual"
    is_answered: bool = True
    status: str = "held"
    source: str = "hand"
    is_trashed: bool = False

    @property
    def took_place(self) -> bool:
        return self.status == "held" and not self.is_trashed


@dataclass(frozen=True)
class Deed:
    """An event attended, help given, a promise kept, an introduction, an activity."""

    kind: str
    day: dt.date
    who: int = ANA
    is_done: bool = True  # attended, given, made, kept; otherwise it was only meant
    is_mine: bool = True
    is_trashed: bool = False


@dataclass
class Log:
    people: list[Known]
    talks: list[Talk] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)


@dataclass(frozen=True)
class Asked:
    """What a goal counts, and how it is narrowed."""

    counts: str
    rhythm: str = ""
    starts_on: dt.date = dt.date(2026, 1, 1)
    channel: str = ""
    only: str = ""  # "", "clients" or "ana"

    @property
    def due_on(self) -> dt.date:
        """Of a goal without a rhythm, which is reached once."""
        return self.starts_on + 45 * DAY

    def means(self, person: Known, number: int) -> bool:
        if self.only == "ana":
            return number == ANA
        is_listed = not person.is_trashed and not person.is_archived
        return not self.only or (person.is_client and is_listed)


def days_of(log: Log, asked: Asked) -> Days:
    """Everything that counts, whenever it was."""
    match asked.counts:
        case "conversations":
            return _conversations(log, asked)
        case "new_contacts":
            return _firsts(log, asked, [t for t in log.talks if t.direction != "incoming"])
        case "first_meetings":
            met = [t for t in log.talks if t.channel in ("in_person", "video") and t.is_answered]
            return _firsts(log, asked, met)
        case "new_people":
            return _new_people(log, asked)
    return _deeds(log, asked)


def within(days: Iterable[dt.date], first: dt.date, last: dt.date) -> int:
    return sum(first <= day <= last for day in days)


def periods(asked: Asked, today: dt.date, week_start: int) -> list[tuple[dt.date, dt.date]]:
    """First and last day of each, from the one in which the goal began, found day by day."""
    if not asked.rhythm:
        return [(asked.starts_on, asked.due_on)]
    found: list[tuple[dt.date, dt.date]] = []
    day = first = asked.starts_on
    while True:
        if _begins(day + DAY, asked.rhythm, week_start):
            found.append((first, day))
            first = day + DAY
            if day >= today:
                return found
        day += DAY


def _begins(day: dt.date, rhythm: str, week_start: int) -> bool:
    match rhythm:
        case "week":
            return day.weekday() == week_start
        case "month":
            return day.day == 1
        case "quarter":
            return day.day == 1 and day.month in (1, 4, 7, 10)
    return (day.month, day.day) == (1, 1)


def _conversations(log: Log, asked: Asked) -> Days:
    return {
        talk: talk.day
        for talk in log.talks
        if talk.took_place and talk.is_answered and talk.source != "estimate"
        if asked.channel in ("", talk.channel)
        if not asked.only or any(asked.means(log.people[who], who) for who in talk.who)
    }


def _firsts(log: Log, asked: Asked, kind: list[Talk]) -> Days:
    """Each person once, on the first such day; whoever was known by then does not count."""
    found: Days = {}
    for who, person in _countable(log, asked):
        if any(t.took_place and t.source == "estimate" and who in t.who for t in log.talks):
            continue  # a rhythm was estimated: they knew each other
        mine = [talk for talk in kind if talk.took_place and who in talk.who]
        first = min((talk.day for talk in mine), default=None)
        if first is None or person.was_known_before(first, asked.starts_on):
            continue
        if any(asked.channel in ("", t.channel) for t in mine if t.day == first):
            found["person", who] = first
    return found


def _new_people(log: Log, asked: Asked) -> Days:
    return {
        ("person", who): person.added_on
        for who, person in _countable(log, asked)
        if not person.was_known_before(person.added_on, asked.starts_on)
    }


def _countable(log: Log, asked: Asked) -> Iterator[tuple[int, Known]]:
    for who, person in enumerate(log.people):
        if not person.is_trashed and not person.is_office and asked.means(person, who):
            yield who, person


def _deeds(log: Log, asked: Asked) -> Days:
    is_about_people = asked.counts not in ("events", "brand")
    return {
        ("deed", number): deed.day
        for number, deed in enumerate(log.deeds)
        if deed.kind == asked.counts and deed.is_done and deed.is_mine and not deed.is_trashed
        if not is_about_people or asked.means(log.people[deed.who], deed.who)
        if asked.counts != "help" or not log.people[deed.who].is_trashed
    }
