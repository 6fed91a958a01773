"""Promises: what one said one would do, or they would, by a day."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from accounts.models import User
from contacts.models import Contact
from interactions.kinds import Promiser
from interactions.models import FollowUp
from netcrm.lib.folding import fold


@transaction.atomic
def promise(
    owner: User,
    contact: Contact,
    what: str,
    due_on: dt.date,
    *,
    by: str = Promiser.ME,
    **facts: Any,
) -> FollowUp:
    """`facts` are other columns of FollowUp, such as `why` or the `uid` that a form carries."""
    made = FollowUp.objects.create(
        owner=owner, contact=contact, what=what, due_on=due_on, by=by, **facts
    )
    made.announce()
    return made


def addressee(what: str, people: Sequence[Contact]) -> Contact:
    """Whoever of `people` the promise names, as in "send Ben the deck"; else the first of them."""
    words = set(fold(what).split())
    named = (each for each in people if words & set(fold(each.given).split()))
    return next(named, people[0])
