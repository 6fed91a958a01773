"""The map of a network as a page shows it: who is drawn, where, and the same as a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from contacts.filtering import BANDS
from contacts.kinds import Role
from contacts.models import Contact
from netcrm.lib.rows import draw_rows
from network.gathering import closest
from network.marking import Legend, Level, legend, letter_of, marked, ties
from network.people import Person
from network.plotting import plot
from network.wording import ONE_OF
from strength.weights import BANDS as LEVELS
from strength.wording import BAND_NAMES

MOST = 2000  # people on one map
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


@dataclass(frozen=True, slots=True)
class Map:
    asked: Asked
    people: int
    everybody: int
    listed: int
    ties: int
    legend: Sequence[Legend]
    levels: Sequence[Level]
    radius: float
    letter: float  # the size of letters
    drawing: SafeString
    rows: SafeString

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
    known = closest(user, MOST, {asked.by, "role"} if asked.role else {asked.by})
    people = [person for person in known.people if _is_asked_for(person, asked)]
    plotted = plot(people, asked.by, [points for _name, points in LEVELS if points])
    levels = [
        Level(plotted.edges[points], str(BAND_NAMES[name]))
        for name, points in LEVELS
        if points in plotted.edges
    ]
    marks = marked(plotted, known, levels, asked.by, asked.text)
    listed = [each for each in marks if each.is_found] if asked.text else marks
    lines = ties(plotted, known.relations)
    return Map(
        asked=asked,
        people=len(marks),
        everybody=Contact.objects.of(user).scored().count(),
        listed=len(listed),
        ties=lines.number,
        legend=legend(plotted, known, asked.by),
        levels=levels,
        radius=plotted.radius,
        letter=letter_of(plotted),
        drawing=draw_rows("map.html", people=marks, lines=lines),
        rows=draw_rows("map_list.html", people=listed),
    )


def _is_asked_for(person: Person, asked: Asked) -> bool:
    return _is_in(person, asked.band) and (not asked.role or asked.role in person.values("role"))


def _is_in(person: Person, band: str) -> bool:
    if not band:
        return True
    low, high = BANDS[band]
    return (low or 0) <= person.strength < (float("inf") if high is None else high)
