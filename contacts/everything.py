"""The search over everything: some people first, then organisations and the newest of each kind."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from accounts.models import User
from contacts.filtering import PeopleFilter
from contacts.findable import KINDS, Kind, Shown
from contacts.finding import Term
from contacts.highlighting import excerpt, highlight
from contacts.listing import Listing, listing
from contacts.models import Organisation
from contacts.queries import Query
from contacts.things_found import is_brief, things_found
from netcrm.lib.addresses import address_of
from netcrm.lib.days import written
from netcrm.lib.folding import fold

PEOPLE_SHOWN = 8
SHOWN = 5  # of each other kind beside the others
MOST = 100  # of one kind; more words find the rest


class Row(NamedTuple):
    url: str
    title: SafeString
    beside: str
    on: str
    day: str
    quoted: SafeString | None


class Heading(NamedTuple):
    """What is found by itself, not among the entries of the search."""

    name: str
    plural: str | Promise
    icon: str


ORGANISATIONS = Heading("organisation", gettext_lazy("Organisations"), "building-2")


class Group(NamedTuple):
    """`number` are those found, `MOST` standing for all beyond it as `is_more` says."""

    kind: Kind | Heading
    rows: list[Row]
    number: int
    is_more: bool
    url: str


class Found(NamedTuple):
    """`is_brief`: only the latest of each kind were looked at. `is_of_people`: what was typed can
    be said of people only. `meant` are the words answered in place of the typed ones.
    """

    people: Listing | None
    groups: list[Group]
    is_brief: bool
    is_of_people: bool
    meant: str

    @property
    def number(self) -> int:
        people = (self.people.total or len(self.people.lines)) if self.people else 0
        return people + sum(group.number for group in self.groups)


def search(user: User, typed: str, chosen: Kind | None = None) -> Found:
    """Everything that `typed` finds, or all of one kind."""
    wanted = PeopleFilter(text=typed)
    query = wanted.query
    kinds = [chosen] if chosen else list(KINDS.values())
    terms = [] if _is_of_people(query) else terms_of(query)
    groups = _groups(user, typed, query, kinds)
    people, meant = None, ""
    if query != Query() and not chosen:
        people = listing(user, wanted, most=PEOPLE_SHOWN, mends=not groups)
        if people.corrected:
            meant = " ".join(people.corrected.words)
            groups = _groups(user, meant, people.corrected, kinds)
    return Found(people, groups, is_brief(terms), _is_of_people(query), meant)


def search_address(typed: str, kind: str = "") -> str:
    parameters = {name: value for name, value in (("q", typed), ("kind", kind)) if value}
    return reverse("search:index") + (f"?{urlencode(parameters)}" if parameters else "")


def terms_of(query: Query) -> list[Term]:
    """What must be found in a thing: each word, each number as it was typed."""
    return [Term(word) for word in query.words] + [Term(fold(each)) for each in query.phones]


def _is_of_people(query: Query) -> bool:
    """Whether it holds conditions, such as `tag:` or `last:`, that only people can fulfil."""
    return query != replace(Query(), words=query.words, phones=query.phones)


def _groups(user: User, typed: str, query: Query, kinds: Sequence[Kind]) -> list[Group]:
    if _is_of_people(query):
        return []
    terms = terms_of(query)
    if not terms:
        return []
    most = SHOWN if len(kinds) > 1 else MOST
    found = things_found(user, terms, [kind.name for kind in kinds], MOST + 1)
    words = [term.text for term in terms]
    groups = (_group(user, kind, found.get(kind.name, []), most, words) for kind in kinds)
    shown = [
        group._replace(url=search_address(typed, group.kind.name)) for group in groups if group.rows
    ]
    return shown if len(kinds) == 1 else [*_organisations(user, typed, words), *shown]


def _organisations(user: User, typed: str, words: Sequence[str]) -> Iterator[Group]:
    found = Organisation.objects.of(user).holding(words).order_by("sort_name")
    rows = [
        Row(
            url=address_of("contacts:organisation", uid),
            title=highlight(name, words),
            beside=" · ".join(filter(None, (industry, place))),
            on="",
            day="",
            quoted=None,
        )
        for uid, name, industry, place in found.values_list("uid", "name", "industry", "place")[
            : MOST + 1
        ]
    ]
    if rows:
        url = f"{reverse('contacts:organisations')}?{urlencode({'q': typed})}"
        yield Group(ORGANISATIONS, rows[:SHOWN], min(len(rows), MOST), len(rows) > MOST, url)


def _group(user: User, kind: Kind, uids: Sequence[UUID], most: int, words: Sequence[str]) -> Group:
    shown = {each.uid: each for each in kind.look_up(user, uids[:most])} if uids else {}
    rows = [_row(shown[uid], words, user.date_format) for uid in uids[:most] if uid in shown]
    return Group(kind, rows, min(len(uids), MOST), len(uids) > MOST, "")


def _row(thing: Shown, words: Sequence[str], form: str) -> Row:
    quotes = (excerpt(text, words) for text in thing.texts if text)
    return Row(
        url=thing.url,
        title=highlight(thing.title, words),
        beside=thing.beside,
        on=thing.on.isoformat(),
        day=written(thing.on, form),
        quoted=next((quote for quote in quotes if quote is not None), None),
    )
