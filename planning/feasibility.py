"""Whether the rhythms that were chosen can be kept up, and which to slow down if not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from planning.candidates import Id

DAYS_PER_WEEK = 7
MOST_OF_ACTUAL = 1.25  # times the contact there is; design
ACTUAL_WEEKS = 8  # the mean is taken over; design
# days to choose from when a rhythm is slowed down: those of the circles
CADENCES = (7, 30, 90, 182, 365)


@dataclass(frozen=True, slots=True)
class Slower(Generic[Id]):
    id: Id
    cadence: int
    instead: int


def weekly_demand(cadences: Iterable[int]) -> float:
    """Conversations a week that these cadences, in days, ask for."""
    return sum(DAYS_PER_WEEK / cadence for cadence in cadences)


def weekly_actual(conversations: int) -> float:
    """Conversations a week, from the count of the last 8 weeks."""
    return conversations / ACTUAL_WEEKS


def is_feasible(demand: float, actual: float) -> bool:
    return demand <= MOST_OF_ACTUAL * actual


def slowed_down(
    cadences: Mapping[Id, int], least_important_first: Sequence[Id], actual: float
) -> list[Slower[Id]]:
    """Longer cadences, from the least important up, one step each, until they can be kept up.

    Empty when they can already; goes round again where one step each is not enough. To be asked
    once the weeks that `actual` is taken from are known: who logged nothing could keep up nothing.
    """
    proposed = dict(cadences)
    demand = weekly_demand(proposed.values())
    for _ in CADENCES:
        for one in least_important_first:
            if is_feasible(demand, actual):
                return _changes(cadences, proposed)
            longer = _longer(proposed[one])
            demand += DAYS_PER_WEEK / longer - DAYS_PER_WEEK / proposed[one]
            proposed[one] = longer
    return _changes(cadences, proposed)


def _longer(cadence: int) -> int:
    return next((longer for longer in CADENCES if longer > cadence), cadence)


def _changes(before: Mapping[Id, int], after: Mapping[Id, int]) -> list[Slower[Id]]:
    return [Slower(one, days, after[one]) for one, days in before.items() if after[one] != days]
