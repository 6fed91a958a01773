"""The spans in which a recurring goal is counted, by the user's own calendar."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MONDAY = 0  # week starts are numbered as date.weekday() does
DAY = timedelta(days=1)


class Rhythm(StrEnum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


# days of the longest one: so many after its first day, the next one has begun
LONGEST = {Rhythm.WEEK: 7, Rhythm.MONTH: 31, Rhythm.QUARTER: 92, Rhythm.YEAR: 366}


@dataclass(frozen=True, slots=True)
class Period:
    """Both days belong to it; `whole` is its length in the calendar, more where it began late."""

    first: date
    last: date
    whole: int

    @classmethod
    def between(cls, first: date, last: date) -> "Period":
        """A span of its own, such as the time until a deadline."""
        return cls(first, last, (last - first).days + 1)

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def is_partial(self) -> bool:
        return self.length < self.whole

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def number_of(self, day: date) -> int:
        """1 on the first day; above the length once the period is over."""
        return (day - self.first).days + 1

    def day(self, number: int) -> date:
        return self.first + timedelta(days=number - 1)

    def asks_for(self, wanted: int) -> int:
        """The share of a whole period's number that this one asks for, at least 1.

        Rounded up (design): there is no third of a meeting, and a start asks for something.
        """
        return -(-wanted * self.length // self.whole)

    def before(self) -> "Period":
        """The equally long span that ends the day before this one begins."""
        return Period.between(self.first - timedelta(days=self.length), self.first - DAY)


def period_of(day: date, rhythm: Rhythm, week_start: int = MONDAY) -> Period:
    """The whole period of the calendar that holds the day."""
    first = _first_day(day, rhythm, week_start)
    following = _first_day(first + timedelta(days=LONGEST[rhythm]), rhythm, week_start)
    return Period.between(first, following - DAY)


def periods_since(
    start: date, today: date, rhythm: Rhythm, week_start: int = MONDAY
) -> list[Period]:
    """From the one in which the goal began, cut to its start, to the open one of today."""
    begun = period_of(start, rhythm, week_start)
    periods = [Period(start, begun.last, begun.whole)]
    while periods[-1].last < today:
        periods.append(period_of(periods[-1].last + DAY, rhythm, week_start))
    return periods


def periods_before(day: date, count: int, rhythm: Rhythm, week_start: int = MONDAY) -> list[Period]:
    """So many whole periods that were over before the one of the day, the oldest first."""
    periods = [period_of(day, rhythm, week_start)]
    for _ in range(count):
        periods.append(period_of(periods[-1].first - DAY, rhythm, week_start))
    return periods[:0:-1]


def _first_day(day: date, rhythm: Rhythm, week_start: int) -> date:
    match rhythm:
        case Rhythm.WEEK:
            return day - timedelta(days=(day.weekday() - week_start) % 7)
        case Rhythm.MONTH:
            return day.replace(day=1)
        case Rhythm.QUARTER:
            return day.replace(month=day.month - (day.month - 1) % 3, day=1)
        case Rhythm.YEAR:
            return day.replace(month=1, day=1)
