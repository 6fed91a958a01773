"""The reasons of a score, as sentences. Codes and facts are those of strength.explaining."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from netcrm.lib.days import written
from netcrm.lib.marks import whole
from strength.explaining import Line

BAND_NAMES = {
    "core": pgettext_lazy("strength", "core"),
    "strong": pgettext_lazy("strength", "strong"),
    "moderate": pgettext_lazy("strength", "moderate"),
    "weak": pgettext_lazy("strength", "weak"),
    "faint": pgettext_lazy("strength", "faint"),
}
TITLES = {
    "rating": gettext_lazy("Your rating"),
    "presumed": gettext_lazy("Your rating"),
    "contact": gettext_lazy("Contact"),
    "history": gettext_lazy("Shared history"),
    "help": gettext_lazy("Give and take"),
}
Facts = Mapping[str, Any]


def title(line: Line) -> str:
    return str(TITLES.get(line.code, ""))


def sentence(line: Line, date_form: str = "DATE_FORMAT") -> str:
    """`date_form` is how the user writes days."""
    return SENTENCES[line.code]({**line.facts, "date_form": date_form})


def _rating(facts: Facts) -> str:
    return ngettext(
        "You rate this relationship %(mean).1f of 5, from one rating; newer ones count more, and "
        "without new ones it is relied on half as much after %(months)d months.",
        "You rate this relationship %(mean).1f of 5, from %(count)d ratings; newer ones count "
        "more, and without new ones they are relied on half as much after %(months)d months.",
        facts["count"],
    ) % {**facts, "months": round(facts["half_life_days"] / 30.4)}


def _presumed(facts: Facts) -> str:
    return _(
        "You have not rated this yet. Until you do, we assume what so much contact usually means, "
        "%(limit)d points at most."
    ) % {"limit": round(facts["limit"])}


def _contact(facts: Facts) -> str:
    if facts["days_ago"] is None:
        return _estimated_contact(facts)
    if facts["days_ago"] == 0:
        last = _("the last one today")
    else:
        last = ngettext(
            "the last one yesterday", "the last one %(count)d days ago", facts["days_ago"]
        )
        last %= {"count": facts["days_ago"]}
    days = ngettext(
        "%(count)d day in touch in the last year, %(last)s; without contact this part loses half "
        "its weight in about %(half_life)d days.",
        "%(count)d days in touch in the last year, %(last)s; without contact this part loses half "
        "its weight in about %(half_life)d days.",
        facts["days_in_touch"],
    )
    return days % {
        "count": facts["days_in_touch"],
        "last": last,
        "half_life": facts["half_life_days"],
    }


def _estimated_contact(facts: Facts) -> str:
    """Without a known last day: nothing is on record, or only what a rhythm made us presume."""
    if not facts["days_in_touch"]:
        return _("No conversation is on record yet.")
    return ngettext(
        "About %(count)d day in touch in the last year, estimated from the rhythm you named; "
        "without contact this part loses half its weight in about %(half_life)d days.",
        "About %(count)d days in touch in the last year, estimated from the rhythm you named; "
        "without contact this part loses half its weight in about %(half_life)d days.",
        facts["days_in_touch"],
    ) % {"count": facts["days_in_touch"], "half_life": facts["half_life_days"]}


def _history(facts: Facts) -> str:
    meetings = round(facts["meetings"])
    return ngettext(
        "Everything you have done together equals %(count)d meeting; this part never fades.",
        "Everything you have done together equals %(count)d meetings; this part never fades.",
        meetings,
    ) % {"count": meetings}


def _help(facts: Facts) -> str:
    if not facts["given"] and not facts["received"]:
        return _("No help is on record, given or received. Help that goes both ways counts most.")
    given = ngettext("You helped once", "You helped %(count)d times", facts["given"])
    received = ngettext("they helped once", "they helped %(count)d times", facts["received"])
    return _("%(given)s, %(received)s; help that goes both ways counts most.") % {
        "given": given % {"count": facts["given"]} if facts["given"] else _("You have not helped"),
        "received": received % {"count": facts["received"]}
        if facts["received"]
        else _("they have not helped"),
    }


def _gate(facts: Facts) -> str:
    return _(
        "Because you rate it below the middle, contact and history count only %(percent)d %%."
    ) % {"percent": round(facts["percent"])}


def _uncertain(facts: Facts) -> str:
    return _("Based on little information: %(score)d ± %(half_width)d.") % {
        "score": whole(facts["score"]),
        "half_width": round(facts["half_width"]),
    }


def _unknown(_facts: Facts) -> str:
    return _("Nothing is known yet: log a conversation or rate it, and a number appears.")


def _neglected(_facts: Facts) -> str:
    return _("Close, but hardly in touch lately.")


def _thin(_facts: Facts) -> str:
    return _("Often in touch, but rated low.")


def _forecast(facts: Facts) -> str:
    return ngettext(
        "Without contact this becomes %(band)s tomorrow.",
        "Without contact this becomes %(band)s in %(days)d days, on %(on)s.",
        facts["days"],
    ) % {
        "band": BAND_NAMES[facts["band"]],
        "days": facts["days"],
        "on": written(facts["on"], facts["date_form"]),
    }


SENTENCES: Mapping[str, Callable[[Facts], str]] = {
    "rating": _rating,
    "presumed": _presumed,
    "contact": _contact,
    "history": _history,
    "help": _help,
    "gate": _gate,
    "uncertain": _uncertain,
    "unknown": _unknown,
    "neglected": _neglected,
    "thin": _thin,
    "forecast": _forecast,
}
