"""A goal to grow close to somebody: its steps, and the way to the strength it asks for."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, Min, Q

from contacts.models import Contact
from goals import milestones
from goals.audience import people_meant
from goals.kinds import StepKind
from goals.models import Goal, Step
from goals.periods import Period
from goals.rules import HELD, MET, REACHING
from goals.standing import Standing
from interactions.kinds import Source
from interactions.models import Participant
from strength.events import History
from strength.histories import histories
from strength.recalling import strength_on
from strength.summing import sums_at

OFFERED = 8  # people to choose from


@dataclass(frozen=True, slots=True)
class StepShown:
    step: Step
    share: float  # from 0 to 1
    done_on: dt.date | None = None

    @property
    def is_done(self) -> bool:
        return self.share >= 1

    @property
    def percent(self) -> int:
        return round(100 * self.share)

    @property
    def is_own(self) -> bool:
        """Ticked by hand; the others tick themselves."""
        return self.step.kind == StepKind.OWN


@dataclass(frozen=True, slots=True)
class Relationship:
    """`route` once a person is chosen; until then the steps are held against time."""

    target: float
    steps: tuple[StepShown, ...]
    by_time: milestones.Progress
    score: float = 0.0
    meetings: int = 0
    route: milestones.Route | None = None
    at_start: float = 0.0  # the score on the day on which the goal began

    @property
    def standing(self) -> Standing:
        return self.route.standing if self.route else self.by_time.standing

    @property
    def share(self) -> float:
        if self.route:
            return min(1.0, self.score / self.target)
        return min(1.0, self.by_time.progress)

    def even_score(self, time_share: float) -> float | None:
        """Where growing evenly would have led by now; None where there was nothing to grow."""
        if self.at_start >= self.target:
            return None
        return self.at_start + (self.target - self.at_start) * time_share

    @property
    def meetings_lacking(self) -> int:
        return max(0, milestones.LEAST_MEETINGS - self.meetings)


class Talks(NamedTuple):
    """Estimates apart: what is known to have taken place."""

    meetings: int = 0
    reached_on: dt.date | None = None
    met_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Acquainted:
    """What the log says of some people, by id."""

    past: Mapping[int, History]
    talks: Mapping[int, Talks]

    def lacking(self, person: int) -> int:
        """How many meetings more make a relationship."""
        return max(0, milestones.LEAST_MEETINGS - self.talks.get(person, Talks()).meetings)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the log says of the person; nothing while nobody is chosen."""

    score: float = 0.0
    at_start: float = 0.0
    share: float = 0.0
    meetings: int = 0
    reached_on: dt.date | None = None
    met_on: dt.date | None = None
    route: milestones.Route | None = None


def acquainted(people: Iterable[Contact]) -> Acquainted:
    """Four queries for any number of people, none for nobody."""
    each = {person.pk: person for person in people}
    if not each:
        return Acquainted({}, {})
    return Acquainted(histories(each.values()), _talks(each))


def relationship_of(
    goal: Goal, period: Period, today: dt.date, acquaintance: Acquainted
) -> Relationship:
    """`acquaintance` with the person of the goal, if one is chosen."""
    target = float(goal.target_strength or milestones.TARGET)
    known = _known(goal, target, today, acquaintance)
    steps = tuple(_shown(step, goal, known) for step in goal.steps.all())
    weighed = [milestones.Step(each.step.weight, each.share) for each in steps]
    by_time = milestones.milestone(
        weighed or [milestones.Step(1, known.share)], period.number_of(today), period.length
    )
    return Relationship(
        target, steps, by_time, known.score, known.meetings, known.route, known.at_start
    )


def add_steps(goal: Goal) -> None:
    """The usual ones towards a relationship."""
    Step.objects.bulk_create(
        Step(goal=goal, kind=kind, weight=weight, position=position)
        for position, (kind, weight) in enumerate(milestones.STEP_WEIGHTS.items(), start=1)
    )


def own_steps(goal: Goal) -> list[StepShown]:
    """Of a goal that counts: those ticked by hand. What it was before may have left others."""
    steps = goal.steps.filter(kind=StepKind.OWN)
    return [_shown(step, goal, _Known()) for step in steps]


def people_offered(goal: Goal) -> list[Contact]:
    """Who may be the one: the closest of those that the goal describes."""
    people = people_meant(goal)
    if people is None:
        return []
    return list(people.order_by("-strength", "-id")[:OFFERED])


def _known(goal: Goal, target: float, today: dt.date, acquaintance: Acquainted) -> _Known:
    if goal.person_id is None:
        return _Known()
    history = acquaintance.past[goal.person_id]
    talks = acquaintance.talks.get(goal.person_id, Talks())
    sums = sums_at(history, today)
    now = strength_on(history, today).score
    at_start = strength_on(history, goal.starts_on).score
    days = (goal.due_on - today).days if goal.due_on else 0
    lacking = acquaintance.lacking(goal.person_id)
    share = milestones.relationship_share(now, at_start, target)
    # close already, but met too seldom: the last part of the way is the meetings
    most = 1.0 if not lacking else 1.0 - lacking / milestones.LEAST_MEETINGS
    return _Known(
        score=now,
        at_start=at_start,
        share=min(share, most),
        meetings=talks.meetings,
        reached_on=talks.reached_on,
        met_on=talks.met_on,
        route=milestones.route(sums, days, target, lacking),
    )


def _talks(ids: Iterable[int]) -> dict[int, Talks]:
    reached = Q(interaction__direction__in=REACHING)
    held = Participant.objects.filter(HELD, contact__in=list(ids))
    rows = held.exclude(interaction__source=Source.ESTIMATE).values("contact")
    rows = rows.annotate(
        number=Count("pk", filter=MET),
        reached_on=Min("interaction__on", filter=reached),
        met_on=Min("interaction__on", filter=MET),
    )
    return {row["contact"]: Talks(row["number"], row["reached_on"], row["met_on"]) for row in rows}


def _shown(step: Step, goal: Goal, known: _Known) -> StepShown:
    day, share = _by_kind(step, goal, known)
    return StepShown(step, share, day)


def _by_kind(step: Step, goal: Goal, known: _Known) -> tuple[dt.date | None, float]:
    match step.kind:
        case StepKind.IDENTIFY:
            return None, float(goal.person_id is not None)
        case StepKind.FIRST_CONTACT:
            return known.reached_on, float(known.reached_on is not None)
        case StepKind.FIRST_MEETING:
            return known.met_on, float(known.met_on is not None)
        case StepKind.RELATIONSHIP:
            return None, known.share
    return step.done_on, float(step.done_on is not None)
