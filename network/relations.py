"""Who knows whom among the people one knows, as far as that is recorded."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

# weight of a tie between two others; design
KNOWN = 0.5
WORKED_TOGETHER = 1.0

Neighbours = dict[str, dict[str, float]]  # of each person: who else, and how strongly


@dataclass(frozen=True, slots=True)
class Relation:
    """Holds both ways; recorded relations, introductions and shared meetings alike."""

    one: str
    other: str
    weight: float = KNOWN

    def __post_init__(self) -> None:
        if not 0 < self.weight <= 1:
            raise ValueError("a relation weighs more than 0 and at most 1")


def neighbours(relations: Iterable[Relation], among: Collection[str]) -> Neighbours:
    """Everybody of `among`, also who knows nobody; of several relations the strongest counts."""
    found: Neighbours = {uid: {} for uid in among}
    for relation in relations:
        one, other = relation.one, relation.other
        if one != other and one in found and other in found:
            weight = max(relation.weight, found[one].get(other, 0.0))
            found[one][other] = found[other][one] = weight
    return found
