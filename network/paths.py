"""Who could introduce one to somebody: over one's own ties, then over relations on record.

A path is as strong as the product of its ties: one's own counts its strength, a relation its
weight. That each hand of a chain takes its share is design, as is all of this.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from network.people import Person, counted
from network.relations import Neighbours, Relation, neighbours

LONGEST = 4  # ties from oneself to the person; design: as deep as credit goes up a chain


@dataclass(frozen=True, slots=True)
class Step:
    uid: str
    weight: float  # of the tie that leads here


@dataclass(frozen=True, slots=True)
class Path:
    """From whom one would ask to whom one would meet; one step only: one knows them."""

    steps: tuple[Step, ...]
    strength: float  # 0 to 1, the product of its ties

    @property
    def target(self) -> str:
        return self.steps[-1].uid

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(step.uid for step in self.steps)

    @property
    def introducers(self) -> tuple[str, ...]:
        return self.people[:-1]

    def to(self, uid: str, weight: float) -> "Path":
        return Path((*self.steps, Step(uid, weight)), self.strength * weight)


@dataclass(frozen=True, slots=True)
class Wayfinder:
    """All best paths of up to `LONGEST` ties, found once for any number of questions."""

    among: Neighbours
    # To each person, ever longer, each stronger than the last: the first is the strongest of the
    # shortest, the last the shortest of the strongest.
    best: Mapping[str, Sequence[Path]]


def wayfinder(people: Iterable[Person], relations: Iterable[Relation]) -> Wayfinder:
    """One asks only whom one knows well enough to count; from there anybody may lead further."""
    everybody = sorted(people, key=lambda person: person.uid)
    own = [Path((Step(each.uid, each.weight),), each.weight) for each in counted(everybody)]
    among = neighbours(relations, [each.uid for each in everybody])
    return Wayfinder(among, _best(own, among))


def _best(own: Iterable[Path], among: Neighbours) -> Mapping[str, list[Path]]:
    best: dict[str, list[Path]] = defaultdict(list)
    newest = {path.target: path for path in own}
    for _ in range(LONGEST):
        for uid, path in newest.items():
            best[uid].append(path)
        newest = _one_tie_further(newest, best, among)
    return best


def _one_tie_further(
    newest: Mapping[str, Path], best: Mapping[str, Sequence[Path]], among: Neighbours
) -> dict[str, Path]:
    """Only what is stronger than every shorter path; a detour, let alone a circle, never is."""
    further: dict[str, Path] = {}
    for path in newest.values():
        for uid, weight in among[path.target].items():
            rival = further.get(uid) or (best[uid][-1] if uid in best else None)
            if rival is None or path.strength * weight > rival.strength:
                further[uid] = path.to(uid, weight)
    return further


def length_first(path: Path) -> tuple[int, float, tuple[str, ...]]:
    """For sorting: the shortest first, of those the strongest."""
    return len(path.steps), -path.strength, path.people


def strength_first(path: Path) -> tuple[float, int, tuple[str, ...]]:
    """For sorting: the strongest first, of those the shortest."""
    return -path.strength, len(path.steps), path.people
