"""Ways to somebody as a page shows them: who leads to whom, how well, why, and what to ask."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from contacts.listing import photo_url_of
from contacts.models import Contact, Organisation
from interactions.introducing import known_office
from interactions.models import Introduction
from netcrm.lib.marks import WORDS, level, meter, whole
from network.acting import Acquainted, to_act_on
from network.asking import asks, own_tie
from network.destinations import Destination
from network.knowing import Evidence
from network.paths import Path, length_first
from network.people import FULL_STRENGTH
from network.reading import Named, planned_with
from network.relations import WORKED_TOGETHER
from network.surroundings import Surroundings, colleagues, surroundings
from network.wording import percent

Pair = tuple[str, str]  # the uids of who introduces and of who is met

PERHAPS = 5  # people who may know somebody, though nothing on record says so; design
BEFORE = 5  # people who were at an organisation; design


@dataclass(frozen=True, slots=True)
class Stride:
    """From the person before, at first oneself, to this one: how close these two are, and why."""

    person: Named
    level: int
    words: str
    why: str


class Asked(NamedTuple):
    """An introduction that was asked for and is still under way."""

    on: dt.date
    url: str


@dataclass(frozen=True, slots=True)
class Way:
    strides: Sequence[Stride]
    words: str  # what is special about it
    strength: str
    ask: str
    ask_url: str
    asked: Asked | None


@dataclass(frozen=True, slots=True)
class Hint:
    """Somebody worth asking although no way over them is on record."""

    person: Named
    meter: SafeString
    ask_url: str
    asked: Asked | None


@dataclass(frozen=True, slots=True)
class There:
    """Somebody already there whom one knows: to be asked oneself."""

    hint: Hint
    act: Acquainted


@dataclass(frozen=True, slots=True)
class Ways:
    """`known` are already there, `before` were, `perhaps` may know who is."""

    ways: Sequence[Way]
    known: Sequence[There]
    perhaps: Sequence[Hint]
    before: Sequence[Hint]


AskedOf = Mapping[Pair, Asked]


def ways_to(user: User, wanted: Destination) -> Ways:
    around = surroundings(user, [*wanted.people, *wanted.acquainted])
    targets = [around.known[pk].uid for pk in wanted.people if pk in around.known]
    paths = asks(around.ways, targets)
    acquainted = [around.known[pk].uid for pk in wanted.acquainted if pk in around.known]
    acquainted += [uid for uid in targets if own_tie(around.ways, uid)]
    perhaps = colleagues(user, wanted.person, PERHAPS) if wanted.person else []
    before = _formerly(wanted.organisation) if wanted.organisation else []
    on_the_way = {uid for path in paths for uid in path.people}
    perhaps = [uid for uid in perhaps if uid not in on_the_way]
    people = _named(user, {*on_the_way, *acquainted, *perhaps, *before})
    planned = planned_with(user, acquainted)
    asked, to = _asked(user), _whom(wanted)
    asked_for_it = {introducer: told for (introducer, met), told in asked.items() if met == to}
    return Ways(
        ways=[_way(path, paths, people, around, asked) for path in paths],
        known=[
            There(hint, to_act_on(hint.person, planned))
            for hint in _hints(acquainted, people, wanted, asked_for_it)
        ],
        perhaps=_hints(perhaps, people, wanted, asked_for_it),
        before=_hints(before, people, wanted, asked_for_it),
    )


def _asked(user: User) -> AskedOf:
    """What is asked for and not yet made or declined, by whom it was asked of and to whom it
    leads; the latest where it was asked twice."""
    mine = Introduction.objects.of(user).pending().with_people().order_by("asked_on", "pk")
    asked: dict[Pair, Asked] = {}
    for each in mine.filter(Q(first__is_self=True) | Q(second__is_self=True)):
        met = each.second if each.first.is_self else each.first
        told = Asked(each.asked_on, each.get_absolute_url())
        asked[str(each.introducer.uid), str(met.uid)] = told
    return asked


def _formerly(organisation: Organisation) -> list[str]:
    """The closest of those who were there and may still know somebody."""
    people = Contact.objects.of(organisation.owner).scored()
    there = people.filter(jobs__organisation=organisation)
    rows = there.exclude(jobs__in=organisation.jobs.filter(is_current=True)).distinct()
    closest = rows.order_by("-strength", "pk").values_list("uid", "strength")[:BEFORE]
    return [str(uid) for uid, _strength in closest]


def _named(user: User, uids: Iterable[str]) -> Mapping[str, tuple[Named, float]]:
    """With the strength of one's own tie."""
    rows = Contact.objects.of(user).living().filter(uid__in=set(uids))
    index = reverse("contacts:index")
    return {
        str(uid): (Named(str(uid), name, photo_url_of(uid, photo), f"{index}{uid}/"), strength)
        for uid, name, photo, strength in rows.values_list("uid", "name", "photo", "strength")
    }


