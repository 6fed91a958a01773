"""A goal with a deadline and an end that can be measured: weighted steps, then meetings ahead.

While nobody is chosen yet, progress is held against time, step by step. Once a person is, the
strength model run forwards says more: it knows that closeness grows with each meeting and fades
in between.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from goals.standing import Standing
from strength.events import History, Rated, Touch
from strength.forecasting import meetings_needed
from strength.scoring import score
from strength.summing import Sums, sums_at
from strength.weights import DEFAULT, Weights

TARGET = 50.0  # points; design: about one good meeting a month for half a year
LEAST_MEETINGS = 5  # held, two-way; design: one good evening is no relationship
GOOD_MEETING = 4.0  # of 5; design: how the meetings ahead are presumed to be rated

# shares of the work in building a relationship, relative; design
STEP_WEIGHTS = MappingProxyType(
    {"identify": 1.0, "first_contact": 2.0, "first_meeting": 3.0, "relationship": 4.0}
)
# schedule performance, progress over time gone, from which on; design
ON_TRACK_FROM = 0.9
AT_RISK_FROM = 0.6
EARLY = 0.1  # share of the time in which nothing needs to be done yet; design

# days from one meeting to the next that can be kept up; design
EASY_INTERVAL = 21.0
TIGHT_INTERVAL = 10.0
TARGET_STEP = 5  # points; design: a finer advice would feign precision


@dataclass(frozen=True, slots=True)
class Step:
    weight: float
    done: float  # from 0 to 1


@dataclass(frozen=True, slots=True)
class Progress:
    progress: float  # weighted share of the steps done
    time_share: float  # of the days, today included; above 1 past the deadline
    standing: Standing
    forecast_day: float | None  # day number of the end at this pace; None before the first step

    @property
    def spi(self) -> float:
        """Schedule performance index: 1 when progress keeps up with time."""
        return self.progress / self.time_share


@dataclass(frozen=True, slots=True)
class Route:
    """The fewest good meetings, evenly spread, that reach the target on the last day."""

    standing: Standing
    days: int
    meetings: int | None  # None when even the most that fit do not suffice
    interval: float | None  # days from one to the next; None when none is needed, or none helps


def milestone(steps: Sequence[Step], day: int, length: int) -> Progress:
    """`day` is today's number of `length` days, 1 on the first."""
    weight = sum(step.weight for step in steps)
    if weight <= 0:
        raise ValueError("a milestone has steps with a weight")
    day = max(day, 1)
    progress = sum(step.weight * step.done for step in steps) / weight
    return Progress(
        progress=progress,
        time_share=day / length,
        standing=_standing(steps, progress, day, length),
        forecast_day=day / progress if progress > 0 else None,
    )


def relationship_share(now: float, at_start: float, target: float = TARGET) -> float:
    """How much of the way from the first score to the target is gone, from 0 to 1."""
    if now >= target:
        return 1.0
    return max(0.0, (now - at_start) / (target - at_start)) if at_start < target else 0.0


def route(
    sums: Sums,
    days: int,
    target: float = TARGET,
    meetings_lacking: int = 0,
    rated_as: float = GOOD_MEETING,
    weights: Weights = DEFAULT,
) -> Route:
    """`sums` are those of today, `days` lie ahead; each meeting ahead is rated alike, 1 to 5.

    `meetings_lacking` is what the goal asks for beside the score: how many two-way meetings more.
    """
    if score(sums, weights).score >= target and meetings_lacking <= 0:
        return Route(Standing.ACHIEVED, days, 0, None)
    if days < 0:
        return Route(Standing.MISSED, days, None, None)
    for_score = meetings_needed(sums, target, days, rated_as, weights)
    if for_score is None:
        return Route(Standing.BEHIND, days, None, None)
    meetings = max(for_score, meetings_lacking)
    if not meetings:
        return Route(Standing.ON_TRACK, days, 0, None)
    return Route(_standing_of_interval(days / meetings), days, meetings, days / meetings)


def realistic_target(
    sums: Sums, days: int, rated_as: float = GOOD_MEETING, weights: Weights = DEFAULT
) -> int:
    """The highest score, in steps of 5 points, that meetings at an easy interval reach."""
    most = int(days / EASY_INTERVAL)

    def is_too_much(target: int) -> bool:
        needed = meetings_needed(sums, target, days, rated_as, weights)
        return needed is None or needed > most

    targets = range(0, 101, TARGET_STEP)
    return targets[max(0, bisect_right(targets, False, key=is_too_much) - 1)]


def after_one_meeting(today: date) -> Sums:
    """Somebody with whom one good first meeting lies behind: whoever a goal has not chosen yet."""
    rated = Rated(today, GOOD_MEETING, GOOD_MEETING, GOOD_MEETING)
    return sums_at(History((Touch(today),), (rated,)), today)


def _standing(steps: Sequence[Step], progress: float, day: int, length: int) -> Standing:
    if all(step.done >= 1 for step in steps):
        return Standing.ACHIEVED
    if day > length:
        return Standing.MISSED
    time_share = day / length
    if time_share < EARLY or progress / time_share >= ON_TRACK_FROM:
        return Standing.ON_TRACK
    return Standing.AT_RISK if progress / time_share >= AT_RISK_FROM else Standing.BEHIND


def _standing_of_interval(days: float) -> Standing:
    if days >= EASY_INTERVAL:
        return Standing.ON_TRACK
    return Standing.AT_RISK if days >= TIGHT_INTERVAL else Standing.BEHIND
