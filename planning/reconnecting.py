"""Which dormant strong ties to wake first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic

from planning.candidates import Id

UNRATED_TRUST = 0.5  # the middle of the scale; design


@dataclass(frozen=True, slots=True)
class Dormant(Generic[Id]):
    """All from 0 to 1; `fit` as the share of the best need met."""

    id: Id
    trust: float | None  # mean answer to the first question, None when never given
    redundancy: float  # how far others reach the same people
    fit: float

    @property
    def promise(self) -> float:
        """Trust in somebody who knows others than oneself."""
        return (UNRATED_TRUST if self.trust is None else self.trust) * (1 - self.redundancy)


def by_worth(dormant: Iterable[Dormant[Id]]) -> list[Dormant[Id]]:
    """Whoever serves an aspiration best first; among those who serve none, by trust and reach."""
    return sorted(dormant, key=lambda each: (-each.promise * each.fit, -each.promise, each.id))
