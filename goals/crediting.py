"""Who an outcome is owed to: those named, and those who introduced them.

Each contributor's share is handed up the chain of introductions by halves and normalised, after
the recursive incentive that won DARPA's balloon challenge ($2,000 for the finder, $1,000 for who
invited the finder, and so on).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Generic, TypeVar

# what an outcome is worth, relative, whatever money it brought; design
SIZES = MappingProxyType({"small": 1.0, "medium": 3.0, "large": 10.0})
HANDED_UP = 0.5  # of what the next below gets, before normalising
LONGEST_CHAIN = 4  # people, the contributor included; design

Person = TypeVar("Person", int, str)


@dataclass(frozen=True, slots=True)
class Introduced(Generic[Person]):
    """`person` was introduced to oneself by `by`; a day that is not known counts as long ago."""

    person: Person
    by: Person
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Credit(Generic[Person]):
    person: Person
    amount: float
    share: float  # of the whole value
    contributed: float  # the part of the amount earned by contributing oneself
    introduced: tuple[Person, ...]  # whom this one introduced on the way to the outcome


def credited(
    value: float,
    shares: Mapping[Person, float],
    introductions: Iterable[Introduced[Person]],
    on: date,
    me: Person | None = None,
) -> list[Credit[Person]]:
    """Who gets how much of the value, most first; together they get all of it.

    `shares` need not sum to anything; all zero means all alike. Only introductions up to the day
    of the outcome count. Empty when nobody but oneself contributed.
    """
    if value < 0 or any(share < 0 for share in shares.values()):
        raise ValueError("values and shares are zero or more")
    introducer = introducers(introductions, on)
    earned: dict[Person, list[float]] = defaultdict(lambda: [0.0, 0.0])
    brought: dict[Person, set[Person]] = defaultdict(set)
    for person, share in _normalised(shares, me).items():
        chain = chain_of(person, introducer, me)
        for place, part in enumerate(_parts(len(chain))):
            earned[chain[place]][min(place, 1)] += share * part
            if place:
                brought[chain[place]].add(chain[place - 1])
    found = [
        Credit(person, value * (own + up), own + up, value * own, tuple(sorted(brought[person])))
        for person, (own, up) in earned.items()
    ]
    return sorted(found, key=lambda credit: (-credit.amount, credit.person))


def introducers(introductions: Iterable[Introduced[Person]], on: date) -> dict[Person, Person]:
    """Who introduced whom by that day; of several, the first introduction counts."""
    in_time = [each for each in introductions if each.on is None or each.on <= on]
    first: dict[Person, Person] = {}
    for each in sorted(in_time, key=lambda each: (each.on or date.min, each.by)):
        first.setdefault(each.person, each.by)
    return first


def chain_of(
    person: Person, introducer: Mapping[Person, Person], me: Person | None = None
) -> list[Person]:
    """The person, who introduced them, who introduced that one: up to oneself or a circle."""
    chain = [person]
    while len(chain) < LONGEST_CHAIN:
        above = introducer.get(chain[-1])
        if above is None or above == me or above in chain:
            break
        chain.append(above)
    return chain


def _normalised(shares: Mapping[Person, float], me: Person | None) -> dict[Person, float]:
    others = {person: share for person, share in sorted(shares.items()) if person != me}
    total = sum(others.values())
    if total == 0:
        return {person: 1 / len(others) for person in others}
    return {person: share / total for person, share in others.items() if share > 0}


def _parts(length: int) -> list[float]:
    """Shares of a chain from the contributor upwards; they sum to 1."""
    halves = [HANDED_UP**place for place in range(length)]
    return [half / sum(halves) for half in halves]
