"""What a person's page says of the strength, in words and whole numbers ready to be shown."""

from dataclasses import dataclass, replace

from accounts.models import User
from contacts.models import Contact
from netcrm.lib.days import written
from netcrm.lib.marks import whole
from strength.drawing import HEIGHT, Drawing, draw
from strength.explaining import Line, parts, remarks
from strength.facts import facts_of, is_dormant_strong
from strength.histories import history_of
from strength.rescoring import day_scored, is_frozen
from strength.scoring import Strength, score
from strength.summing import sums_at
from strength.wording import BAND_NAMES, sentence, title


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    words: str
    points: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Row:
    day: str
    points: int


@dataclass(frozen=True, slots=True)
class Panel:
    strength: Strength
    parts: list[Part]
    remarks: list[str]
    is_frozen: bool
    is_dormant: bool
    curve: Drawing | None
    bands: list[
        tuple[float, str]
    ]  # where each band's lower edge is, percent from the top; its name
    rows: list[Row]
    start: str
    end: str


def panel_of(person: Contact, user: User) -> Panel:
    frozen, as_of = is_frozen(person), day_scored(person, user.today())
    history = history_of(person)
    sums, counted = sums_at(history, as_of), facts_of(history, as_of)
    # An estimated conversation counts, but its day is nobody's memory.
    facts = replace(counted, last_two_way_day=person.last_contact_on)
    strength = score(sums)
    curve = draw(history, as_of) if strength.has_information else None
    said = [] if frozen else remarks(strength, sums, as_of)
    return Panel(
        strength=strength,
        parts=[_part(line, user) for line in parts(strength, sums, facts, as_of)],
        remarks=[sentence(line, user.date_format) for line in said],
        is_frozen=frozen,
        is_dormant=is_dormant_strong(counted, person.strength_at_last_contact, as_of),
        curve=curve,
        bands=_bands(curve) if curve else [],
        rows=_rows(curve, user) if curve else [],
        start=written(curve.start, "M Y") if curve else "",
        end=written(curve.end, "M Y") if curve else "",
    )


def _part(line: Line, user: User) -> Part:
    words = sentence(line, user.date_format)
    return Part(title(line), words, round(line.points or 0), round(line.maximum or 0))


def _bands(curve: Drawing) -> list[tuple[float, str]]:
    return [(100 * level.y / HEIGHT, str(BAND_NAMES[level.name])) for level in curve.levels]


def _rows(curve: Drawing, user: User) -> list[Row]:
    return [Row(written(day, user.date_format), whole(points)) for day, points in curve.rows]
