"""Where something was found that a row of the list does not show: mail, phone, tag, notes."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.safestring import SafeString

from contacts.highlighting import excerpt, number_excerpt
from contacts.models import Contact, Email, Interest, Job, Phone, PostalAddress, Tagging
from contacts.queries import Query
from contacts.words import phone_forms
from netcrm.lib.id_lists import among
from netcrm.lib.prepared import prepared

Found = dict[int, SafeString]
TEXTS = ("nickname", "notes", "how_met", "met_at", "place", "industry")


def where_found(contact_ids: Sequence[int], query: Query, country: str) -> Found:
    """The first place for each of these people, with what was found in it marked."""
    found: Found = {}
    forms = [form for number in query.phones for form in phone_forms(number, country)]
    for pk, number in _values(contact_ids, of=Phone, column="number"):
        _keep(found, pk, number_excerpt(number, forms))
    words = (*query.words, *query.phones)
    for pk, text in _texts(contact_ids):
        if text and pk not in found:
            _keep(found, pk, excerpt(text, words))
    return found


def _keep(found: Found, pk: int, markup: SafeString | None) -> None:
    if markup is not None:
        found.setdefault(pk, markup)


def _texts(contact_ids: Sequence[int]) -> Iterator[tuple[int, str]]:
    yield from _values(contact_ids, of=Email, column="address")
    yield from _values(contact_ids, of=Tagging, column="tag__name")
    yield from _values(contact_ids, of=Interest, column="name")
    for pk, *parts in _places(contact_ids):
        yield pk, ", ".join(filter(None, parts))
    yield from _values(contact_ids, of=Job, column="organisation__industry")
    for pk, *texts in _own_texts(contact_ids):
        yield from ((pk, text) for text in texts)


@prepared
def _values(
    contact_ids: Sequence[int],
    *,
    of: type[Email | Job | Phone | Interest | Tagging],
    column: str,
) -> QuerySet[Any, tuple[int, str]]:
    rows = of.objects.filter(contact__in=among(contact_ids)).order_by("id")
    return rows.values_list("contact_id", column)


@prepared
def _places(contact_ids: Sequence[int]) -> QuerySet[PostalAddress, tuple[int, str, str, str]]:
    addresses = PostalAddress.objects.filter(contact__in=among(contact_ids))
    return addresses.values_list("contact_id", "city", "region", "country")


@prepared
def _own_texts(contact_ids: Sequence[int]) -> QuerySet[Contact, Any]:
    return Contact.objects.filter(pk__in=among(contact_ids)).values_list("pk", *TEXTS)
