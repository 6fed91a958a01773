"""The people filter: what is typed and what is chosen become conditions; a sort, an order."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from contacts.conditions import Condition, Narrowed, narrow
from contacts.finding import (
    elsewhere_conditions,
    is_named,
    name_conditions,
    terms_of,
    text_conditions,
)
from contacts.kinds import BenefitKind, Circle, Role, Seniority
from contacts.models import Benefit, Contact, ContactQuerySet, ContactRole, Tag, Tagging
from contacts.paging import Segment
from contacts.queries import NEVER, NO_CIRCLE, Query, Span, parse
from contacts.standing import standing_conditions
from netcrm.lib.folding import fold

BANDS = {"core": Span(80), "strong": Span(60, 80), "moderate": Span(40, 60)}
BANDS |= {"weak": Span(20, 40), "faint": Span(0, 20)}
LASTS = {"<30": Span(high=30), ">30": Span(low=30), ">90": Span(low=90)}
LASTS |= {">182": Span(low=182), ">365": Span(low=365)}
BEST = "best"
STRENGTH, NAME, LAST = "strength", "name", "last"
SORTS = (BEST, STRENGTH, "-strength", NAME, "-name", LAST, "-last")
ARCHIVED, STARRED = "archived", "starred"
KNOWN = "known"  # well enough to count where a network is assessed
STANDING = ("seniority", "industry", "place", "organisation")


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What the list's address says; values that mean nothing are left out."""

    text: str = ""
    tag: str = ""
    circle: str = ""
    role: str = ""
    band: str = ""
    last: str = ""
    benefit: str = ""
    seniority: str = ""
    industry: str = ""
    place: str = ""
    organisation: str = ""
    view: str = ""
    sort: str = ""
    select: str = ""  # "1" shows boxes to tick, "all" shows them ticked

    @classmethod
    def read(cls, address: Mapping[str, str]) -> Self:
        def one_of(name: str, known: object) -> str:
            value = address.get(name, "")
            return value if value in known else ""  # type: ignore[operator] # each is a container

        def text(name: str) -> str:
            return address.get(name, "").replace("\0", "").strip()[:300]

        return cls(
            text=text("q"),
            tag=fold(address.get("tag", "").replace("\0", ""))[:100],
            circle=one_of("circle", (*Circle.values, NO_CIRCLE)),
            role=one_of("role", Role.values),
            band=one_of("band", BANDS),
            last=one_of("last", (*LASTS, NEVER)),
            benefit=one_of("benefit", BenefitKind.values),
            seniority=one_of("seniority", Seniority.values),
            industry=text("industry"),
            place=text("place"),
            organisation=text("organisation"),
            view=one_of("view", (ARCHIVED, STARRED, KNOWN)),
            sort=one_of("sort", SORTS),
            select=one_of("select", ("1", "all")),
        )

    @property
    def parameters(self) -> dict[str, str]:
        """For an address that shows the same people again."""
        named = {"q": self.text, "tag": self.tag, "circle": self.circle, "role": self.role}
        named |= {"band": self.band, "last": self.last, "benefit": self.benefit}
        named |= {name: getattr(self, name) for name in STANDING}
        named |= {"view": self.view, "sort": self.sort, "select": self.select}
        return {name: value for name, value in named.items() if value}

    @property
    def is_narrowed(self) -> bool:
        return bool(self.parameters.keys() - {"view", "sort", "select"})

    @property
    def query(self) -> Query:
        """Typed and chosen conditions together; all must hold."""
        typed = parse(self.text)
        return replace(
            typed,
            tags=typed.tags + _some(self.tag),
            circles=_some(self.circle) or typed.circles,
            roles=typed.roles + _some(self.role),
            benefits=typed.benefits + _some(self.benefit),
            seniorities=_some(self.seniority),
            industries=_some(self.industry),
            places=_some(self.place),
            organisations=_some(self.organisation),
            strength=BANDS.get(self.band, typed.strength),
            days=LASTS.get(self.last, typed.days),
            is_never_met=typed.is_never_met or self.last == NEVER,
        )


