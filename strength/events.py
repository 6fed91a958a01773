"""What the score is computed from: conversations held, ratings given, favours done."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from strength.weights import (
    DAYS_PER_YEAR,
    DEEP_ABOVE_MINUTES,
    DEFAULT,
    QUICK_BELOW_MINUTES,
    Weights,
)


@dataclass(frozen=True, slots=True)
class Touch:
    """A conversation that was held; planned and cancelled ones never become a touch.

    `people` counts who was there besides oneself.
    """

    on: date
    channel: str = "in_person"
    depth: str = "normal"
    people: int = 1
    answered: bool = True

    def credit(self, weights: Weights = DEFAULT) -> float:
        """Worth in meetings: one normal conversation of two in one place is 1."""
        crowd = float(max(self.people, 1) ** -weights.crowd_exponent)
        reply = 1.0 if self.answered else weights.unanswered
        return weights.channels[self.channel] * weights.depths[self.depth] * crowd * reply


@dataclass(frozen=True, slots=True)
class Rated:
    """Answers from 1 to 5, each optional; `changed_things` voids all ratings of earlier days."""

    on: date
    trust: float | None = None
    respect: float | None = None
    common: float | None = None
    changed_things: bool = False

    def precision(self, weights: Weights = DEFAULT) -> float:
        """Share of a full rating that was answered."""
        return sum(weight for weight, _ in self._answers(weights))

    def total(self, weights: Weights = DEFAULT) -> float:
        """Rating from 0 to 1 times its precision."""
        return sum(weight * (answer - 1) / 4 for weight, answer in self._answers(weights))

    def _answers(self, weights: Weights) -> list[tuple[float, float]]:
        asked = (
            (weights.trust, self.trust),
            (weights.respect, self.respect),
            (weights.common, self.common),
        )
        return [(weight, answer) for weight, answer in asked if answer is not None]


@dataclass(frozen=True, slots=True)
class Favour:
    """Help given or received; size 0.5 small, 1 medium, 2 large, times the share in an outcome."""

    on: date
    given: bool
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class History:
    """All events of one contact, in any order; later ones than the day asked for are ignored."""

    touches: tuple[Touch, ...] = ()
    ratings: tuple[Rated, ...] = ()
    favours: tuple[Favour, ...] = ()
    known_since: date | None = None
    added_on: date | None = None

    def known_before(self, weights: Weights = DEFAULT) -> float:
        """Meetings' worth of the years before the contact was added."""
        if self.known_since is None or self.added_on is None:
            return 0.0
        years = max((self.added_on - self.known_since).days, 0) / DAYS_PER_YEAR
        return min(weights.known_at_most, weights.known_per_year * years)


def depth_of_minutes(minutes: int) -> str:
    if minutes < QUICK_BELOW_MINUTES:
        return "quick"
    return "deep" if minutes > DEEP_ABOVE_MINUTES else "normal"


def day_credit(credits_of_day: Iterable[float], weights: Weights = DEFAULT) -> float:
    """The richest conversation of a day in full, the others in part, never above the cap."""
    each = tuple(credits_of_day)
    richest = max(each, default=0.0)
    return min(weights.day_cap, richest + weights.further_share * (sum(each) - richest))


def contact_days(
    touches: Iterable[Touch], until: date, weights: Weights = DEFAULT
) -> dict[date, float]:
    """Credit of every day with a conversation, `until` included."""
    by_day: dict[date, list[float]] = defaultdict(list)
    for touch in touches:
        if touch.on <= until:
            by_day[touch.on].append(touch.credit(weights))
    # a fixed order makes the last digit independent of the order of entry
    return {day: day_credit(sorted(each), weights) for day, each in sorted(by_day.items())}


def last_reset(ratings: Iterable[Rated], until: date) -> date | None:
    resets = (rated.on for rated in ratings if rated.changed_things and rated.on <= until)
    return max(resets, default=None)


def rating_days(
    ratings: Iterable[Rated], until: date, weights: Weights = DEFAULT
) -> dict[date, tuple[float, float]]:
    """Precision and mean (0 to 1) of every rated day up to `until`, resets not yet applied."""
    by_day: dict[date, list[tuple[float, float]]] = defaultdict(list)
    for rated in ratings:
        precision = rated.precision(weights)
        if precision > 0 and rated.on <= until:
            by_day[rated.on].append((precision, rated.total(weights)))
    return {day: _mean_of_day(sorted(each)) for day, each in sorted(by_day.items())}


def _mean_of_day(ratings: list[tuple[float, float]]) -> tuple[float, float]:
    precision = sum(each for each, _ in ratings)
    return min(1.0, precision), sum(total for _, total in ratings) / precision
