"""Help noted, changed, thrown away and brought back: the only writer of it.

Every act is one transaction, brings the search up to date and announces the person, so that
strength follows.
"""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from contacts.models import Contact
from interactions.indexing import HELP
from interactions.kinds import HelpSize
from interactions.models import Help
from interactions.signals import interaction_recorded


@transaction.atomic
def note_help(
    contact: Contact,
    direction: str,
    on: dt.date,
    *,
    size: str = HelpSize.MEDIUM,
    is_kept: bool = False,
    **facts: Any,
) -> Help:
    """Help between oneself and `contact`; `facts` are other columns of Help. Where a
    row of a room above is to keep it (`is_kept`), that is what is found, not the help.
    """
    favour = Help.objects.create(
        owner=contact.owner, contact=contact, direction=direction, on=on, size=size, **facts
    )
    if not is_kept:
        HELP.index([favour])
    _announce(favour, {contact.pk}, on)
    return favour


@transaction.atomic
def revise_help(favour: Help, **facts: Any) -> Help:
    favour.lock()
    before, before_on = favour.contact_id, favour.on
    for name, value in facts.items():
        setattr(favour, name, value)
    favour.save()
    HELP.index([favour])
    _announce(favour, {before, favour.contact_id}, min(before_on, favour.on))
    return favour


def trash_help(favour: Help) -> Help:
    return revise_help(favour, deleted_at=timezone.now())


def restore_help(favour: Help) -> Help:
    return revise_help(favour, deleted_at=None)


def _announce(favour: Help, contact_ids: set[int], since: dt.date) -> None:
    interaction_recorded.send(
        sender=Help, owner=favour.owner, contact_ids=sorted(contact_ids), since=since
    )