def _some(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def people_in(user: User, view: str) -> ContactQuerySet:
    people = Contact.objects.of(user)
    if view == ARCHIVED:
        return people.living().exclude(archived_at=None)
    if view == KNOWN:
        return people.scored().filter(strength__gte=BANDS["weak"].low)
    return people.listed().exclude(starred_at=None) if view == STARRED else people.listed()


def segments_of(user: User, wanted: PeopleFilter, query: Query) -> list[Segment]:
    """The people whom `query` fits, in the order that `wanted` asks for."""
    people = people_in(user, wanted.view)
    terms = terms_of(query, user.phone_country)
    others = list(conditions_of(user, people, query))
    sort = wanted.sort or (BEST if query.words else STRENGTH)
    if sort == BEST and query.words:
        order = ("-strength", "-id")
        return [
            Segment(
                lambda: narrow(people, [*name_conditions(user, terms), *others]),
                order,
                lambda person: is_named(person, terms),
            ),
            Segment(lambda: narrow(people, [*elsewhere_conditions(user, terms), *others]), order),
        ]
    return _ordered(narrow(people, [*text_conditions(user, terms), *others]), sort)


def _ordered(found: Narrowed, sort: str) -> list[Segment]:
    sign = "-" if sort.startswith("-") else ""
    if sort.endswith(NAME):
        return [Segment(lambda: found, (f"{sign}sort_name", f"{sign}id"))]
    opposite = "" if sign else "-"
    if not sort.endswith(LAST):
        return [Segment(lambda: found, (f"{opposite}strength", f"{opposite}id"))]
    known = found._replace(people=found.people.exclude(last_contact_on=None))
    unknown = found._replace(people=found.people.filter(last_contact_on=None))
    return [
        Segment(
            lambda: known,
            (f"{opposite}last_contact_on", f"{opposite}id"),
            lambda person: person.last_contact_on is not None,
        ),
        # An unknown day is neither long ago nor recent: these come last in both directions.
        Segment(lambda: unknown, ("sort_name", "id")),
    ]


def conditions_of(user: User, people: ContactQuerySet, query: Query) -> Iterator[Condition]:
    """Everything that is asked for beside the text."""
    for slug in query.tags:
        yield _hanging(Tagging.objects.filter(tag__in=_tags(user, slug)))
    for role in query.roles:
        yield _hanging(ContactRole.objects.filter(role=role, contact__owner=user))
    for kind in query.benefits:
        yield _hanging(Benefit.objects.filter(kind=kind, contact__owner=user))
    yield from standing_conditions(user, query)
    for where in column_conditions(query, user.today()):
        yield Condition(where, people.filter(where).values_list("pk", flat=True))


def _hanging(rows: Any) -> Condition:
    """On the persons of rows that hang on them: tags, roles, benefits."""
    return Condition(
        ids=rows.values_list("contact_id", flat=True),
        where=Q(Exists(rows.filter(contact=OuterRef("pk")))),
    )


def _tags(user: User, slug: str) -> list[int]:
    """The tag of this name; while somebody is still typing it, those that start so."""
    tags = dict(
        Tag.objects.of(user).filter(slug__startswith=slug).values_list("slug", "pk").order_by()
    )
    return [tags[slug]] if slug in tags else list(tags.values())


def column_conditions(query: Query, today: dt.date) -> Iterator[Q]:
    if query.circles:
        yield Q(circle__in=["" if name == NO_CIRCLE else name for name in query.circles])
    if query.strength:
        yield _between("strength", query.strength.low, query.strength.high)
    if query.days:
        low, high = query.days
        yield _between(
            "last_contact_on",
            None if high is None else today - dt.timedelta(days=int(high) - 1),
            None if low is None else today - dt.timedelta(days=int(low)),
        )
    if query.is_never_met:
        yield Q(last_contact_on=None)


def _between(column: str, low: object, high: object) -> Q:
    """From `low` on, below `high`."""
    found = Q()
    if low is not None:
        found &= Q(**{f"{column}__gte": low})
    if high is not None:
        found &= Q(**{f"{column}__lt": high})
    return found
