"""The few people offered while somebody types a name: those one means most often come first."""

from typing import NamedTuple
from uuid import UUID

from accounts.models import User
from contacts.conditions import narrow
from contacts.finding import name_conditions, terms_of, text_conditions
from contacts.listing import photo_url_of, works_of
from contacts.models import Contact, ContactQuerySet
from contacts.queries import parse

OFFERED = 8


class Offer(NamedTuple):
    uid: UUID
    name: str
    photo: str
    detail: str


def offers(user: User, typed: str) -> list[Offer]:
    """By name first, then by anything else; starred and lately spoken to before the others."""
    query = parse(typed)
    terms = terms_of(query, user.phone_country)
    people = Contact.objects.of(user).listed()
    if not terms:
        return _offered(_ids(people, OFFERED))
    contact_ids = _ids(narrow(people, list(name_conditions(user, terms))).people, OFFERED)
    if len(contact_ids) < OFFERED:
        others = narrow(people, list(text_conditions(user, terms))).people
        contact_ids += _ids(others.exclude(pk__in=contact_ids), OFFERED - len(contact_ids))
    return _offered(contact_ids)


def _ids(people: ContactQuerySet, wanted: int) -> list[int]:
    """The starred by name, then whoever was spoken to last, then the rest by name; each order is
    an index, so that one letter among a hundred thousand people is answered at once.
    """
    ids: list[int] = []
    for part in (
        people.exclude(starred_at=None).order_by("sort_name", "id"),
        people.filter(starred_at=None)
        .exclude(last_contact_on=None)
        .order_by("-last_contact_on", "-id"),
        people.filter(starred_at=None, last_contact_on=None).order_by("sort_name", "id"),
    ):
        ids += part.values_list("pk", flat=True)[: wanted - len(ids)]
        if len(ids) == wanted:
            break
    return ids


def _offered(contact_ids: list[int]) -> list[Offer]:
    works = works_of(contact_ids)
    people = Contact.objects.filter(pk__in=contact_ids).values_list("pk", "uid", "name", "photo")
    offered = {
        pk: Offer(uid, name, photo_url_of(uid, photo), works.get(pk, ""))
        for pk, uid, name, photo in people
    }
    return [offered[pk] for pk in contact_ids]
