"""How the goals stand today: the open period of those that come round, the way of the others."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goals.counting import all_booked
from goals.kinds import Counted
from goals.models import Goal
from goals.pacing import Pace, pace_in, usual_rate
from goals.periods import Period, Rhythm, period_of, periods_before, periods_since
from goals.recounting import all_by_day, by_day
from goals.relationships import Relationship, acquainted, relationship_of
from goals.standing import Standing
from goals.streaks import Result, Streak, streak


@dataclass(frozen=True, slots=True)
class Progress:
    """Of a relationship `relationship` tells, of everything else `pace`."""

    goal: Goal
    today: dt.date
    period: Period
    pace: Pace | None = None
    relationship: Relationship | None = None

    @property
    def standing(self) -> Standing:
        if self.pace is not None:
            return self.pace.standing
        return self.relationship.standing if self.relationship else Standing.ON_TRACK

    @property
    def done_share(self) -> float:
        """From 0 to 1, for the bar."""
        if self.pace is not None:
            return min(1.0, self.pace.done / self.pace.wanted)
        return self.relationship.share if self.relationship else 0.0

    @property
    def booked_share(self) -> float:
        if self.pace is None:
            return 0.0
        return min(1.0 - self.done_share, self.pace.booked / self.pace.wanted)

    @property
    def time_share(self) -> float:
        """How much of the time is over at the end of today."""
        return min(1.0, max(0.0, self.period.number_of(self.today) / self.period.length))

    @property
    def even_share(self) -> float | None:
        """How far one would be by now when going evenly; None for a tie that began close enough."""
        if not (self.relationship and self.relationship.route):
            return self.time_share
        even = self.relationship.even_score(self.time_share)
        return None if even is None else even / self.relationship.target


def open_period(goal: Goal, today: dt.date) -> Period:
    """The one of today; of a goal that is reached once, all its time."""
    if not goal.rhythm:
        return Period.between(goal.starts_on, max(goal.starts_on, goal.due_on or today))
    week_start = goal.owner.week_start
    whole = period_of(max(today, goal.starts_on), Rhythm(goal.rhythm), week_start)
    first = max(whole.first, goal.starts_on)
    return Period(first, whole.last, whole.whole)


def progress_of(goal: Goal, today: dt.date, usual: float | None = None) -> Progress:
    """`usual` is one's own mean per day, for the forecast."""
    is_counted = goal.counts != Counted.STRENGTH
    return _paces([goal], today, usual)[0] if is_counted else _relationships([goal], today)[0]


def all_progress(goals: Iterable[Goal], today: dt.date) -> list[Progress]:
    """Those that need a step first: behind, at risk, on track, achieved."""
    mine = list(goals)
    counted = [goal for goal in mine if goal.counts != Counted.STRENGTH]
    close = [goal for goal in mine if goal.counts == Counted.STRENGTH]
    each = [*_paces(counted, today), *_relationships(close, today)]
    return sorted(each, key=lambda progress: (URGENCY[progress.standing], progress.goal.pk))


def _paces(goals: Sequence[Goal], today: dt.date, usual: float | None = None) -> list[Progress]:
    """As many queries for many goals as for one."""
    periods = [open_period(goal, today) for goal in goals]
    each = list(zip(goals, periods, strict=True))
    done = all_by_day([(goal, (period.first, period.last)) for goal, period in each])
    ahead = all_booked([(goal, (max(today, period.first), period.last)) for goal, period in each])
    return [
        Progress(
            goal, today, period, pace_in(period, today, goal.wanted, days.total(), planned, usual)
        )
        for (goal, period), days, planned in zip(each, done, ahead, strict=True)
    ]


def _relationships(goals: Sequence[Goal], today: dt.date) -> list[Progress]:
    """As many queries for many goals as for one."""
    known = acquainted(goal.person for goal in goals if goal.person)
    found = []
    for goal in goals:
        period = open_period(goal, today)
        relationship = relationship_of(goal, period, today, known)
        found.append(Progress(goal, today, period, relationship=relationship))
    return found


URGENCY = {
    Standing.BEHIND: 0,
    Standing.AT_RISK: 1,
    Standing.MISSED: 2,
    Standing.ON_TRACK: 3,
    Standing.ACHIEVED: 4,
}


@dataclass(frozen=True, slots=True)
class Past:
    """All periods since the goal began, the open one last, with what each asked for and had."""

    periods: Sequence[Period]
    results: Sequence[Result]

    @property
    def streak(self) -> Streak:
        return streak(self.results[:-1], self.results[-1])

    @property
    def usual(self) -> float | None:
        closed = list(zip(self.periods, self.results, strict=True))[:-1]
        return usual_rate([(result.done, period.length) for period, result in closed])

    @property
    def rows(self) -> list[tuple[Period, Result]]:
        """The newest first."""
        return list(zip(self.periods, self.results, strict=True))[::-1]


def past_of(goal: Goal, today: dt.date) -> Past:
    """Of a goal that comes round and has begun."""
    rhythm = Rhythm(goal.rhythm)
    periods = periods_since(goal.starts_on, today, rhythm, goal.owner.week_start)
    days = by_day(goal, (goal.starts_on, periods[-1].last))
    counts = per_period(days, periods)
    results = [
        Result(period.asks_for(goal.wanted), done, period.is_partial)
        for period, done in zip(periods, counts, strict=True)
    ]
    return Past(periods, results)


def per_period(days: Mapping[dt.date, int], periods: Sequence[Period]) -> list[int]:
    """How many things on `days` each of the periods holds, which are in order and apart."""
    counts = [0] * len(periods)
    for day, number in days.items():
        place = bisect_right(periods, day, key=lambda period: period.first) - 1
        if place >= 0 and periods[place].holds(day):
            counts[place] += number
    return counts


def counts_before(goal: Goal, today: dt.date, number: int) -> list[int]:
    """What comparable spans before would have counted, from the first one with anything in it."""
    if goal.rhythm:
        periods = periods_before(today, number, Rhythm(goal.rhythm), goal.owner.week_start)
    else:
        periods = [Period.between(goal.starts_on, goal.due_on or goal.starts_on)]
        for _ in range(number):
            periods.append(periods[-1].before())
        periods = periods[:0:-1]
    days = by_day(goal, (periods[0].first, periods[-1].last))
    counts = per_period(days, periods)
    while counts and not counts[0]:
        counts.pop(0)  # nothing was logged yet: it says nothing of what is possible
    return counts
