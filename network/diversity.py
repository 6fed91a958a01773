"""How varied the people one knows are, in one respect at a time, by head and by strength."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, log

from network.people import Person, counted

Weigher = Callable[[Person], float]


def by_head(_person: Person) -> float:
    return 1.0


def by_strength(person: Person) -> float:
    return person.weight


@dataclass(frozen=True, slots=True)
class Spread:
    """How weight is spread over groups; figures of Shannon, Hill (1973), Jost (2006), Blau."""

    shares: Mapping[str, float]  # largest first, adding up to 1

    @property
    def shannon(self) -> float:
        """In nats."""
        return fsum(-share * log(share) for share in self.shares.values())

    @property
    def effective(self) -> float:
        """So many equally large groups would be as diverse: e to the Shannon entropy."""
        return exp(self.shannon)

    @property
    def concentration(self) -> float:
        """Herfindahl-Hirschman index: 1 when all is in one group."""
        return fsum(share * share for share in self.shares.values())

    @property
    def blau(self) -> float:
        """Chance that two drawn at random are of different groups."""
        return 1.0 - self.concentration

    @property
    def inverse_simpson(self) -> float:
        """Effective number that looks to the large groups first."""
        return 1.0 / self.concentration

    @property
    def evenness(self) -> float | None:
        """1 when all groups are equally large, None for a single group."""
        return self.shannon / log(len(self.shares)) if len(self.shares) > 1 else None

    @property
    def largest(self) -> tuple[str, float]:
        """The largest group and its share."""
        return next(iter(self.shares.items()))


def spread(weights: Mapping[str, float]) -> Spread | None:
    """None where there is no weight; groups without weight are no groups."""
    total = fsum(weights.values())
    if total <= 0:
        return None
    largest_first = sorted(weights, key=lambda name: (-weights[name], name))
    shares = {name: weights[name] / total for name in largest_first}
    return Spread({name: share for name, share in shares.items() if share > 0})


@dataclass(frozen=True, slots=True)
class View:
    """What is known in one respect, weighted in one way."""

    spread: Spread | None  # None: nothing is known
    known: float | None  # share of the weight of which it is known, None without anybody


@dataclass(frozen=True, slots=True)
class Diversity:
    kind: str
    by_head: View
    by_strength: View


def diversity(people: Iterable[Person], kind: str) -> Diversity:
    """Over whom one knows well enough to count; whoever is several things is shared out evenly."""
    known = counted(people)
    return Diversity(kind, _view(known, kind, by_head), _view(known, kind, by_strength))


def concentration_of_people(people: Iterable[Person]) -> Spread | None:
    """How far all strength lies in few people; `inverse_simpson` is their effective number."""
    return spread({person.uid: person.weight for person in counted(people)})


def _view(people: Sequence[Person], kind: str, weigh: Weigher) -> View:
    groups: dict[str, list[float]] = defaultdict(list)
    known = []
    for person in people:
        values = person.values(kind)
        for value in values:
            groups[value].append(weigh(person) / len(values))
        if values:
            known.append(weigh(person))
    total = fsum(weigh(person) for person in people)
    found = spread({name: fsum(weights) for name, weights in groups.items()})
    return View(found, fsum(known) / total if total else None)


@dataclass(frozen=True, slots=True)
class Homophily:
    """Weight of those like oneself and of the others, in one respect; unknown ones left out."""

    same: float
    other: float

    @property
    def index(self) -> float | None:
        """E-I of Krackhardt and Stern (1988): -1 all alike, 1 all different, None: unknown."""
        both = self.same + self.other
        return (self.other - self.same) / both if both else None


def homophily(
    people: Iterable[Person], kind: str, own: Iterable[str], weigh: Weigher = by_head
) -> Homophily | None:
    """Whoever shares one value with oneself is alike; None while one's own is unknown."""
    mine = set(own)
    if not mine:
        return None
    known = [(weigh(person), set(person.values(kind))) for person in counted(people)]
    return Homophily(
        same=fsum(weight for weight, values in known if values & mine),
        other=fsum(weight for weight, values in known if values and not values & mine),
    )


@dataclass(frozen=True, slots=True)
class Reach:
    """Which positions one can reach: the measures of Lin's position generator."""

    positions: int  # extensity
    highest: str | None  # upper reachability
    lowest: str | None
    steps: int  # range, in steps of the ladder


def reach(people: Iterable[Person], ladder: Sequence[str], kind: str = "seniority") -> Reach:
    """`ladder` names the positions from the lowest to the highest; others do not count."""
    held = {value for person in counted(people) for value in person.values(kind)}
    rungs = [rung for rung, name in enumerate(ladder) if name in held]
    if not rungs:
        return Reach(0, None, None, 0)
    return Reach(len(rungs), ladder[rungs[-1]], ladder[rungs[0]], rungs[-1] - rungs[0])
