"""Which names a drawing has room for, and on which side of their marks they stand.

Names are boxes: as wide as their letters are estimated, as high as a line. None may meet a mark,
another name or the edge of the drawing. All measures are in units of the drawing, x to the right
and y downward; the style sheet of the map sets the letters where these boxes are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple
from unicodedata import east_asian_width, normalize

from network.plotting import Spot

MARK = 8.0  # units: half a mark with its outermost points
CANDIDATES = 400  # of the closest are tried; beyond them the drawing is full
# Shares of the size of letters, from the typeface of the pages, a little generous.
SLIM, WIDE, CAPITAL, USUAL, SQUARE = 0.36, 0.92, 0.72, 0.6, 1.0
SLIM_LETTERS, WIDE_LETTERS = frozenset("fijlrtI .,'-()|!:;"), frozenset("mwMW@%")
RISE, FALL = 0.85, 0.25  # of a line, above and below its foot
BELOW, ABOVE, MIDDLE, ASIDE = 0.95, 0.3, 0.35, 0.3  # from the mark, as the style sheet says


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def is_within(self, other: "Box") -> bool:
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


class Sheet:
    """What is drawn already, found by the lines it lies on."""

    def __init__(self, line: float, boxes: Iterable[Box]) -> None:
        self.line = line
        self.lines: dict[int, list[Box]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        for number in self._numbers(box):
            self.lines[number].append(box)

    def has_room(self, box: Box) -> bool:
        on_these = (self.lines.get(number, ()) for number in self._numbers(box))
        return not any(box.meets(other) for other in chain.from_iterable(on_these))

    def _numbers(self, box: Box) -> range:
        return range(int(box.top // self.line), int(box.bottom // self.line) + 1)


def sides(
    spots: Sequence[Spot],
    names: Mapping[str, str],
    letter: float,
    edge: Box,
    written: Iterable[Box],
) -> dict[str, str]:
    """The side of each person, by uid, whose name fits: the closest choose first.

    `letter` is the size of letters, `written` what stands there besides people.
    """
    sheet = Sheet(letter, [*written, *(_mark(spot) for spot in spots)])
    found: dict[str, str] = {}
    for spot in spots[:CANDIDATES]:
        for side, box in _places(spot, width(names[spot.person.uid]) * letter, letter):
            if box.is_within(edge) and sheet.has_room(box):
                sheet.add(box)
                found[spot.person.uid] = side
                break
    return found


def width(name: str) -> float:
    """In sizes of a letter; marks upon a letter take no room."""
    return sum(_share(letter) for letter in normalize("NFC", name))


def centred(words: str, foot: float, letter: float) -> Box:
    """Words whose middle stands straight above or below the middle of the drawing."""
    half = width(words) * letter / 2
    return Box(-half, foot - RISE * letter, half, foot + FALL * letter)


def _share(letter: str) -> float:
    if letter in SLIM_LETTERS:
        return SLIM
    if letter in WIDE_LETTERS:
        return WIDE
    if east_asian_width(letter) in "WF":
        return SQUARE
    return CAPITAL if letter.isupper() else USUAL


def _mark(spot: Spot) -> Box:
    return Box(spot.x - MARK, spot.y - MARK, spot.x + MARK, spot.y + MARK)


def _places(spot: Spot, wide: float, letter: float) -> Iterator[tuple[str, Box]]:
    """Away from the middle first, where there is most room."""
    outward, inward = ("right", "left") if spot.x >= 0 else ("left", "right")
    for side in (outward, "below", "above", inward):
        yield side, _place(spot, side, wide, letter)


def _place(spot: Spot, side: str, wide: float, letter: float) -> Box:
    left, foot = spot.x - wide / 2, spot.y + MIDDLE * letter
    if side == "below":
        foot = spot.y + MARK + BELOW * letter
    elif side == "above":
        foot = spot.y - MARK - ABOVE * letter
    elif side == "right":
        left = spot.x + MARK + ASIDE * letter
    else:
        left = spot.x - MARK - ASIDE * letter - wide
    return Box(left, foot - RISE * letter, left + wide, foot + FALL * letter)
