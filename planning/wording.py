"""Why somebody is worth a word, in words. Codes and facts are those of planning.telling."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from contacts.models import ImportantDate
from interactions.wording import due
from planning.dates_ahead import EVENT, NEW_JOB
from planning.ranking import ASPIRATION_POINTS, DATE_POINTS, FADING_POINTS, OVERDUE_POINTS

Facts = Mapping[str, Any]
PARTS = {
    "overdue": (gettext_lazy("Time for a word, by their rhythm"), OVERDUE_POINTS),
    "fading": (gettext_lazy("What three months of silence would cost"), FADING_POINTS),
    "aspiration": (gettext_lazy("What you want to reach"), ASPIRATION_POINTS),
    "date": (gettext_lazy("A day to remember"), DATE_POINTS),
}


def phrases(reasons: Sequence[Facts], today: dt.date) -> list[str]:
    """One a reason; those too small to be put into words are left out."""
    said = (PHRASES[reason["code"]](reason, today) for reason in reasons)
    return [phrase for phrase in said if phrase]


def part_lines(parts: Facts) -> Iterator[tuple[str, str]]:
    """Every part that counts, with its points of how many at most."""
    for name, (title, most) in PARTS.items():
        points = parts.get(name, 0)
        yield str(title), _("%(points)d of %(most)d") % {"points": round(points), "most": most}


def _promise(facts: Facts, today: dt.date) -> str:
    when = due(_day(facts["on"]), today)
    return _("you promised: %(what)s, %(when)s") % {"what": facts["what"], "when": when}


def _date(facts: Facts, today: dt.date) -> str:
    when = due(_day(facts["on"]), today)
    if facts["kind"] == EVENT:
        return _("you both go to %(name)s, %(when)s") % {"name": facts["name"], "when": when}
    if facts["kind"] == NEW_JOB:
        return _("begins a new job %(when)s") % {"when": when}
    is_birthday = facts["kind"].casefold() == ImportantDate.BIRTHDAY
    what = _("birthday") if is_birthday else facts["kind"]
    return f"{what} {when}"


def _overdue(facts: Facts, today: dt.date) -> str:
    return _("due %(when)s") % {"when": due(_day(facts["on"]), today)}


def _fading(facts: Facts, _today: dt.date) -> str:
    points = round(facts["loss"])
    if not points:
        return ""
    said = ngettext(
        "would lose %(points)d point by %(month)s",
        "would lose %(points)d points by %(month)s",
        points,
    )
    return said % {"points": points, "month": date_format(_day(facts["by"]), "F")}


def _aspiration(facts: Facts, _today: dt.date) -> str:
    if facts["has_gap"]:
        return _("could fill a gap (%(need)s)") % {"need": facts["need"]}
    return _("helps with what you want (%(need)s)") % {"need": facts["need"]}


def _reconnection(facts: Facts, _today: dt.date) -> str:
    return _("dormant, strong until %(year)d") % {"year": facts["year"]}


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


PHRASES: Mapping[str, Callable[[Facts, dt.date], str]] = {
    "promise": _promise,
    "date": _date,
    "overdue": _overdue,
    "fading": _fading,
    "aspiration": _aspiration,
    "reconnection": _reconnection,
}