def _way(
    path: Path,
    paths: Sequence[Path],
    people: Mapping[str, tuple[Named, float]],
    around: Surroundings,
    asked: AskedOf,
) -> Way:
    first, strength = people[path.people[0]]
    words = f"{WORDS[level(strength) - 1]} {whole(strength)}"
    strides = [Stride(first, level(strength), words, "")]
    for step, pair in zip(path.steps[1:], pairwise(path.people), strict=True):
        evidence = around.evidence[frozenset(pair)]
        close = level(FULL_STRENGTH * step.weight)
        strides.append(Stride(people[step.uid][0], close, _tie(evidence), why(evidence)))
    return Way(
        strides,
        _special(path, paths),
        percent(path.strength),
        _ask(path, people),
        _introduction(introducer=path.people[0], second=path.people[1]),
        asked.get((path.people[0], path.people[1])),
    )


def _tie(evidence: Evidence) -> str:
    close = evidence.weight >= WORKED_TOGETHER
    return _("know each other well") if close else _("know each other")


def why(evidence: Evidence) -> str:
    """On what evidence two people count as knowing each other."""
    reasons = []
    if evidence.talks:
        talks = ngettext(
            "%(count)d conversation together", "%(count)d conversations together", evidence.talks
        )
        reasons.append(talks % {"count": evidence.talks})
    if evidence.is_introduced:
        reasons.append(_("an introduction"))
    if evidence.is_noted:
        reasons.append(_("one introduced the other to you"))
    return ", ".join(reasons)


def _special(path: Path, paths: Sequence[Path]) -> str:
    is_shortest = path == min(paths, key=length_first)
    if path == paths[0]:
        return _("shortest and strongest") if is_shortest else _("strongest")
    return _("shortest") if is_shortest else ""


def _ask(path: Path, people: Mapping[str, tuple[Named, float]]) -> str:
    asked, met = (people[uid][0].name for uid in path.people[:2])
    return _("Ask %(asked)s to introduce you to %(met)s") % {"asked": asked, "met": met}


def _hints(
    uids: Iterable[str],
    people: Mapping[str, tuple[Named, float]],
    wanted: Destination,
    asked: Mapping[str, Asked],
) -> list[Hint]:
    """`asked` are those who were asked already, by uid."""
    return [
        Hint(
            people[uid][0],
            meter(people[uid][1] or None, brief=True),
            _hint_url(uid, wanted),
            asked.get(uid),
        )
        for uid in uids
        if uid in people
    ]


def _whom(wanted: Destination) -> str:
    """Whom one asks to be introduced to: the card of an organisation stands for anybody there."""
    office = known_office(wanted.organisation) if wanted.organisation else None
    to = office or wanted.person
    return str(to.uid) if to else ""


def _hint_url(uid: str, wanted: Destination) -> str:
    """Empty where they are themselves the one to meet."""
    if wanted.organisation:
        return _introduction(introducer=uid, organisation=wanted.organisation.uid)
    if not wanted.person:
        return _introduction(introducer=uid)
    if str(wanted.person.uid) == uid:
        return ""
    return _introduction(introducer=uid, second=wanted.person.uid)


def _introduction(**people: object) -> str:
    return f"{reverse('interactions:new_introduction')}?{urlencode(people)}"
