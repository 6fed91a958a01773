"""Where something was found that a row of the list does not show: mail, phone, tag, notes."""

from collections.abc import Iterator, Sequence

from django.utils.safestring import SafeString

from contacts.highlighting import excerpt, number_excerpt
from contacts.models import Contact, Email, Interest, Job, Phone, PostalAddress, Tagging
from contacts.queries import Query
from contacts.words import phone_forms

Found = dict[int, SafeString]
TEXTS = ("nickname", "notes", "how_met", "met_at", "place", "industry")


def where_found(contact_ids: Sequence[int], query: Query, country: str) -> Found:
    """The first place for each of these people, with what was found in it marked."""
    found: Found = {}
    forms = [form for number in query.phones for form in phone_forms(number, country)]
    for pk, number in _values(Phone, contact_ids, "number"):
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
    yield from _values(Email, contact_ids, "address")
    yield from _values(Tagging, contact_ids, "tag__name")
    yield from _values(Interest, contact_ids, "name")
    addresses = PostalAddress.objects.filter(contact__in=contact_ids)
    for pk, *parts in addresses.values_list("contact_id", "city", "region", "country"):
        yield pk, ", ".join(filter(None, parts))
    yield from _values(Job, contact_ids, "organisation__industry")
    for pk, *texts in Contact.objects.filter(pk__in=contact_ids).values_list("pk", *TEXTS):
        yield from ((pk, text) for text in texts)


def _values(
    model: type[Email | Job | Phone | Interest | Tagging], contact_ids: Sequence[int], column: str
) -> Iterator[tuple[int, str]]:
    rows = model.objects.filter(contact__in=contact_ids).order_by("id")
    yield from rows.values_list("contact_id", column)
