"""An aspiration against everybody one knows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from network.coverage import NEGLIGIBLE, Coverage, cover
from network.needs import Need
from network.people import Person


@dataclass(frozen=True, slots=True)
class Assessment:
    """An aspiration against the people one knows."""

    needs: tuple[Coverage, ...]

    @property
    def share(self) -> float | None:
        """Weighted by importance; None while nothing is needed."""
        if not self.needs:
            return None
        return fsum(each.need.importance * each.share for each in self.needs) / self._importance

    @property
    def extensity(self) -> int:
        """How many of the needs somebody serves at all; the term is Lin and Dumin's."""
        return sum(each.points > NEGLIGIBLE for each in self.needs)

    def dependence(self) -> list[tuple[str, float]]:
        """By how much the share would fall without each person, most first."""
        losses: dict[str, float] = defaultdict(float)
        for each in self.needs:
            for part in each.parts:
                lost = each.loss_without(part) * each.need.importance
                losses[part.person.uid] += lost / self._importance
        falling = [(uid, loss) for uid, loss in losses.items() if loss > NEGLIGIBLE]
        return sorted(falling, key=lambda each: (-each[1], each[0]))

    @property
    def _importance(self) -> int:
        return sum(each.need.importance for each in self.needs)


def assess(needs: Iterable[Need], people: Iterable[Person]) -> Assessment:
    known = list(people)
    return Assessment(tuple(cover(need, known) for need in needs))
