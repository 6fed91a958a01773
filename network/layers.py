"""How many people stand how close: bands by strength, circles by choice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from network.people import Person, counted
from strength.scoring import band_of
from strength.weights import BANDS

# Circles from the inside out, and how many people each tends to hold together with those inside
# it: Dunbar et al. (2015), a guide and no limit; the fifth lies beyond.
CIRCLES: tuple[tuple[str, int | None], ...] = (
    ("inner", 5),
    ("close", 15),
    ("active", 50),
    ("wider", 150),
    ("outer", None),
)


@dataclass(frozen=True, slots=True)
class Layer:
    name: str
    people: int
    weight: float  # together, in people of full strength
    by_head: float | None  # share of all who count, None without anybody
    by_strength: float | None


@dataclass(frozen=True, slots=True)
class CircleLayer:
    name: str
    people: int
    weight: float
    faint: int  # chosen for this circle but too faint to count
    cumulative: int  # people here and further in
    capacity: int | None  # None: beyond what is guided


@dataclass(frozen=True, slots=True)
class Layers:
    """Over whom one knows well enough to count; faint ones apart."""

    people: int
    weight: float
    faint: int
    bands: tuple[Layer, ...]  # the closest first
    circles: tuple[CircleLayer, ...]  # the innermost first
    without_circle: int
    dormant: Layer
    dormant_strong: Layer
    faint_dormant_strong: int  # once strong ties that have since become faint


def layers(people: Iterable[Person]) -> Layers:
    everybody = list(people)
    known = counted(everybody)
    faint = [person for person in everybody if not person.is_counted]
    return Layers(
        people=len(known),
        weight=_weight(known),
        faint=len(faint),
        bands=_bands(known),
        circles=_circles(known, faint),
        without_circle=sum(not person.circle for person in known),
        dormant=_layer("dormant", [each for each in known if each.is_dormant], known),
        dormant_strong=_layer(
            "dormant_strong", [each for each in known if each.is_dormant_strong], known
        ),
        faint_dormant_strong=sum(each.is_dormant_strong for each in faint),
    )


def _bands(known: Sequence[Person]) -> tuple[Layer, ...]:
    members: dict[str, list[Person]] = {name: [] for name, _ in BANDS if name != "faint"}
    for person in known:
        members[band_of(person.strength)].append(person)
    return tuple(_layer(name, band, known) for name, band in members.items())


def _circles(known: Sequence[Person], faint: Sequence[Person]) -> tuple[CircleLayer, ...]:
    found = []
    cumulative = 0
    for name, capacity in CIRCLES:
        members = [person for person in known if person.circle == name]
        too_faint = sum(person.circle == name for person in faint)
        cumulative += len(members)
        found.append(
            CircleLayer(name, len(members), _weight(members), too_faint, cumulative, capacity)
        )
    return tuple(found)


def _layer(name: str, members: Sequence[Person], of: Sequence[Person]) -> Layer:
    weight, total = _weight(members), _weight(of)
    return Layer(
        name,
        len(members),
        weight,
        by_head=len(members) / len(of) if of else None,
        by_strength=weight / total if total else None,
    )


def _weight(people: Iterable[Person]) -> float:
    return fsum(person.weight for person in people)
