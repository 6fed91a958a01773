"""What one did to be known for one's work, stored with who reacted to it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from contacts.trash import delete_expired
from goals.indexing import BRAND
from goals.models import BrandActivity, Reaction


@transaction.atomic
def record_activity(owner: User, people: Iterable[Contact], **facts: Any) -> BrandActivity:
    activity = BrandActivity.objects.create(owner=owner, **facts)
    _name(activity, people)
    BRAND.index([activity])
    return activity


@transaction.atomic
def revise_activity(
    activity: BrandActivity, people: Iterable[Contact], **facts: Any
) -> BrandActivity:
    """Those who stay keep what they said."""
    for name, value in facts.items():
        setattr(activity, name, value)
    activity.save()
    _name(activity, people)
    BRAND.index([activity])
    return activity


@transaction.atomic
def quote(activity: BrandActivity, said: Mapping[int, str]) -> None:
    """Note what people said, by the id of the person."""
    for each in activity.reactions.filter(contact__in=said):
        each.note = said[each.contact_id]
        each.save(update_fields=["note"])


@transaction.atomic
def set_trashed(activity: BrandActivity, *, is_trashed: bool) -> None:
    activity.deleted_at = timezone.now() if is_trashed else None
    activity.save(update_fields=["deleted_at", "updated_at"])
    BRAND.index([activity])


def purge(now: dt.datetime) -> int:
    """Delete for good what was in the trash for thirty days; how many."""
    return delete_expired(BrandActivity.objects.all(), now)


def _name(activity: BrandActivity, people: Iterable[Contact]) -> None:
    """Who is in the trash cannot be named, and stays: they may come back."""
    wanted = {person.pk for person in people}
    living = activity.reactions.filter(contact__deleted_at=None)
    living.exclude(contact__in=wanted).delete()
    known = set(activity.reactions.values_list("contact_id", flat=True))
    Reaction.objects.bulk_create(
        Reaction(activity=activity, contact_id=each) for each in sorted(wanted - known)
    )
