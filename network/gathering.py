"""Everybody one knows, from the database, as the engine wants them: few queries for any number."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any

from django.db.models import Q

from accounts.models import User
from contacts.models import Benefit, Contact, ContactRole, Job, Tagging
from interactions.kinds import HelpDirection
from interactions.models import Help
from netcrm.lib.folding import fold
from network.balancing import DAYS, Favour
from network.knowing import Acquaintances, introduced, shared
from network.people import Mark, Person, counted
from network.relations import Neighbours, Relation, neighbours
from network.structure import clusters_of, overlaps
from strength.facts import is_dormant
from strength.histories import SIZES

SPELT_FREELY = frozenset({"industry", "organisation", "place", "tag", "how_met"})
COLUMNS = (
    *("pk", "uid", "strength", "circle", "first_contact_on", "last_contact_on", "days_in_touch"),
    *("strength_at_last_contact", "industry", "seniority", "place", "how_met", "introduced_by"),
)
MARKS = frozenset({"industry", "organisation", "role", "seniority", "place", "how_met", "tag"})
AT_WORK = frozenset({"industry", "organisation", "place"})  # told by where people work
EVERYBODY = Q()
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Everybody of one owner as of a day.

    `spellings` are how most people write a mark's value, `own` what one is oneself; `clusters` are
    who hangs together without oneself, the faint among them; `favours` are of the last year;
    `names` are known to a map only: what is stored holds none.
    """

    as_of: dt.date
    people: tuple[Person, ...]
    relations: tuple[Relation, ...]
    spellings: Mapping[Mark, str]
    own: frozenset[Mark] = frozenset()
    clusters: tuple[tuple[str, ...], ...] = ()
    favours: tuple[Favour, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def spelt(self, kind: str, value: str) -> str:
        return self.spellings.get((kind, value), value)


class Marks:
    """What is known of each person, compared without case and accents, shown as written."""

    def __init__(self) -> None:
        self.of: defaultdict[int, set[Mark]] = defaultdict(set)
        self._written: defaultdict[Mark, Counter[str]] = defaultdict(Counter)
        self._known: dict[tuple[str, str], Mark] = {}  # few values stand with many people

    def add(self, pk: int, kind: str, written: str | None) -> None:
        said = kind, written or ""
        mark = self._known.get(said) or self._known.setdefault(said, mark_of(*said))
        if mark[1]:
            self.of[pk].add(mark)
            self._written[mark][(written or "").strip()] += 1

    def has(self, pk: int, kind: str) -> bool:
        return any(each == kind for each, _ in self.of[pk])

    def spellings(self) -> dict[Mark, str]:
        """The most frequent, and of those the first in the alphabet."""
        return {
            mark: min(written, key=lambda word: (-written[word], word))
            for mark, written in self._written.items()
        }


def mark_of(kind: str, value: str) -> Mark:
    """As people carry it and as needs ask for it."""
    return kind, fold(value) if kind in SPELT_FREELY else value


def gather(user: User) -> Acquaintance:
    """Ten queries; relations are taken from introductions and from conversations shared."""
    today = user.today()
    rows = list(Contact.objects.of(user).scored().order_by("pk").values(*COLUMNS))
    oneself = list(Contact.objects.of(user).filter(is_self=True).values(*COLUMNS))
    marks, benefits = _marks(user, [*rows, *oneself], MARKS), _benefits(user)
    relations = tuple(_relations(user, rows))
    people = [_person(row, marks.of[row["pk"]], benefits[row["pk"]], today) for row in rows]
    knowing = neighbours(relations, [person.uid for person in people])
    return Acquaintance(
        today,
        _with_overlap(people, knowing),
        relations,
        marks.spellings(),
        own=frozenset(mark for row in oneself for mark in marks.of[row["pk"]]),
        clusters=clusters_of(knowing),
        favours=tuple(_favours(user, today)),
    )


def closest(user: User, number: int, kinds: Collection[str]) -> Acquaintance:
    """So many people and who of them know each other, with marks of these kinds alone: what a map
    draws, and nothing that has to be worked out over everybody.
    """
    today = user.today()
    scored = Contact.objects.of(user).scored().order_by("-strength", "pk")
    rows = list(scored.values(*COLUMNS, "name")[:number])
    among = Q(contact__in=[row["pk"] for row in rows])
    marks = _marks(user, rows, kinds, among)
    people = tuple(_person(row, marks.of[row["pk"]], (), today) for row in rows)
    return Acquaintance(
        today,
        people,
        tuple(_relations(user, rows, among)),
        marks.spellings(),
        names={str(row["uid"]): row["name"] for row in rows},
    )


def _person(row: Row, marks: Iterable[Mark], benefits: Iterable[str], today: dt.date) -> Person:
    return Person(
        uid=str(row["uid"]),
        strength=row["strength"],
        marks=frozenset(marks),
        benefits=frozenset(benefits),
        circle=row["circle"],
        is_dormant=is_dormant(
            row["first_contact_on"], row["last_contact_on"], row["days_in_touch"], today
        ),
        strength_at_last_contact=row["strength_at_last_contact"],
    )


def _with_overlap(people: Sequence[Person], among: Neighbours) -> tuple[Person, ...]:
    overlap = overlaps(among, [person.uid for person in counted(people)])
    return tuple(replace(person, redundancy=overlap[person.uid]) for person in people)


def _favours(user: User, today: dt.date) -> Iterator[Favour]:
    since = today - dt.timedelta(days=DAYS)
    rows = Help.objects.of(user).living().filter(on__gt=since, on__lte=today)
    theirs = rows.filter(contact__deleted_at=None, contact__is_self=False).order_by("pk")
    for uid, direction, size, share in theirs.values_list(
        "contact__uid", "direction", "size", "share"
    ):
        yield Favour(str(uid), direction == HelpDirection.GIVEN, size, SIZES[size] * share)


def _marks(user: User, rows: Iterable[Row], kinds: Collection[str], among: Q = EVERYBODY) -> Marks:
    marks = Marks()
    own = [kind for kind in ("industry", "seniority", "place", "how_met") if kind in kinds]
    for row in rows if own else ():
        for kind in own:
            marks.add(row["pk"], kind, row[kind])
    if not AT_WORK.isdisjoint(kinds):
        _mark_work(marks, user, kinds, among)
    if "role" in kinds:
        roles = ContactRole.objects.filter(among, contact__owner=user)
        for pk, role in roles.values_list("contact", "role"):
            marks.add(pk, "role", role)
    if "tag" in kinds:
        tagged = Tagging.objects.filter(among, tag__owner=user)
        for pk, tag in tagged.values_list("contact", "tag__name"):
            marks.add(pk, "tag", tag)
    return marks


def _mark_work(marks: Marks, user: User, kinds: Collection[str], among: Q) -> None:
    jobs = Job.objects.filter(
        among, contact__owner=user, is_current=True, organisation__isnull=False
    )
    own = {kind: {pk for pk in marks.of if marks.has(pk, kind)} for kind in ("industry", "place")}
    for pk, name, *at_work in jobs.order_by("pk").values_list(
        "contact", "organisation__name", "organisation__industry", "organisation__place"
    ):
        if "organisation" in kinds:
            marks.add(pk, "organisation", name)
        for kind, value in zip(own, at_work, strict=True):
            if kind in kinds and pk not in own[kind]:  # their own says it better
                marks.add(pk, kind, value)


def _benefits(user: User) -> defaultdict[int, set[str]]:
    benefits: defaultdict[int, set[str]] = defaultdict(set)
    marked = Benefit.objects.filter(contact__owner=user)
    for pk, kind in marked.values_list("contact", "kind"):
        benefits[pk].add(kind)
    return benefits


def _relations(user: User, rows: Sequence[Row], among: Q = EVERYBODY) -> Iterator[Relation]:
    """Only among those who are scored; each pair once, on all evidence there is."""
    uids = {row["pk"]: str(row["uid"]) for row in rows}
    found = Acquaintances()
    found.note((row["pk"], row["introduced_by"]) for row in rows)
    found.introduce(introduced(user))
    found.talk(shared(user, among))
    for (one, other), evidence in sorted(found.of.items(), key=itemgetter(0)):
        if one in uids and other in uids:
            yield Relation(uids[one], uids[other], evidence.weight)
