"""Promises stand on Today by themselves, so that no card has to say them again."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from planning.candidates import Candidate, Id
from planning.ranking import DATE, PROMISE, tier_of


def beside_promises(
    candidates: Iterable[Candidate[Id]], kept: Collection[Id]
) -> Iterator[Candidate[Id]]:
    """Without those who come first for a promise alone; whoever has a card or a date as well stays,
    for what else speaks for them.
    """
    for each in candidates:
        rest = replace(each, promise_in=None)
        if tier_of(each) != PROMISE or each.id in kept or tier_of(rest) == DATE:
            yield rest
