"""What the assessment knows of a person: how close, where they stand, what they may bring."""

from collections.abc import Iterable
from dataclasses import dataclass

from strength.weights import BANDS, STRONG_FROM

Mark = tuple[str, str]  # kind and value, as ("industry", "climate"); values compare as they are

COUNTED_FROM = dict(BANDS)["weak"]  # points; design: who is fainter is counted apart
FULL_STRENGTH = 100.0  # points: the score that weighs 1


@dataclass(frozen=True, slots=True)
class Person:
    uid: str
    strength: float = 0.0  # points, 0 to 100
    marks: frozenset[Mark] = frozenset()
    benefits: frozenset[str] = frozenset()  # what they are marked with as likely to bring
    circle: str = ""
    redundancy: float = 0.0  # 0 to 1: how far they lead to people whom one knows anyway
    is_dormant: bool = False
    strength_at_last_contact: float | None = None

    @property
    def weight(self) -> float:
        """What this person weighs where figures are weighted by strength."""
        return self.strength / FULL_STRENGTH

    @property
    def is_counted(self) -> bool:
        return self.strength >= COUNTED_FROM

    @property
    def is_dormant_strong(self) -> bool:
        last = self.strength_at_last_contact
        return self.is_dormant and last is not None and last >= STRONG_FROM

    def values(self, kind: str) -> list[str]:
        """What is known of this person in one respect: none, one or several, in fixed order."""
        return sorted(value for each, value in self.marks if each == kind)


def counted(people: Iterable[Person]) -> list[Person]:
    return [person for person in people if person.is_counted]
