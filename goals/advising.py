"""What to mend in a goal before it is set, as codes and numbers that templates put into words.

Specific, measurable, assignable, realistic, time-related are Doran's words (1981), who did not
ask for all five of every goal: only what a goal cannot be counted without is required.

The facts of each code:
  nothing_counted  required: no kind of activity and no relationship is chosen
  broad            anything with anybody counts
  anybody          the same, of what has no channel
  not_measurable   required: no number and no strength to reach
  no_next_step     nothing is said about what to do first
  unrealistic      wanted, best (of the last periods), limit (what would pass), periods
  leap             the same, where no whole number above the best would pass
  met_already      target: the person chosen stands there today
  out_of_reach     target, instead (the score that easy meetings reach): no meetings suffice
  too_steep        target, instead, meetings, interval (days)
  no_aspiration    serves no aspiration
  no_deadline      required: neither a period nor a day
  deadline_passed  required: due (a day)
  no_if_then       no plan of the form "if it is Monday at nine, then …"
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from goals.milestones import TIGHT_INTERVAL, Route
from goals.periods import Rhythm
from goals.standing import Standing

MOST_OF_BEST = 1.5  # times the best of the last periods that can be hoped for; design
COMPARED_PERIODS = 3  # design
WANTING = frozenset({"broad", "anybody", "no_next_step", "no_aspiration", "no_if_then"})
REQUIRED = frozenset({"nothing_counted", "not_measurable", "no_deadline", "deadline_passed"})

Fact = float | int | date


@dataclass(frozen=True, slots=True)
class Draft:
    """A goal as its form holds it; `None` and False are what has not been said."""

    counts: str | None = None  # the kind of thing counted
    is_narrowed: bool = False  # to a channel, first meetings, some people …
    has_channels: bool = True
    wanted: int | None = None  # how many
    target: float | None = None  # or which score
    rhythm: Rhythm | None = None
    due_on: date | None = None
    has_aspiration: bool = False
    has_next_step: bool = False
    has_if_then: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    code: str
    letter: str  # of SMART: S, M, A, R or T
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def is_required(self) -> bool:
        """Whether the goal cannot be counted before this is mended."""
        return self.code in REQUIRED

    @property
    def is_wanting(self) -> bool:
        """Whether something is only not said: no matter while nobody has begun to write."""
        return self.code in WANTING


def advise(
    draft: Draft,
    today: date,
    past: Sequence[int] = (),
    route: Route | None = None,
    instead: int | None = None,
) -> list[Advice]:
    """In the order of the letters; empty for a goal that has everything.

    `past` counts the same things in comparable closed periods, the newest last. For a strength to
    reach, `route` leads there and `instead` is the realistic target.
    """
    return [
        *_specific(draft),
        *_measurable(draft),
        *_assignable(draft),
        *_realistic(draft, past),
        *_reachable(draft, route, instead),
        *_relevant(draft),
        *_time_bound(draft, today),
    ]


def _specific(draft: Draft) -> list[Advice]:
    if draft.counts is None:
        return [Advice("nothing_counted", "S")]
    if draft.is_narrowed:
        return []
    return [Advice("broad" if draft.has_channels else "anybody", "S")]


def _measurable(draft: Draft) -> list[Advice]:
    has_number = draft.wanted is not None and draft.wanted > 0
    has_target = draft.target is not None and draft.target > 0
    return [] if has_number or has_target else [Advice("not_measurable", "M")]


def _assignable(draft: Draft) -> list[Advice]:
    """Who is settled, oneself: what is left is to know what comes first."""
    return [] if draft.has_next_step else [Advice("no_next_step", "A")]


def _realistic(draft: Draft, past: Sequence[int]) -> list[Advice]:
    """At most half as much again as the best of late; one is never too much (design)."""
    recent = past[-COMPARED_PERIODS:]
    if draft.wanted is None or not recent:
        return []
    limit = max(1, int(MOST_OF_BEST * max(recent)))
    if draft.wanted <= limit:
        return []
    told = {"wanted": draft.wanted, "best": max(recent), "limit": limit, "periods": len(recent)}
    return [Advice("unrealistic" if limit > max(recent) else "leap", "R", told)]


def _reachable(draft: Draft, route: Route | None, instead: int | None) -> list[Advice]:
    if draft.target is None or route is None or route.days < 0:
        return []
    if route.standing == Standing.ACHIEVED:
        return [Advice("met_already", "R", {"target": draft.target})]
    told: dict[str, Fact] = {"target": draft.target}
    if instead is not None:
        told["instead"] = instead
    if route.meetings is None:
        return [Advice("out_of_reach", "R", told)]
    if route.interval is None or route.interval >= TIGHT_INTERVAL:
        return []
    return [
        Advice("too_steep", "R", told | {"meetings": route.meetings, "interval": route.interval})
    ]


def _relevant(draft: Draft) -> list[Advice]:
    return [] if draft.has_aspiration else [Advice("no_aspiration", "R")]


def _time_bound(draft: Draft, today: date) -> list[Advice]:
    if draft.due_on is not None and draft.due_on < today:
        return [Advice("deadline_passed", "T", {"due": draft.due_on})]
    if draft.due_on is None and draft.rhythm is None:
        return [Advice("no_deadline", "T")]
    return [] if draft.has_if_then else [Advice("no_if_then", "T")]
