"""Everybody on a map: the closer, the nearer to the middle; who has something in common, together.

A person's ring follows from the strength alone; only a ring that is full passes on to the next one
out. Each group has a sector, wide as it has members, and stands there as far as the ring has room,
so that nobody covers anybody else. The same people always come out at the same places.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import asin, cos, floor, pi, sin, sqrt

from network.people import FULL_STRENGTH, Person

SPACING = 26.0  # units from one mark to the next
FIRST_RING = 34.0  # units: around oneself, in the middle
FEWEST_RINGS = 9
FEWEST_DRAWN = 5  # rings, however close everybody is; what lies beyond the outermost is cut off
FREE = 0.4  # radians at the top between the first sector and the last
FREE_HALF = 0.24  # of the radius of the last ring: nobody is nearer to the names of the levels,
FREE_MOST = 0.7  # which stand above the middle; but at most so much of the ring's own radius
LARGEST = 8  # groups that are told apart; the smaller ones stand together
OTHERS, UNKNOWN = "others", ""  # names of the last two groups


Placed = tuple[Person, int]  # and the place of the group among the groups


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
    standing = _by_ring(groups, rings)
    starts, widths = _sectors([len(members) for members in groups.values()])
    spots: list[Spot] = []
    for ring, people in standing.items():
        spots += _along(people, ring, _span(ring, rings), starts, widths)
    return spots, max(standing, default=0)


def _by_ring(groups: Mapping[str, Sequence[Person]], rings: int) -> dict[int, list[Placed]]:
    """The closest choose first; a ring that is full passes on to the next one out."""
    everybody = [
        (person, place) for place, members in enumerate(groups.values()) for person in members
    ]
    standing: dict[int, list[Placed]] = defaultdict(list)
    for person, place in sorted(everybody, key=lambda each: (-each[0].strength, each[0].uid)):
        ring = _ring(person.strength, rings)
        while len(standing[ring]) >= _room(ring, rings):
            ring += 1
        standing[ring].append((person, place))
    return {ring: people for ring, people in standing.items() if people}


def _sectors(sizes: Sequence[int]) -> tuple[list[float], list[float]]:
    """Where each group's sector begins and how wide it is, from the top around to the top."""
    widths = [(2 * pi - FREE) * size / (sum(sizes) or 1) for size in sizes]
    return [(FREE - pi) / 2 + sum(widths[:place]) for place in range(len(widths))], widths


def _along(
    people: Sequence[Placed],
    ring: int,
    span: tuple[float, float],
    starts: Sequence[float],
    widths: Sequence[float],
) -> Iterable[Spot]:
    """Evenly over the sector of their group, and as far out of it as there are too many."""
    in_order = sorted(people, key=lambda each: each[1])
    numbers = Counter(place for _, place in people)
    begun: Counter[int] = Counter()
    wished = []
    for _, place in in_order:
        wished.append(starts[place] + widths[place] * (begun[place] + 0.5) / numbers[place])
        begun[place] += 1
    radius = _radius(ring)
    angles = apart(wished, SPACING / radius, span)
    for (person, place), angle in zip(in_order, angles, strict=True):
        yield Spot(person, place, round(radius * cos(angle), 1), round(radius * sin(angle), 1))


def apart(angles: Sequence[float], gap: float, span: tuple[float, float]) -> list[float]:
    """Angles in rising order, moved as little as it takes to be `gap` apart and within `span`,
    where there is room for all of them.

    Without their gaps they need only be in order, which the pool-adjacent-violators algorithm of
    isotonic regression does (Ayer and others, 1955): neighbours that collide share their mean.
    """
    pools: list[tuple[float, int]] = []  # mean, members
    for number, angle in enumerate(angles):
        mean, members = angle - number * gap, 1
        while pools and pools[-1][0] > mean:
            before, others = pools.pop()
            mean = (before * others + mean * members) / (others + members)
            members += others
        pools.append((mean, members))
    levels = [mean for mean, members in pools for _ in range(members)]
    first, last = span[0], span[1] - gap * (len(angles) - 1)
    return [min(max(level, first), last) + number * gap for number, level in enumerate(levels)]


def _ring(strength: float, rings: int) -> int:
    return round((1 - min(strength, FULL_STRENGTH) / FULL_STRENGTH) * (rings - 1))


def _radius(ring: float) -> float:
    return FIRST_RING + ring * SPACING


def _span(ring: int, rings: int) -> tuple[float, float]:
    """From the top around to the top, as far as the names of the levels leave the ring free."""
    half = asin(min(FREE_HALF * _radius(rings) / _radius(ring), FREE_MOST))
    return half - pi / 2, 3 * pi / 2 - half


@cache
def _room(ring: int, rings: int) -> int:
    """How many fit beside each other."""
    first, last = _span(ring, rings)
    return 1 + floor((last - first) * _radius(ring) / SPACING)
