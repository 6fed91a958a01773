"""Where the people one knows know each other: structural holes, clusters, sole links.

Redundancy, effective size and constraint are Burt's (1992). They rest on the ties among others,
which one has to record: without any, every network looks like a perfect star.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from network.people import Person, counted
from network.relations import Neighbours, Relation, neighbours

FEWEST = 3  # people who make a cluster; two are a pair; design
PEOPLE_PER_RELATION = 5  # design: with fewer relations on record the figures say nothing


@dataclass(frozen=True, slots=True)
class Structure:
    """Of one's own ties, oneself at the centre."""

    people: int
    relations: int
    redundancy: Mapping[str, float]  # of each person, 0 to 1
    dyadic_constraint: Mapping[str, float]  # of each person
    clusters: tuple[tuple[str, ...], ...]  # who holds together without oneself, largest first

    @property
    def is_meaningful(self) -> bool:
        """Whether enough relations are on record for the figures to be shown."""
        return self.people > 0 and self.relations * PEOPLE_PER_RELATION >= self.people

    @property
    def effective_size(self) -> float | None:
        """People less those who lead nowhere new, None without anybody."""
        return self.people - fsum(self.redundancy.values()) if self.people else None

    @property
    def efficiency(self) -> float | None:
        size = self.effective_size
        return None if size is None else size / self.people

    @property
    def constraint(self) -> float | None:
        """How far one is tied to a single group; may exceed 1, None without anybody."""
        return fsum(self.dyadic_constraint.values()) if self.people else None

    @property
    def sole_links(self) -> tuple[str, ...]:
        """Who alone leads to a part of the world: each a cluster of one."""
        return tuple(cluster[0] for cluster in self.clusters if len(cluster) == 1)


def structure(weights: Mapping[str, float], relations: Iterable[Relation]) -> Structure:
    """`weights` are one's own ties, above 0; they may be a part of the network."""
    mine = {uid: weight for uid, weight in weights.items() if weight > 0}
    among = neighbours(relations, mine)
    total = fsum(mine.values())
    shares = {uid: weight / total for uid, weight in mine.items()}
    outgoing = {uid: mine[uid] + fsum(known.values()) for uid, known in among.items()}
    return Structure(
        people=len(mine),
        relations=sum(len(known) for known in among.values()) // 2,
        redundancy={uid: _redundancy(known, mine[uid], shares) for uid, known in among.items()},
        dyadic_constraint={
            uid: _constraint(uid, known, shares, outgoing) for uid, known in among.items()
        },
        clusters=clusters_of(among),
    )


def overlaps(among: Neighbours, near: Collection[str]) -> dict[str, float]:
    """Redundancy of each person as coverage takes it, 0 to 1; `near` are those who count.

    All ties are equal, and whoever somebody knows belongs to it however faint: so a tie that grows
    stronger cannot make another person less useful. Faint strangers to them do not belong to it.
    """
    counting = set(near)
    found = {}
    for uid, known in among.items():
        faint = sum(each not in counting for each in (uid, *known))
        found[uid] = fsum(known.values()) / (len(counting) + faint)
    return found


def sole_links(people: Iterable[Person], kind: str) -> dict[str, str]:
    """Of each value, as of each organisation, the only person through whom one reaches it."""
    holders: dict[str, list[str]] = defaultdict(list)
    for person in counted(people):
        for value in person.values(kind):
            holders[value].append(person.uid)
    return {value: uids[0] for value, uids in sorted(holders.items()) if len(uids) == 1}


def sole_clusters(
    people: Iterable[Person], clusters: Iterable[tuple[str, ...]]
) -> list[tuple[str, int]]:
    """Of each cluster of several in which one knows a single person well enough to count: that
    person, and how many others there are; the largest first.
    """
    near = {person.uid for person in counted(people)}
    found = []
    for cluster in clusters:
        known = [uid for uid in cluster if uid in near]
        if len(cluster) >= FEWEST and len(known) == 1:
            found.append((known[0], len(cluster) - 1))
    return sorted(found, key=lambda link: (-link[1], link[0]))


def _redundancy(known: Mapping[str, float], mine: float, shares: Mapping[str, float]) -> float:
    strongest = max(mine, *known.values()) if known else mine
    return fsum(shares[other] * weight for other, weight in known.items()) / strongest


def _constraint(
    uid: str,
    known: Mapping[str, float],
    shares: Mapping[str, float],
    outgoing: Mapping[str, float],
) -> float:
    through = fsum(shares[other] * weight / outgoing[other] for other, weight in known.items())
    return (shares[uid] + through) ** 2


def clusters_of(among: Neighbours) -> tuple[tuple[str, ...], ...]:
    seen: set[str] = set()
    found = [_cluster_around(uid, among, seen) for uid in among if uid not in seen]
    return tuple(sorted(found, key=lambda cluster: (-len(cluster), cluster)))


def _cluster_around(start: str, among: Neighbours, seen: set[str]) -> tuple[str, ...]:
    """All who hang together with one person; marks them as seen."""
    seen.add(start)
    cluster = [start]
    for uid in cluster:
        new = among[uid].keys() - seen
        seen |= new
        cluster.extend(new)
    return tuple(sorted(cluster))
