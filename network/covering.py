"""A need as a page shows it: how far it is covered, by whom, and what can be done about it here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accounts.models import User
from goals.kinds import Sought
from goals.models import Aspiration, Need
from netcrm.lib.folding import fold
from netcrm.lib.prepared import prepared
from network.acting import Acquainted, acquainted
from network.findings import Findings
from network.likeness import reach_words
from network.reading import Named, Reading
from network.structure_words import structure_words
from network.wording import COURSES, decimal, need_title, percent, sentence

ASKED_FIRST = 5  # people who fit but are faint, told by name


@dataclass(frozen=True, slots=True)
class Contributor:
    person: Named
    points: str
    why: str


@dataclass(frozen=True, slots=True)
class Covered:
    """`share` and `percent` are of the target; an address that leads nowhere is empty."""

    need: Need
    title: str
    share: float
    percent: str
    course: str
    course_words: str
    sentences: Sequence[str]
    contributors: Sequence[Contributor]
    contributors_hidden: int
    act_on: Sequence[Acquainted]
    find_url: str
    goal_url: str
    ways_url: str

    @property
    def is_open(self) -> bool:
        return self.course != "keep"


@dataclass(frozen=True, slots=True)
class Wanted:
    aspiration: Aspiration
    share: float | None
    percent: str
    dependence: str
    reach: Sequence[str]
    needs: Sequence[Covered]


def wanted(reading: Reading) -> list[Wanted]:
    """Every active aspiration with its needs, in two queries."""
    return [_wanted(aspiration, reading) for aspiration in _active(reading.user)]


@prepared
def _active(user: User) -> QuerySet[Aspiration]:
    return Aspiration.objects.of(user).active().prefetch_related("needs__person")


def covered(need: Need, reading: Reading) -> Covered | None:
    """None while the assessment does not know the need yet."""
    found = reading.findings["needs"].get(str(need.uid))
    if found is None:
        return None
    parts = [part for part in found["parts"] if part["uid"] in reading.people]
    return Covered(
        need=need,
        title=need_title(need),
        share=found["share"],
        percent=percent(found["share"]),
        course=found["course"],
        course_words=str(COURSES[found["course"]]),
        sentences=[_said(line, reading) for line in found["lines"]],
        contributors=[_contributor(part, reading) for part in parts],
        contributors_hidden=found["people"] - len(found["parts"]),
        act_on=_acquainted(found, reading),
        find_url=find_url(need),
        goal_url=_address("goals:new", aspiration=need.aspiration.uid, need=need.uid),
        ways_url=_ways_url(need, reading),
    )


def find_url(need: Need) -> str:
    """The list of people, narrowed to those who fit; for one person, their page."""
    if need.sought == "person":
        return need.person.get_absolute_url() if need.person else ""
    narrowed = {
        "role": {"role": need.value},
        "tag": {"tag": need.value},
        **{kind: {kind: need.value} for kind in ("organisation", "place", "industry")},
        "seniority": {"seniority": need.value},
    }.get(need.sought)
    return f"{reverse('contacts:index')}?{urlencode(narrowed)}" if narrowed else ""


def _wanted(aspiration: Aspiration, reading: Reading) -> Wanted:
    found = reading.findings["aspirations"].get(str(aspiration.uid), {})
    share = found.get("share")
    needs = list(aspiration.needs.all())
    for need in needs:
        need.aspiration = aspiration  # as the relation says, without asking again
    shown = [each for need in needs if (each := covered(need, reading))]
    return Wanted(
        aspiration,
        share,
        percent(share),
        _dependence(found, reading),
        _reach(found, reading),
        shown,
    )


def _reach(found: Mapping[str, Any], reading: Reading) -> list[str]:
    """How many of its needs somebody serves, at which levels, and whether these people overlap."""
    if not found or not found["asked"]:
        return []
    served = ngettext(
        "Somebody serves %(served)d of the %(asked)d thing it needs.",
        "Somebody serves %(served)d of the %(asked)d things it needs.",
        found["asked"],
    ) % {"served": found["served"], "asked": found["asked"]}
    levels = reach_words(found.get("reach"), gettext("those who fit"))
    return [
        each for each in (served, levels, *structure_words(found["structure"], reading)) if each
    ]


def _dependence(found: Mapping[str, Any], reading: Reading) -> str:
    names = [
        f"{reading.people[uid].name} (\u2212{percent(loss)})"  # a minus sign
        for uid, loss in found.get("dependence", ())
        if uid in reading.people
    ]
    return ", ".join(names)


def _said(line: Findings, reading: Reading) -> str:
    facts = dict(line["facts"])
    if "uid" in facts:
        who = reading.people.get(facts["uid"])
        facts["name"] = who.name if who else "…"
    return sentence(line["code"], facts)


def _contributor(part: Findings, reading: Reading) -> Contributor:
    why = " ".join(sentence(line["code"], line["facts"]) for line in part["lines"])
    return Contributor(reading.people[part["uid"]], decimal(part["points"]), why)


def _acquainted(found: Findings, reading: Reading) -> list[Acquainted]:
    """Whom to come closer to; where new people are wanted, also who fits and is merely faint."""
    faint = found["faint"][:ASKED_FIRST] if found["new_people"] else []
    closer = acquainted(found["who"], reading)
    return closer + acquainted(faint, reading, gettext("fits, hardly known yet"))


def _ways_url(need: Need, reading: Reading) -> str:
    """Who leads to the people needed; a tag is one's own word, to which nobody leads."""
    if need.sought == Sought.TAG:
        return ""
    asked = {need.sought: need.value}
    if need.sought == Sought.PERSON:
        asked = {need.sought: str(need.person.uid) if need.person else ""}
    if need.sought == Sought.ORGANISATION:
        at = reading.organisations.get(fold(need.value))
        asked = {need.sought: at} if at else {"q": need.value}
    return _address("network:ways", **asked)


def _address(view: str, **parameters: object) -> str:
    given = {name: str(value) for name, value in parameters.items() if value}
    return f"{reverse(view)}?{urlencode(given)}" if given else reverse(view)
