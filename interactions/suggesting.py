"""Whom a new conversation was probably with, so that one tap chooses them."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, QuerySet

from accounts.models import User
from contacts.models import Contact
from interactions.line_people import Known
from netcrm.lib.prepared import prepared

SHOWN = 6
Row = tuple[UUID, str, str]


def likely_people(user: User) -> list[Known]:
    """Those one spoke with most recently, then the strongest."""
    found = _known(_recent(user))
    if len(found) < SHOWN:
        found += [each for each in _known(_strongest(user)) if each not in found]
    return found[:SHOWN]


def _known(rows: Iterable[Row]) -> list[Known]:
    return [Known(str(uid), name, nickname) for uid, name, nickname in rows]


@prepared
def _recent(user: User) -> QuerySet[Contact, Row]:
    spoken_with = Contact.objects.of(user).listed().exclude(last_contact_on=None)
    latest = spoken_with.order_by(F("last_contact_on").desc(), F("id").desc())
    return latest.values_list("uid", "name", "nickname")[:SHOWN]


@prepared
def _strongest(user: User) -> QuerySet[Contact, Row]:
    strongest = Contact.objects.of(user).listed().order_by(F("strength").desc(), F("id").desc())
    return strongest.values_list("uid", "name", "nickname")[:SHOWN]
