"""What the map draws: a mark for each person, lines for their ties, and what the marks mean."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from contacts.kinds import Circle
from netcrm.lib.folding import fold
from netcrm.lib.marks import meter, whole
from network.gathering import Acquaintance
from network.people import Person
from network.plotting import LARGEST, OTHERS, UNKNOWN, Plot, Spot, values_of
from network.relations import WORKED_TOGETHER, Relation
from network.wording import value_words

NAMED = 30  # of the closest have their name beside them at once
CANDIDATES = 100  # of the closest are tried for that
LETTER, LINE = 6.5, 15.0  # units: about how wide a letter and how high a line is
MARK = 7.0  # units: half a mark, its outermost points aside
NARROW = 2.2  # times as large are letters on a narrow screen, as network-map-drawing.css draws them
LEVEL_NAME = 4.5  # letters: half the longest name of a level
GAP = 3.0  # units: at least twice that between two names
LOWER = 10.0  # units further down for each time that letters are larger, as the style sheet says
LABEL_BELOW = 18.0  # units from the mark to the foot of its name, as the style sheet says
CIRCLES = {str(value): str(word) for value, word in Circle.choices}
# Around the point at which the pen stands; a shape of its own for each group, so that colour is
# never the only sign. The last two are of the others and of the unknown.
SHAPES = (
    "m-7,0a7,7 0 1 0 14,0a7,7 0 1 0 -14,0z",
    "m-6,-6h12v12h-12z",
    "m0,-8l8,14h-16z",
    "m0,-8l8,8l-8,8l-8,-8z",
    "m0,8l8,-14h-16z",
    "m-3,-8h6v5h5v6h-5v5h-6v-5h-5v-6h5z",
    "m-4,-7h8l4,7l-4,7h-8l-4,-7z",
    "m-8,-4h16v8h-16z",
    "m-4,0a4,4 0 1 0 8,0a4,4 0 1 0 -8,0z",
    "m-3,0a3,3 0 1 0 6,0a3,3 0 1 0 -6,0z",
)


class Mark(NamedTuple):
    """One person: in the drawing, and in the list."""

    url: str
    name: str
    group: int
    group_name: str
    strength: int
    meter: SafeString
    x: float
    y: float
    shape: str
    is_named: bool
    is_named_large: bool  # where letters are drawn larger: on a narrow screen
    is_found: bool


class Written(NamedTuple):
    """A name on the drawing: its middle, its foot, and half its width."""

    x: float
    foot: float
    half: float


class Legend(NamedTuple):
    group: int
    name: str
    people: int
    shape: str


class Lines(NamedTuple):
    """The ties among others, as paths: those who know each other, and who worked together."""

    known: str
    worked: str
    number: int


def marked(plotted: Plot, known: Acquaintance, kind: str, text: str) -> list[Mark]:
    """The closest first; found are those whose name or group holds `text`."""
    index, looks, wanted = reverse("contacts:index"), _looks(plotted), fold(text)
    meters = cache(partial(meter, brief=True))  # of a hundred numbers at most
    named, named_large = (_readable(plotted, known.names, scale) for scale in (1.0, NARROW))
    marks: list[Mark] = []
    for spot in plotted.spots:
        uid = spot.person.uid
        name, group = known.names[uid], _own_words(known, kind, spot.person)
        strength = whole(spot.person.strength)
        mark = Mark(
            url=f"{index}{uid}/",
            name=name,
            group=looks[spot.group],
            group_name=group,
            strength=strength,
            meter=meters(strength if spot.person.strength else None),
            x=spot.x,
            y=spot.y,
            shape=SHAPES[looks[spot.group]],
            is_named=uid in named,
            is_named_large=uid in named_large,
            is_found=bool(wanted) and wanted in fold(f"{name} {group}"),
        )
        marks.append(mark)
    return marks


def _readable(plotted: Plot, names: Mapping[str, str], scale: float) -> set[str]:
    """The closest whose names, written below their marks, run into no other name or mark, nor
    into the names of the levels, which stand above the middle; letters are `scale` times as large.
    """
    spots, letter, line = plotted.spots, LETTER * scale, LINE * scale
    written = [Written(0.0, -radius, LEVEL_NAME * letter) for radius in plotted.edges.values()]
    taken = len(written)
    chosen: set[str] = set()
    for spot in spots[:CANDIDATES]:
        half = len(names.get(spot.person.uid, "")) * letter / 2 + GAP
        name = Written(spot.x, spot.y + LABEL_BELOW + LOWER * (scale - 1), half)
        if not _runs_into(name, written, line) and not _covers(name, spots, spot, line):
            written.append(name)
            chosen.add(spot.person.uid)
        if len(written) - taken >= NAMED:
            break
    return chosen


def _runs_into(name: Written, others: Iterable[Written], line: float) -> bool:
    return any(
        abs(name.x - other.x) < name.half + other.half and abs(name.foot - other.foot) < line
        for other in others
    )


def _covers(name: Written, spots: Iterable[Spot], own: Spot, line: float) -> bool:
    """A mark of somebody else."""
    return any(
        abs(name.x - other.x) < name.half + MARK
        and name.foot - line - MARK < other.y < name.foot + MARK
        for other in spots
        if other is not own
    )


def _own_words(known: Acquaintance, kind: str, person: Person) -> str:
    """All values of one person, where the group stands for one of them."""
    values = values_of(person, kind)
    return ", ".join(group_words(known, kind, each) for each in values or [UNKNOWN])


def legend(plotted: Plot, known: Acquaintance, kind: str) -> list[Legend]:
    return [
        Legend(look, group_words(known, kind, value), size, f"M9,9{SHAPES[look]}")
        for look, value, size in zip(_looks(plotted), plotted.groups, plotted.sizes, strict=True)
    ]


def group_words(known: Acquaintance, kind: str, value: str) -> str:
    if value == OTHERS:
        return _("others")
    if value == UNKNOWN:
        return _("not known")
    return CIRCLES[value] if kind == "circle" else value_words(kind, known.spelt(kind, value))


def ties(plotted: Plot, relations: Iterable[Relation]) -> Lines:
    """Among those who are on the map."""
    spots = {spot.person.uid: spot for spot in plotted.spots}
    drawn = [each for each in relations if each.one in spots and each.other in spots]
    worked = [each for each in drawn if each.weight >= WORKED_TOGETHER]
    known = [each for each in drawn if each.weight < WORKED_TOGETHER]
    return Lines(_path(known, spots), _path(worked, spots), len(drawn))


def _path(relations: Iterable[Relation], spots: dict[str, Spot]) -> str:
    ends = ((spots[each.one], spots[each.other]) for each in relations)
    return "".join(f"M{one.x},{one.y}L{other.x},{other.y}" for one, other in ends)


def _looks(plotted: Plot) -> Sequence[int]:
    """The shape and colour of each group; the last two are kept for others and unknown, unless
    there is nobody else: then there is nothing to tell them from.
    """
    if len(plotted.groups) == 1:
        return [0]
    kept = {OTHERS: LARGEST, UNKNOWN: LARGEST + 1}
    return [kept.get(value, place) for place, value in enumerate(plotted.groups)]
