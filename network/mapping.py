"""The map of a network as a page shows it: who is drawn, where, and the same as a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from contacts.filtering import BANDS
from contacts.kinds import Role
from contacts.models import Contact
from netcrm.lib.rows import draw_rows
from network.gathering import Acquaintance, closest
from network.marking import Legend, Level, Row, legend, letter_of, marked, rows, ties
from network.people import Person
from network.plotting import plot
from network.wording import ONE_OF
from strength.weights import BANDS as LEVELS
from strength.wording import BAND_NAMES

MOST = 2000  # people on one map
LISTED = 50  # of them stand below it; the others follow when somebody looks for them
DENSITIES = (("few", 60), ("some", 200))  # ties; more than that are many; design
KINDS: dict[str, Promise] = {
    "circle": gettext_lazy("Circle"),
    **ONE_OF,
    "tag": gettext_lazy("Tag"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of the map says; values that mean nothing are left out."""

    by: str
    band: str
    role: str
    text: str

    @classmethod
    def read(cls, address: Mapping[str, str]) -> Self:
        by, band, role = (address.get(name, "") for name in ("by", "band", "role"))
        return cls(
            by if by in KINDS else "circle",
            band if band in BANDS else "",
            role if role in Role.values else "",
            address.get("q", "").replace("\0", "").strip()[:100],
        )

    @property
    def address(self) -> str:
        """The query of an address that says the same."""
        return urlencode({"by": self.by, "band": self.band, "role": self.role, "q": self.text})


@dataclass(frozen=True, slots=True)
class Listed:
    """The people of a map as a list."""

    asked: Asked
    rows: Sequence[Row]

    @property
    def number(self) -> int:
        return len(self.rows)

    @property
    def number_of_others(self) -> int:
        return max(0, len(self.rows) - LISTED)

    @property
    def first(self) -> SafeString:
        return draw_rows("map_list.html", people=self.rows[:LISTED])

    @property
    def others(self) -> SafeString:
        return draw_rows("map_list.html", people=self.rows[LISTED:])

    @property
    def kind(self) -> Promise:
        return KINDS[self.asked.by]


@dataclass(frozen=True, slots=True)
class Map:
    asked: Asked
    people: int
    everybody: int
    listed: Listed
    ties: int
    legend: Sequence[Legend]
    levels: Sequence[Level]
    radius: float
    letter: float  # the size of letters
    drawing: SafeString

    @property
    def title(self) -> str:
        return _("You in the middle, %(people)d people around you, the closer the nearer") % {
            "people": self.people
        }

    @property
    def view_box(self) -> str:
        return f"{-self.radius:.0f} {-self.radius:.0f} {2 * self.radius:.0f} {2 * self.radius:.0f}"

    @property
    def density(self) -> str:
        """How thin the lines are to be drawn, so that many do not hide the people."""
        return next((name for name, most in DENSITIES if self.ties <= most), "many")

    @property
    def bands(self) -> list[tuple[str, str]]:
        return [(name, str(BAND_NAMES[name])) for name in BANDS]

    @property
    def roles(self) -> list[tuple[str, str]]:
        return [(value, str(word)) for value, word in Role.choices]

    @property
    def kinds(self) -> list[tuple[str, str]]:
        return [(name, str(word)) for name, word in KINDS.items()]


def map_of(user: User, asked: Asked) -> Map:
    """The closest `MOST` people, or those of one band among them."""
    known, people = _asked_for(user, asked)
    plotted = plot(people, asked.by, [points for _name, points in LEVELS if points])
    levels = [
        Level(plotted.edges[points], str(BAND_NAMES[name]))
        for name, points in LEVELS
        if points in plotted.edges
    ]
    marks = marked(plotted, known, levels, asked.by, asked.text)
    lines = ties(plotted, known.relations)
    return Map(
        asked=asked,
        people=len(marks),
        everybody=Contact.objects.of(user).scored().count(),
        listed=Listed(asked, rows(people, known, asked.by, asked.text)),
        ties=lines.number,
        legend=legend(plotted, known, asked.by),
        levels=levels,
        radius=plotted.radius,
        letter=letter_of(plotted),
        drawing=draw_rows("map.html", people=marks, lines=lines),
    )


def list_of(user: User, asked: Asked) -> Listed:
    """The same people, without the drawing."""
    known, people = _asked_for(user, asked)
    return Listed(asked, rows(people, known, asked.by, asked.text))


def _asked_for(user: User, asked: Asked) -> tuple[Acquaintance, list[Person]]:
    known = closest(user, MOST, {asked.by, "role"} if asked.role else {asked.by})
    return known, [person for person in known.people if _is_asked_for(person, asked)]


def _is_asked_for(person: Person, asked: Asked) -> bool:
    return _is_in(person, asked.band) and (not asked.role or asked.role in person.values("role"))


def _is_in(person: Person, band: str) -> bool:
    if not band:
        return True
    low, high = BANDS[band]
    return (low or 0) <= person.strength < (float("inf") if high is None else high)
