"""How many ties have gone quiet, by head and by strength, in sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.findings import Findings


def dormant_words(layers: Findings) -> list[str]:
    """Of everybody who counts, then those beside them; empty where nobody has gone quiet."""
    quiet, strong, faint = (
        layers[name] for name in ("dormant", "dormant_strong", "faint_dormant_strong")
    )
    said = []
    if quiet["people"]:
        said.append(_shares(_gone_quiet(quiet["people"]), quiet))
    if strong["people"]:
        said.append(_shares(_once_strong(strong["people"]), strong))
    if faint:
        said.append(
            ngettext(
                "%(count)d more who was close has become too faint to count.",
                "%(count)d more who were close have become too faint to count.",
                faint,
            )
            % {"count": faint}
        )
    return said


def _gone_quiet(people: int) -> str:
    return ngettext(
        "%(count)d of those who count has gone quiet",
        "%(count)d of those who count have gone quiet",
        people,
    ) % {"count": people}


def _once_strong(people: int) -> str:
    return ngettext(
        "%(count)d of these was strong when you last spoke",
        "%(count)d of these were strong when you last spoke",
        people,
    ) % {"count": people}


def _shares(said: str, layer: Findings) -> str:
    return _("%(said)s: %(heads)d %% by head, %(strength)d %% by strength.") % {
        "said": said,
        "heads": round(100 * layer["by_head"]),
        "strength": round(100 * layer["by_strength"]),
    }
