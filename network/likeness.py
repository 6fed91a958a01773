"""How like oneself one's people are, and which positions one reaches, as a page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.kinds import Seniority
from network.findings import Findings
from network.reading import Reading
from network.standing_findings import LADDER, LIKENESS, REACH
from network.wording import ONE_OF


@dataclass(frozen=True, slots=True)
class Likeness:
    """In one respect; a figure is empty while nobody has said theirs."""

    title: str
    own: str
    same: int
    other: int
    by_head: str
    by_strength: str


@dataclass(frozen=True, slots=True)
class LikenessShown:
    shown: Sequence[Likeness]
    unsaid: Sequence[str]  # in which respects one's own is unknown


def likeness(reading: Reading) -> LikenessShown | None:
    """None where the assessment is older than this figure."""
    found = reading.findings.get(LIKENESS)
    if found is None:
        return None
    return LikenessShown(
        [_likeness(each) for each in found if each["own"]],
        [str(ONE_OF[each["kind"]]) for each in found if not each["own"]],
    )


def reach_words(found: Findings | None, among: str) -> str:
    """Empty where no seniority is known; `among` names the people, as "your people"."""
    if not found or not found["positions"]:
        return ""
    levels = ngettext(
        "Among %(among)s you reach %(count)d of %(all)d levels of seniority: %(highest)s.",
        "Among %(among)s you reach %(count)d of %(all)d levels of seniority, "
        "from %(lowest)s up to %(highest)s, %(steps)d steps apart.",
        found["positions"],
    )
    return levels % {
        "among": among,
        "count": found["positions"],
        "all": len(LADDER),
        "highest": _seniority(found["highest"]),
        "lowest": _seniority(found["lowest"]),
        "steps": found["steps"],
    }


def overall_reach(reading: Reading) -> str:
    return reach_words(reading.findings.get(REACH), _("all who count"))


def _seniority(value: str) -> str:
    return f"“{Seniority(value).label}”"


def _likeness(found: Findings) -> Likeness:
    heads, strengths = found["by_head"], found["by_strength"]
    return Likeness(
        title=str(ONE_OF[found["kind"]]),
        own=", ".join(_own_words(found)),
        same=round(heads["same"]),
        other=round(heads["other"]),
        by_head=_signed(heads["index"]),
        by_strength=_signed(strengths["index"]),
    )


def _own_words(found: Findings) -> list[str]:
    if found["kind"] == "seniority":
        return [str(Seniority(value).label) for value in found["own"]]
    return list(found["own"])


def _signed(index: float | None) -> str:
    """Two places with their sign; empty where it is unknown."""
    if index is None:
        return ""
    size = number_format(round(abs(index), 2), 2)
    if round(index, 2) == 0:
        return size
    return f"\u2212{size}" if index < 0 else f"+{size}"
