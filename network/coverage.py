"""How far the people one knows cover a need, on whom that hangs, and what would close the gap."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, fsum
from typing import Literal

from network.needs import MARKED, UNMARKED, Fit, Need, ceiling_of, fit_of, usefulness_of
from network.people import Person

NEGLIGIBLE = 1e-9  # points: sums that differ by less are equal

Course = Literal["keep", "expand", "reconnect", "deepen", "deepen_and_expand"]


@dataclass(frozen=True, slots=True)
class Part:
    """One person's share in covering a need."""

    person: Person
    fit: Fit
    usefulness: float
    ceiling: float  # usefulness that the strongest tie to this person would have

    @property
    def relevance(self) -> float:
        return UNMARKED if self.fit == "unmarked" else MARKED

    @property
    def points(self) -> float:
        return self.relevance * self.usefulness

    @property
    def room(self) -> float:
        """Points that a stronger tie would add."""
        return self.relevance * (self.ceiling - self.usefulness)


@dataclass(frozen=True, slots=True)
class Action:
    """The fewest people whose ties would close the gap, and how many new ones remain wanted."""

    course: Course
    who: tuple[str, ...] = ()
    new_people: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    need: Need
    parts: tuple[Part, ...]  # most points first
    faint: tuple[str, ...]  # who fits but is too faint to count: first to be asked
    points: float
    room: float  # points that the ties at hand would add if all were strong

    @property
    def share(self) -> float:
        return self._share_of(self.points)

    @property
    def gap(self) -> float:
        return max(0.0, self.need.target - self.points)

    @property
    def best(self) -> Part | None:
        return self.parts[0] if self.parts else None

    @property
    def without_best(self) -> float:
        return self.share - self.fragility

    @property
    def fragility(self) -> float:
        """Share that hangs on one person."""
        return self.loss_without(self.best) if self.best else 0.0

    @property
    def action(self) -> Action:
        if self.gap <= NEGLIGIBLE:
            return Action("keep")
        with_room = [part for part in self.parts if part.room > NEGLIGIBLE]
        new_people = self._new_people()
        if not with_room:
            return Action("expand", new_people=new_people) if new_people else Action("keep")
        first = sorted(with_room, key=_dormant_then_roomy)
        who = tuple(_enough(first, self.gap))
        if new_people:
            return Action("deepen_and_expand", who, new_people)
        return Action("reconnect" if first[0].person.is_dormant else "deepen", who)

    def loss_without(self, part: Part) -> float:
        """By how much the share falls without this person."""
        return self.share - self._share_of(self.points - part.points)

    def _new_people(self) -> int:
        """How many, serving fully, make up for what stronger ties would leave open."""
        if self.need.is_for_one_person and self.parts:
            return 0
        return ceil(max(0.0, self.gap - self.room - NEGLIGIBLE))

    def _share_of(self, points: float) -> float:
        return min(1.0, max(0.0, points) / self.need.target)


def cover(need: Need, people: Iterable[Person]) -> Coverage:
    """Over whom one knows well enough to count, dormant strong ties and a person asked for."""
    fitting = [(person, fit) for person in people if (fit := fit_of(person, need))]
    parts = [_part(person, fit, need) for person, fit in fitting if _counts(person, need)]
    return Coverage(
        need,
        tuple(sorted(parts, key=_best_first)),
        tuple(sorted(person.uid for person, _ in fitting if not _counts(person, need))),
        points=fsum(part.points for part in parts),
        room=fsum(part.room for part in parts),
    )


def _counts(person: Person, need: Need) -> bool:
    return person.is_counted or person.is_dormant_strong or need.is_for_one_person


def _part(person: Person, fit: Fit, need: Need) -> Part:
    return Part(person, fit, usefulness_of(person, need), ceiling_of(person, need))


def _best_first(part: Part) -> tuple[float, str]:
    return -part.points, part.person.uid


def _dormant_then_roomy(part: Part) -> tuple[bool, float, str]:
    return not part.person.is_dormant, -part.room, part.person.uid


def _enough(parts: Iterable[Part], gap: float) -> Iterable[str]:
    """As many of them, in this order, as close the gap; all if they do not."""
    for part in parts:
        if gap <= NEGLIGIBLE:
            return
        yield part.person.uid
        gap -= part.room
