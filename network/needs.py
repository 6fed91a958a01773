"""What an aspiration needs, and how well a tie serves it.

Position and resource generators are the model: Lin and Dumin (1986), Van der Gaag and Snijders
(2005). Every figure here is design unless it names another source; docs/network.md says more.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from network.people import Mark, Person

# These travel on trust, which strong ties are better at (Levin and Cross, 2004) …
TRUST_CARRYING = frozenset({"referral", "mentorship", "sponsorship", "support"})
# … while news comes from weaker ties that lead elsewhere (Granovetter 1973, Rajkumar et al. 2022).
NOVEL = frozenset({"opportunity", "insight", "visibility"})


class Ramp(NamedTuple):
    """Points of strength from which a tie begins to serve, and from which it serves fully."""

    start: float
    full: float

    def at(self, strength: float) -> float:
        return min(1.0, max(0.0, (strength - self.start) / (self.full - self.start)))


TRUST_RAMP = Ramp(20.0, 70.0)
NOVEL_RAMP = Ramp(0.0, 30.0)
LESS_DIGITAL_RAMP = Ramp(10.0, 50.0)  # stronger ties do better there, Rajkumar et al. (2022)

OVERLAP_COST = 0.4  # share of novelty lost when somebody leads only to people one knows anyway
DORMANT_TRUST = 0.5  # least use of a dormant strong tie; that they keep trust and novelty
DORMANT_NOVEL = 0.7  # is from Levin, Walter and Murnighan (2011)

MARKED = 1.0  # relevance of who fits and is marked with the benefit, or is the very person
UNMARKED = 0.5  # relevance of who fits, the benefit not being marked

TRUST_TARGET = 2.0  # points: two people who serve fully
NOVEL_TARGET = 3.0  # points
PERSON_TARGET = 1.0  # points: nobody else can fill in for one certain person
IMPORTANCES = (1, 2, 3)

Fit = Literal["person", "marked", "unmarked"]


@dataclass(frozen=True, slots=True)
class Need:
    uid: str
    sought: Mark  # ("person", uid) asks for one certain person
    benefit: str
    importance: int = 2
    wanted: float | None = None  # points; None: what is usual for such a need
    is_less_digital: bool = False  # of an industry where news, too, comes from closer ties

    def __post_init__(self) -> None:
        if self.benefit not in TRUST_CARRYING | NOVEL:
            raise ValueError(f"no such benefit: {self.benefit}")
        if self.importance not in IMPORTANCES:
            raise ValueError("importance is 1, 2 or 3")
        if self.wanted is not None and not self.wanted > 0:
            raise ValueError("a need wants more than nothing")

    @property
    def is_for_one_person(self) -> bool:
        return self.sought[0] == "person"

    @property
    def is_novel(self) -> bool:
        return self.benefit in NOVEL

    @property
    def target(self) -> float:
        if self.wanted is not None:
            return self.wanted
        if self.is_for_one_person:
            return PERSON_TARGET
        return NOVEL_TARGET if self.is_novel else TRUST_TARGET

    @property
    def ramp(self) -> Ramp:
        if not self.is_novel:
            return TRUST_RAMP
        return LESS_DIGITAL_RAMP if self.is_less_digital else NOVEL_RAMP


def fit_of(person: Person, need: Need) -> Fit | None:
    """Why this person is relevant to the need, None if not at all."""
    if need.is_for_one_person:
        return "person" if need.sought[1] == person.uid else None
    if need.sought not in person.marks:
        return None
    return "marked" if need.benefit in person.benefits else "unmarked"


def ceiling_of(person: Person, need: Need) -> float:
    return 1.0 - OVERLAP_COST * person.redundancy if need.is_novel else 1.0


def usefulness_of(person: Person, need: Need) -> float:
    """From 0 to the ceiling; never falls when the tie strengthens."""
    ceiling = ceiling_of(person, need)
    floor = DORMANT_NOVEL if need.is_novel else DORMANT_TRUST
    least = floor if person.is_dormant_strong else 0.0
    return max(need.ramp.at(person.strength), least) * ceiling
