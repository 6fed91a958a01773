"""The network beside what one wants of it, as a page shows it: every figure with its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.kinds import Circle
from network.covering import Acquainted, acquainted
from network.findings import Findings
from network.reading import Named, Reading
from network.wording import KINDS, ONE_OF, decimal, percent, value_words
from strength.wording import BAND_NAMES

CIRCLE_NAMES = dict(Circle.choices)


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a table with its bar, filled by `share`."""

    name: str
    people: int
    words: str
    share: float


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    by_head: str
    by_strength: str
    head_share: float
    strength_share: float


@dataclass(frozen=True, slots=True)
class Variety:
    """How varied the network is in one respect."""

    title: str
    one_of: str
    sentence: str
    blau: str
    effective: str
    effective_by_strength: str
    known: str
    groups: Sequence[Group]
    groups_hidden: int


@dataclass(frozen=True, slots=True)
class Quiet:
    who: Acquainted
    words: str


@dataclass(frozen=True, slots=True)
class Sole:
    name: str
    person: Named


@dataclass(frozen=True, slots=True)
class Overview:
    people: int
    faint: int
    circles: Sequence[Bar]
    without_circle: int
    bands: Sequence[Bar]
    varieties: Sequence[Variety]
    quiet: Sequence[Quiet]
    concentration: Sequence[str]
    sole: Sequence[Sole]
    sole_hidden: int
    structure: Sequence[str]


def overview(reading: Reading) -> Overview:
    found = reading.findings
    layers, sole = found["layers"], found["sole_links"]
    return Overview(
        people=layers["people"],
        faint=layers["faint"],
        circles=[_circle(each, layers) for each in layers["circles"]],
        without_circle=layers["without_circle"],
        bands=[_band(each) for each in layers["bands"]],
        varieties=[_variety(each) for each in found["diversity"]],
        quiet=[each for tie in found["dormant"] if (each := _quiet(tie, reading))],
        concentration=_concentration(found["people"]),
        sole=[
            Sole(link["name"], reading.people[link["uid"]])
            for link in sole["shown"]
            if link["uid"] in reading.people
        ],
        sole_hidden=sole["industries"] - len(sole["shown"]),
        structure=_structure(found["structure"], reading),
    )


def _circle(layer: Findings, layers: Findings) -> Bar:
    """Counted from the inside, beside the size such a layer tends to have."""
    capacity = layer["capacity"]
    if capacity is None:
        share = layer["cumulative"] / max(1, layers["people"])
        words = str(layer["cumulative"])
    else:
        share = min(1.0, layer["cumulative"] / capacity)
        words = _("%(count)d of about %(guide)d") % {
            "count": layer["cumulative"],
            "guide": capacity,
        }
    return Bar(str(CIRCLE_NAMES[layer["name"]]), layer["people"], words, share)


def _band(layer: Findings) -> Bar:
    return Bar(
        str(BAND_NAMES[layer["name"]]),
        layer["people"],
        percent(layer["by_head"]),
        layer["by_head"] or 0.0,
    )


def _variety(found: Findings) -> Variety:
    heads, strengths = found["by_head"], found["by_strength"]
    return Variety(
        title=str(KINDS[found["kind"]]),
        one_of=str(ONE_OF[found["kind"]]),
        sentence=_variety_words(heads, strengths),
        blau=_blau(heads),
        effective=decimal(heads["effective"]) if "effective" in heads else "",
        effective_by_strength=decimal(strengths["effective"]) if "effective" in strengths else "",
        known=percent(heads["known"] or 0.0),
        groups=[_group(found["kind"], each) for each in found["groups"]],
        groups_hidden=heads.get("groups", 0) - len(found["groups"]),
    )


def _variety_words(heads: Findings, strengths: Findings) -> str:
    if "effective" not in heads:
        return _("Not yet known of anybody who counts.")
    said = _("As varied as %(number)s equally large groups.") % {
        "number": decimal(heads["effective"])
    }
    by_strength = strengths.get("effective", heads["effective"])
    if by_strength < 0.9 * heads["effective"]:
        said += " " + _("Your close ties are less varied than all of them.")
    return said


def _blau(heads: Findings) -> str:
    if "blau" not in heads:
        return ""
    return _("Two people drawn at random differ with a chance of %(percent)d %%.") % {
        "percent": round(100 * heads["blau"])
    }


def _group(kind: str, found: Findings) -> Group:
    return Group(
        value_words(kind, found["name"]),
        percent(found["by_head"]),
        percent(found["by_strength"]),
        found["by_head"],
        found["by_strength"],
    )


def _quiet(tie: Findings, reading: Reading) -> Quiet | None:
    who = acquainted([tie["uid"]], reading)
    if not who:
        return None
    words = _("stood at %(then)d when you last spoke, now %(now)d") % {
        "then": round(tie["then"]),
        "now": round(tie["now"]),
    }
    return Quiet(who[0], words)


def _concentration(found: Findings | None) -> list[str]:
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


def _structure(found: Findings | None, reading: Reading) -> list[str]:
    """Who hangs together without oneself, and how much they overlap."""
    if found is None:
        return []
    said = [
        _(
            "With %(relations)d acquaintances among them on record, your %(people)d people are "
            "worth %(size)s who do not know each other."
        )
        % {
            "relations": found["relations"],
            "people": found["people"],
            "size": decimal(found["effective_size"]),
        },
    ]
    said += [_circle_of(group, reading) for group in found["groups"][:3]]
    return said


def _circle_of(group: dict[str, Any], reading: Reading) -> str:
    names = ", ".join(reading.people[uid].name for uid in group["some"] if uid in reading.people)
    return _("%(count)d hang together without you, among them %(names)s.") % {
        "count": group["people"],
        "names": names,
    }
