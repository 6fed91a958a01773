"""Plain functions that make outcomes and introductions for tests."""

import datetime as dt
from typing import Any

from accounts.models import User
from contacts.models import Contact
from goals.models import Outcome
from goals.outcomes import record_outcome
from interactions.models import Introduction


def make_outcome(owner: User, *people: Contact, **facts: Any) -> Outcome:
    named = {"what": "A new client", "kind": "opportunity", "on": owner.today(), **facts}
    return record_outcome(owner, people, **named)


def introduce_to_me(by: Contact, person: Contact, on: dt.date) -> Introduction:
    me, _ = Contact.objects.get_or_create(owner=by.owner, is_self=True)
    return Introduction.objects.create(
        owner=by.owner, introducer=by, first=person, second=me, asked_on=on, made_on=on
    )
