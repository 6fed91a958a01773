"""A guest of an event of whom only a name was known becomes one of one's people."""

import datetime as dt
from typing import NamedTuple

from django.db import transaction

from contacts.models import Contact
from interactions.entering import add_newcomers
from interactions.eventing import guests_of, save_event
from interactions.meeting import met_at
from interactions.models import Event
from interactions.people_meant import people_named
from netcrm.lib.folding import fold


class Welcomed(NamedTuple):
    person: Contact
    is_new: bool


@transaction.atomic
def welcome(event: Event, name: str, today: dt.date) -> Welcomed | None:
    """They take the place of the name on the list, unless they are on it already. Whoever alone
    bears the name is meant, else it is a new person; None where the list does not have the name.
    """
    event.lock()
    there = guests_of(event)
    named = [each for each in there if each.contact is None and fold(each.name) == fold(name)]
    if not named:
        return None
    guest = named[0]
    welcomed = _somebody(event, guest.name, today)
    if any(each.contact == welcomed.person for each in there):
        guest.delete()
    else:
        guest.contact, guest.name = welcomed.person, ""
        guest.save()
    save_event(event)
    return welcomed


def _somebody(event: Event, name: str, today: dt.date) -> Welcomed:
    known = people_named(event.owner, [name])[name]
    bearers = [each for each in known if fold(each.name) == fold(name)]
    if len(bearers) == 1:
        return Welcomed(bearers[0], is_new=False)
    # nobody has met them while the event is ahead
    on = min(event.last_day, today) if event.starts_on <= today else None
    return Welcomed(add_newcomers(event.owner, [name], **met_at(event, on))[0], is_new=True)
