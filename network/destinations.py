"""To whom one would be introduced: read from an address, or from what was typed into one field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise

from accounts.models import User
from contacts.conditions import narrow
from contacts.filtering import PeopleFilter, conditions_of, people_in
from contacts.kinds import Kind, Role, Seniority
from contacts.models import Contact, Organisation
from contacts.picking import offers
from contacts.standing import known_values
from netcrm.lib.folding import fold
from network.people import COUNTED_FROM
from network.wording import ONE_OF, value_words

OFFERED = 8  # of a kind, where what was typed may mean several
STRANGERS = 30  # people hardly known, to whom ways are looked for; design
ACQUAINTED = 5  # people known well enough who are named first; design
LISTS: dict[str, Mapping[str, str | Promise]] = {
    "role": dict(Role.choices),
    "seniority": dict(Seniority.choices),
}
M = TypeVar("M", Contact, Organisation)
PERSON, ORGANISATION = "person", "organisation"
BROAD = (ORGANISATION, "industry")  # many people stand behind each
KINDS = ("industry", "place", *LISTS)


class Meant(NamedTuple):
    """One thing that may be meant, and the address that asks for it."""

    kind: str
    value: str  # a uid for people and organisations
    words: str
    detail: str

    @property
    def url(self) -> str:
        return f"{reverse('network:ways')}?{urlencode({self.kind: self.value})}"


@dataclass(frozen=True, slots=True)
class Destination:
    """`people` are those whom one hardly knows, `acquainted` those whom one knows oneself."""

    kind: str
    words: str
    value: str
    people: list[int]
    acquainted: list[int] = field(default_factory=list)
    person: Contact | None = None
    organisation: Organisation | None = None


def destination(user: User, address: Mapping[str, str]) -> Destination | None:
    """None where the address names nothing that there is."""
    if person := _owned(Contact.objects.of(user).living(), address.get(PERSON, "")):
        return Destination(PERSON, person.name, str(person.uid), [person.pk], person=person)
    if found := _owned(Organisation.objects.of(user), address.get(ORGANISATION, "")):
        near, far = _people(user, {ORGANISATION: found.name})
        value = str(found.uid)
        return Destination(ORGANISATION, found.name, value, far, near, organisation=found)
    for kind in KINDS:
        value = address.get(kind, "").replace("\0", "").strip()[:200]
        if value and value in LISTS.get(kind, (value,)):
            near, far = _people(user, {kind: value})
            return Destination(kind, value_words(kind, value), value, far, near)
    return None


def meant(user: User, typed: str) -> list[Meant]:
    """What the words may mean, what they name best first; only what bears exactly this name, where
    there is such a thing.
    """
    found = [
        *_people_meant(user, typed),
        *_organisations_meant(user, typed),
        *_others_meant(user, typed),
    ]
    exactly = [each for each in found if fold(each.words) == fold(typed)]
    return exactly or sorted(found, key=lambda each: _misses(each, fold(typed)))


def _misses(meant: Meant, typed: str) -> tuple[int, bool]:
    """How far the words are from the name: its beginning, the beginnings of its words, anywhere in
    it, nowhere, as with people who work there. Of what begins so, organisations and industries
    come first.
    """
    name = fold(meant.words)
    if name.startswith(typed):
        return 0, meant.kind not in BROAD
    parts = name.split()
    if all(any(part.startswith(word) for part in parts) for word in typed.split()):
        return 1, False
    return (2 if typed in name else 3), False


def _owned(rows: QuerySet[M], uid: str) -> M | None:
    try:
        return rows.filter(uid=UUID(uid)).first() if uid else None
    except ValueError:
        return None


def _people(user: User, asked: Mapping[str, str]) -> tuple[list[int], list[int]]:
    """The closest of those one knows, and of those one hardly does."""
    query = PeopleFilter.read(asked).query
    people = people_in(user, "").filter(kind=Kind.PERSON)
    found = narrow(people, list(conditions_of(user, people, query))).people
    near = found.filter(strength__gte=COUNTED_FROM).order_by("-strength", "-pk")
    far = found.filter(strength__lt=COUNTED_FROM).order_by("-strength", "-pk")
    return (
        [pk for pk, _strength in near.values_list("pk", "strength")[:ACQUAINTED]],
        [pk for pk, _strength in far.values_list("pk", "strength")[:STRANGERS]],
    )


def _people_meant(user: User, typed: str) -> Iterator[Meant]:
    for offer in offers(user, typed)[:OFFERED]:
        yield Meant(PERSON, str(offer.uid), offer.name, offer.detail)


def _organisations_meant(user: User, typed: str) -> Iterator[Meant]:
    rows = Organisation.objects.of(user).filter(sort_name__contains=fold(typed))
    for uid, name in rows.order_by("sort_name").values_list("uid", "name")[:OFFERED]:
        yield Meant(ORGANISATION, str(uid), name, str(ONE_OF[ORGANISATION]))


def _others_meant(user: User, typed: str) -> Iterator[Meant]:
    for kind in ("industry", "place"):
        for value in known_values(user, kind, typed)[:OFFERED]:
            yield Meant(kind, value, value, str(ONE_OF[kind]))
    for kind, choices in LISTS.items():
        for value, words in choices.items():
            if fold(typed) in fold(str(words)):
                yield Meant(kind, value, str(words), str(ONE_OF[kind]))
