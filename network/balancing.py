"""Help given and received over a year: with whom it went which way, and whom one might turn to.

Sizes weigh as they do for strength. Nobody keeps accounts among friends: what stands here is to
give an idea whom to thank and whom one may ask, no more. All figures are design.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from strength.weights import BANDS

DAYS = 365  # back from today
MODERATE = dict(BANDS)["moderate"]  # points: from here on one may ask
ENOUGH = 0.5  # one small favour more in one direction is worth a remark
NAMED = 5  # people of each sort


@dataclass(frozen=True, slots=True)
class Favour:
    uid: str
    is_given: bool
    size: str
    weight: float


@dataclass(frozen=True, slots=True)
class Between:
    """Help between oneself and one person: how many times each way, and how much altogether."""

    uid: str
    given: int
    received: int
    given_weight: float
    received_weight: float

    @property
    def more_received(self) -> float:
        return self.received_weight - self.given_weight

    @property
    def weight(self) -> float:
        return self.given_weight + self.received_weight


@dataclass(frozen=True, slots=True)
class Balance:
    """`given` and `received` are the numbers of favours of each size."""

    given: Mapping[str, int]
    received: Mapping[str, int]
    given_weight: float
    received_weight: float
    people: tuple[Between, ...]  # with whom most went either way first
    good_turn: tuple[str, ...]  # for whom one might do something
    may_be_asked: tuple[str, ...]  # of those whom one helped


def balance(favours: Iterable[Favour], strengths: Mapping[str, float]) -> Balance:
    """`strengths` by uid; who is unknown there, or not close enough, is not to be asked."""
    every = list(favours)
    people = sorted(_between(every), key=lambda each: (-each.weight, each.uid))
    by_received = sorted(people, key=lambda each: (-each.more_received, each.uid))
    by_given = sorted(people, key=lambda each: (each.more_received, each.uid))
    close = {uid for uid, strength in strengths.items() if strength >= MODERATE}
    return Balance(
        given=Counter(each.size for each in every if each.is_given),
        received=Counter(each.size for each in every if not each.is_given),
        given_weight=fsum(each.weight for each in every if each.is_given),
        received_weight=fsum(each.weight for each in every if not each.is_given),
        people=tuple(people),
        good_turn=tuple(e.uid for e in by_received if e.more_received >= ENOUGH)[:NAMED],
        may_be_asked=tuple(
            each.uid for each in by_given if each.more_received <= -ENOUGH and each.uid in close
        )[:NAMED],
    )


def _between(favours: Iterable[Favour]) -> Iterable[Between]:
    by_person: defaultdict[str, list[Favour]] = defaultdict(list)
    for favour in favours:
        by_person[favour.uid].append(favour)
    for uid, theirs in by_person.items():
        given = [each.weight for each in theirs if each.is_given]
        received = [each.weight for each in theirs if not each.is_given]
        yield Between(uid, len(given), len(received), fsum(given), fsum(received))
