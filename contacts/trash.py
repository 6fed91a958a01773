"""The trash: thirty days to change one's mind, then gone for good."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from contacts import photos
from contacts.models import Contact
from contacts.signals import people_leaving

KEPT = dt.timedelta(days=30)
CHUNK = 500  # people deleted at once; Django names each when it clears what points at them


def purge(now: dt.datetime) -> int:
    """Delete for good who has been in the trash for thirty days, of every user; how many.

    Repeatable, and called by the clock once a day.
    """
    with transaction.atomic():
        expired = Contact.objects.filter(is_self=False, deleted_at__lte=now - KEPT)
        people = list(expired.values_list("pk", "photo"))
        delete_for_good(pk for pk, _ in people)
    photos.drop_unused(photo for _, photo in people)
    return len(people)


def delete_expired(
    rows: QuerySet[Any], now: dt.datetime, delete: Callable[[Any], object] = QuerySet.delete
) -> int:
    """Of any kind of row that waits in the trash: those of thirty days ago; how many."""
    expired = rows.filter(deleted_at__lte=now - KEPT)
    count = expired.count()
    delete(expired)
    return count


def delete_for_good(contact_ids: Iterable[int]) -> None:
    """Delete these people and what is theirs alone, in the transaction of the caller."""
    ids = list(contact_ids)
    people_leaving.send(sender=Contact, contact_ids=ids)
    for start in range(0, len(ids), CHUNK):
        Contact.objects.filter(pk__in=ids[start : start + CHUNK]).delete()


def gone_on(contact: Contact) -> dt.datetime | None:
    """When a person in the trash is deleted for good."""
    return contact.deleted_at + KEPT if contact.deleted_at else None
