"""What the map draws: a mark for each person, lines for their ties, and what the marks mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from contacts.kinds import Circle
from netcrm.lib.folding import fold
from netcrm.lib.marks import meter, whole
from network.gathering import Acquaintance
from network.naming import Box, centred, sides
from network.people import Person
from network.plotting import LARGEST, OTHERS, UNKNOWN, Plot, Spot, values_of
from network.relations import WORKED_TOGETHER, Relation
from network.wording import value_words

LETTERS = 26  # so many letters are as high as the drawing is wide from its middle; design
NARROW = 1.9  # times as large are letters on a narrow screen, as network-map-drawing.css draws them
NARROW_LEVEL = 1.6  # the same of the names of the levels
ASPECT = 1.38  # times as wide as high is what is seen on other screens, as the style sheet says
ABOVE_RING = 4.0  # units from a level to the foot of its name
BELOW_MIDDLE = 5.0  # units to the foot of the word in the middle
CIRCLES = {str(value): str(word) for value, word in Circle.choices}
# Around the point nought; a shape of its own for each group, so that colour is
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
    """One person in the drawing."""

    url: str
    name: str
    look: int
    group_name: str
    strength: int
    x: float
    y: float
    side: str  # of the mark, where its name stands; empty where there is no room
    narrow_side: str  # the same on a narrow screen, where letters are larger
    is_found: bool


class Row(NamedTuple):
    """One person in the list."""

    url: str
    name: str
    group_name: str
    meter: SafeString


class Level(NamedTuple):
    radius: float
    name: str


class Legend(NamedTuple):
    look: int
    name: str
    people: int
    shape: str


class Lines(NamedTuple):
    """The ties among others, as paths: those who know each other, and who worked together."""

    known: str
    worked: str
    number: int


def marked(
    plotted: Plot, known: Acquaintance, levels: Sequence[Level], kind: str, text: str
) -> list[Mark]:
    """The closest first; found are those whose name or group holds `text`."""
    index, looks, wanted = reverse("contacts:index"), _looks(plotted), fold(text)
    names, narrow_names = _names(plotted, known.names, levels)
    marks: list[Mark] = []
    for spot in plotted.spots:
        uid = spot.person.uid
        name, group = known.names[uid], _own_words(known, kind, spot.person)
        mark = Mark(
            url=f"{index}{uid}/",
            name=name,
            look=looks[spot.group],
            group_name=group,
            strength=whole(spot.person.strength),
            x=spot.x,
            y=spot.y,
            side=names.get(uid, ""),
            narrow_side=narrow_names.get(uid, ""),
            is_found=bool(wanted) and wanted in fold(f"{name} {group}"),
        )
        marks.append(mark)
    return marks


def rows(people: Iterable[Person], known: Acquaintance, kind: str, text: str) -> list[Row]:
    """The closest first; those whose name or group holds `text`."""
    index, wanted = reverse("contacts:index"), fold(text)
    meters = cache(partial(meter, brief=True))  # of a hundred numbers at most
    found: list[Row] = []
    for person in sorted(people, key=lambda each: (-each.strength, each.uid)):
        name, group = known.names[person.uid], _own_words(known, kind, person)
        if wanted in fold(f"{name} {group}"):
            shown = meters(whole(person.strength) if person.strength else None)
            found.append(Row(f"{index}{person.uid}/", name, group, shown))
    return found


def letter_of(plotted: Plot) -> float:
    """The size of letters: the same on the screen, however many people are drawn."""
    return round(plotted.radius / LETTERS, 1)


def _names(
    plotted: Plot, names: Mapping[str, str], levels: Sequence[Level]
) -> Iterator[dict[str, str]]:
    """On which side names stand, on a wide screen and on a narrow one."""
    radius, letter = plotted.radius, letter_of(plotted)
    for size, level_size, reach in ((1.0, 1.0, ASPECT), (NARROW, NARROW_LEVEL, 1.0)):
        written = [
            centred(each.name, -each.radius - ABOVE_RING, level_size * letter) for each in levels
        ]
        written.append(centred(_("you"), BELOW_MIDDLE, level_size * letter))
        written.append(Box(0.3 * radius, -radius, radius, -0.86 * radius))  # the buttons there
        edge = Box(-reach * radius, -radius, reach * radius, radius)
        yield sides(plotted.spots, names, size * letter, edge, written)


def _own_words(known: Acquaintance, kind: str, person: Person) -> str:
    """All values of one person, where the group stands for one of them."""
    values = values_of(person, kind)
    return ", ".join(group_words(known, kind, each) for each in values or [UNKNOWN])


def legend(plotted: Plot, known: Acquaintance, kind: str) -> list[Legend]:
    return [
        Legend(look, group_words(known, kind, value), size, SHAPES[look])
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
