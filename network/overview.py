"""The network beside what one wants of it, as a page shows it: every figure with its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.filtering import KNOWN
from contacts.kinds import Circle
from contacts.queries import NO_CIRCLE
from netcrm.lib.marks import whole
from network.acting import Acquainted, acquainted
from network.findings import Findings
from network.quiet_words import dormant_words
from network.reading import Named, Reading
from network.structure_words import concentration_words, structure_words
from network.wording import KINDS, ONE_OF, decimal, percent, value_words
from strength.wording import BAND_NAMES

CIRCLE_NAMES = dict(Circle.choices)


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a table with its bar, filled by `share`."""

    name: str
    people: int
    words: str
    by_strength: str
    share: float
    url: str  # of the people themselves


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    url: str  # empty where no list of people can be narrowed to them
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
class SoleLinks:
    """What one reaches through one person alone, of one kind."""

    title: str
    one_of: str
    links: Sequence[Sole]
    hidden: int


@dataclass(frozen=True, slots=True)
class Overview:
    people: int
    faint: int
    people_url: str
    faint_url: str
    circleless_url: str
    circles: Sequence[Bar]
    without_circle: int
    bands: Sequence[Bar]
    dormant: Sequence[str]
    varieties: Sequence[Variety]
    quiet: Sequence[Quiet]
    concentration: Sequence[str]
    sole: Sequence[SoleLinks]
    structure: Sequence[str]


def overview(reading: Reading) -> Overview:
    found = reading.findings
    layers, sole = found["layers"], found["sole_links"]
    return Overview(
        people=layers["people"],
        faint=layers["faint"],
        people_url=people_url(),
        faint_url=f"{reverse('contacts:index')}?band=faint",
        circleless_url=people_url(circle=NO_CIRCLE),
        circles=[_circle(each, layers) for each in layers["circles"]],
        without_circle=layers["without_circle"],
        bands=[_band(each) for each in layers["bands"]],
        dormant=dormant_words(layers),
        varieties=[_variety(each) for each in found["diversity"]],
        quiet=[each for tie in found["dormant"] if (each := _quiet(tie, reading))],
        concentration=[
            *concentration_words(found["people"]),
            *_largest_organisation(found["diversity"]),
        ],
        sole=_sole_links(sole, reading),
        structure=structure_words(found["structure"], reading),
    )


def people_url(**asked: str) -> str:
    """The list of those who count and of whom this is true."""
    return f"{reverse('contacts:index')}?{urlencode({'view': KNOWN, **asked})}"


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
    by_strength = percent(layer["weight"] / layers["weight"]) if layers["weight"] else ""
    url = people_url(circle=layer["name"])
    return Bar(str(CIRCLE_NAMES[layer["name"]]), layer["people"], words, by_strength, share, url)


def _band(layer: Findings) -> Bar:
    return Bar(
        str(BAND_NAMES[layer["name"]]),
        layer["people"],
        percent(layer["by_head"]),
        percent(layer["by_strength"]),
        layer["by_head"] or 0.0,
        people_url(band=layer["name"]),
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
    number = decimal(heads["effective"])
    if number == "1":
        return _("Practically all in one group.")
    said = _("As varied as %(number)s equally large groups.") % {"number": number}
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
        "" if kind == "how_met" else people_url(**{kind: found["name"]}),
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
        "then": whole(tie["then"]),
        "now": whole(tie["now"]),
    }
    return Quiet(who[0], words)


def _largest_organisation(diversity: Sequence[Findings]) -> list[str]:
    found = next((each for each in diversity if each["kind"] == "organisation"), None)
    if not found or not found["groups"]:
        return []
    largest = found["groups"][0]
    return [
        _(
            "The largest organisation is %(name)s, with %(heads)d %% of those who have one and "
            "%(strength)d %% of their strength."
        )
        % {
            "name": largest["name"],
            "heads": round(100 * largest["by_head"]),
            "strength": round(100 * largest["by_strength"]),
        }
    ]


def _sole_links(found: Findings, reading: Reading) -> list[SoleLinks]:
    kinds = [
        (_("Industries"), _("Industry"), _sole(found["shown"], reading), found["industries"]),
        (
            _("Organisations"),
            _("Organisation"),
            _sole(found.get("shown_organisations", ()), reading),
            found.get("organisations", 0),
        ),
        (_("Groups who know each other"), _("Group"), _sole_groups(found, reading), 0),
    ]
    return [
        SoleLinks(title, one_of, links, max(0, number - len(links)))
        for title, one_of, links, number in kinds
        if links
    ]


def _sole(shown: Sequence[Findings], reading: Reading) -> list[Sole]:
    known = reading.people
    return [Sole(each["name"], known[each["uid"]]) for each in shown if each["uid"] in known]


def _sole_groups(found: Findings, reading: Reading) -> list[Sole]:
    return [
        Sole(
            ngettext(
                "%(count)d person whom you hardly know",
                "%(count)d people whom you hardly know",
                others,
            )
            % {"count": others},
            reading.people[uid],
        )
        for uid, others in found.get("clusters", ())
        if uid in reading.people
    ]
