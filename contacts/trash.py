"""The trash: thirty days to change one's mind, then gone for good."""

import datetime as dt

from django.db import transaction

from contacts import photos
from contacts.models import Contact

KEPT = dt.timedelta(days=30)


def purge(now: dt.datetime) -> int:
    """Delete for good who has been in the trash for thirty days, of every user; how many.

    Repeatable, and called by the clock once a day.
    """
    with transaction.atomic():
        expired = Contact.objects.filter(is_self=False, deleted_at__lte=now - KEPT)
        people = list(expired.values_list("pk", "photo"))
        Contact.objects.filter(pk__in=[pk for pk, _ in people]).delete()
    photos.drop_unused(photo for _, photo in people)
    return len(people)


def gone_on(contact: Contact) -> dt.datetime | None:
    """When a person in the trash is deleted for good."""
    return contact.deleted_at + KEPT if contact.deleted_at else None
