"""Everybody on a map: the closer, the nearer to the middle; who has something in common, together.

Each group has a sector of its own, wide as it has members. A person's ring follows from the
strength; a ring that is full in this sector passes on to the next one out, so that nobody covers
anybody else. The same people always come out at the same places.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, floor, pi, sin, sqrt

from network.people import FULL_STRENGTH, Person

SPACING = 26.0  # units from one mark to the next
FIRST_RING = 34.0  # units: around oneself, in the middle
FEWEST_RINGS = 9
FEWEST_DRAWN = 5  # rings, however close everybody is; what lies beyond the outermost is cut off
LARGEST = 8  # groups that are told apart; the smaller ones stand together
OTHERS, UNKNOWN = "others", ""  # names of the last two groups


@dataclass(frozen=True, slots=True)
class Spot:
    person: Person
    group: int  # place among the groups
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Plot:
    groups: tuple[str, ...]  # values, largest first; `OTHERS` and `UNKNOWN` at the end
    sizes: tuple[int, ...]
    spots: tuple[Spot, ...]  # the closest first
    radius: float
    edges: Mapping[float, float]  # strength to the radius at which it stands, where it is drawn


def plot(people: Iterable[Person], kind: str, edges: Sequence[float] = ()) -> Plot:
    """Whoever has several values stands with the one that most people share."""
    closest_first = sorted(people, key=lambda person: (-person.strength, person.uid))
    groups = _groups(closest_first, kind)
    rings = max(FEWEST_RINGS, round(sqrt(len(closest_first)) * 0.7))
    spots, outermost = _spots(groups, rings)
    radius = _radius(max(outermost, FEWEST_DRAWN)) + SPACING
    levels = {points: _radius(_ring(points, rings) - 0.5) for points in edges}
    spots.sort(key=lambda spot: (-spot.person.strength, spot.person.uid))
    return Plot(
        groups=tuple(groups),
        sizes=tuple(len(members) for members in groups.values()),
        spots=tuple(spots),
        radius=radius,
        edges={points: level for points, level in levels.items() if level < radius},
    )


def _groups(people: Sequence[Person], kind: str) -> dict[str, list[Person]]:
    values = {person.uid: values_of(person, kind) for person in people}
    sizes: dict[str, int] = defaultdict(int)
    for each in values.values():
        for value in each:
            sizes[value] += 1
    by_size = sorted(sizes, key=lambda value: (-sizes[value], value))
    named = {value: place for place, value in enumerate(by_size)}
    members: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        best = min(values[person.uid], key=named.__getitem__, default=UNKNOWN)
        told_apart = best == UNKNOWN or named[best] < LARGEST
        members[best if told_apart else OTHERS].append(person)
    order = [*by_size[:LARGEST], OTHERS, UNKNOWN]
    return {value: members[value] for value in order if members[value]}


def values_of(person: Person, kind: str) -> list[str]:
    if kind == "circle":
        return [person.circle] if person.circle else []
    return person.values(kind)


def _spots(groups: Mapping[str, Sequence[Person]], rings: int) -> tuple[list[Spot], int]:
    """And the number of the outermost ring that is taken."""
    total = sum(len(members) for members in groups.values())
    spots: list[Spot] = []
    outermost, start = 0, -pi / 2  # the first sector begins at the top
    for place, members in enumerate(groups.values()):
        width = 2 * pi * len(members) / total
        for ring, standing in _fill(members, width, rings).items():
            outermost = max(outermost, ring)
            spots += _along(standing, place, ring, start, width)
        start += width
    return spots, outermost


def _fill(members: Sequence[Person], width: float, rings: int) -> dict[int, list[Person]]:
    standing: dict[int, list[Person]] = defaultdict(list)
    for person in members:
        ring = _ring(person.strength, rings)
        while len(standing[ring]) >= _room(ring, width):
            ring += 1
        standing[ring].append(person)
    return {ring: people for ring, people in standing.items() if people}


def _along(
    standing: Sequence[Person], place: int, ring: int, start: float, width: float
) -> Iterable[Spot]:
    """Evenly, half a step away from the borders of the sector."""
    radius, step = _radius(ring), width / len(standing)
    for number, person in enumerate(standing):
        angle = start + (number + 0.5) * step
        yield Spot(person, place, round(radius * cos(angle), 1), round(radius * sin(angle), 1))


def _ring(strength: float, rings: int) -> int:
    return round((1 - min(strength, FULL_STRENGTH) / FULL_STRENGTH) * (rings - 1))


def _radius(ring: float) -> float:
    return FIRST_RING + ring * SPACING


def _room(ring: int, width: float) -> int:
    """How many fit beside each other; in a narrow sector, at least one from some ring on."""
    arc = width * _radius(ring)
    return max(1 if arc >= SPACING / 2 else 0, floor(arc / SPACING))
