"""Whom a new conversation was probably with, so that one tap chooses them."""

from django.db.models import F, QuerySet

from accounts.models import User
from contacts.models import Contact
from interactions.line_people import Known

SHOWN = 6


def likely_people(user: User) -> list[Known]:
    """Those one spoke with most recently, then the strongest."""
    listed = Contact.objects.of(user).listed()
    recent = listed.exclude(last_contact_on=None).order_by(
        F("last_contact_on").desc(), F("id").desc()
    )
    found = _known(recent)
    if len(found) < SHOWN:
        strongest = listed.order_by(F("strength").desc(), F("id").desc())
        found += [each for each in _known(strongest) if each not in found]
    return found[:SHOWN]


def _known(people: QuerySet[Contact]) -> list[Known]:
    rows = people.values_list("uid", "name", "nickname")[:SHOWN]
    return [Known(str(uid), name, nickname) for uid, name, nickname in rows]
