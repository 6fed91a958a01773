"""On whom a network leans and who hangs together in it, in sentences."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.findings import Findings
from network.reading import Reading
from network.wording import decimal


def concentration_words(found: Findings | None) -> list[str]:
    if found is None:
        return []
    return [
        _("All your closeness amounts to %(number)s equally close people among %(people)d.")
        % {"number": decimal(found["effective"]), "people": found["people"]},
        ngettext(
            "Whoever is closest holds %(percent)d %% of it.",
            "The %(count)d closest hold %(percent)d %% of it.",
            found["closest"],
        )
        % {"count": found["closest"], "percent": round(100 * found["closest_share"])},
    ]


def structure_words(found: Findings | None, reading: Reading) -> list[str]:
    """Who hangs together without oneself, and how much they overlap."""
    if found is None:
        return []
    said = [
        _(
            "With %(relations)d acquaintances among them on record, your %(people)d people are "
            "worth %(size)s who do not know each other (their effective size)."
        )
        % {
            "relations": found["relations"],
            "people": found["people"],
            "size": decimal(found["effective_size"]),
        },
        _constraint(found["constraint"]),
    ]
    said += [_circle_of(group, reading) for group in found["groups"][:3]]
    return said


def _constraint(constraint: float) -> str:
    return _(
        "How far everything hangs together around one group: %(constraint)s, the higher the more "
        "(Burt's constraint)."
    ) % {"constraint": number_format(round(constraint, 2), 2)}


def _circle_of(group: dict[str, Any], reading: Reading) -> str:
    names = [reading.people[uid].name for uid in group["some"] if uid in reading.people]
    if len(names) == group["people"]:
        return _("%(names)s hang together without you.") % {"names": ", ".join(names)}
    return _("%(count)d hang together without you, among them %(names)s.") % {
        "count": group["people"],
        "names": ", ".join(names),
    }
