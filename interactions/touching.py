"""The one definition of the last contact with a person, and of the day of the next word."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from contacts.models import Contact
from interactions.kinds import Source, Status
from interactions.models import Participant
from netcrm.lib.id_lists import among
from netcrm.lib.prepared import prepared

# Held, and not one's own message without a reply, through any channel. A conversation estimated
# from a rhythm is no known day: it would show "today" for somebody one speaks to "about monthly".
TWO_WAY = Q(
    ~Q(interaction__source=Source.ESTIMATE),
    interaction__deleted_at=None,
    interaction__status=Status.HELD,
    interaction__is_answered=True,
)
CHUNK = 900  # ids in one statement: SQLite may be built for 999 variables
Days = tuple[dt.date | None, dt.date | None]  # of the last contact, of the next word


def retouch(contact_ids: Iterable[int]) -> None:
    """Write `last_contact_on` and `next_touch_on` of these people from their conversations.

    Runs in the transaction of the caller. Only rows that change are written.
    """
    ids = sorted(set(contact_ids))
    for start in range(0, len(ids), CHUNK):
        _retouch(ids[start : start + CHUNK])


def next_touch(person: Contact, last_contact_on: dt.date | None) -> dt.date | None:
    """The day the cadence asks for a word; None where nothing says when it would be.

    Without a known contact the days run from the choice of the circle: unknown is not neglected.
    """
    since = last_contact_on or person.circle_chosen_on
    if since is None or person.touch_every is None:
        return None
    return since + dt.timedelta(days=person.touch_every)


def _retouch(ids: list[int]) -> None:
    last = dict(_last_two_way_days(ids))
    stale: list[tuple[int, Days]] = []
    for person in _touched(ids):
        spoken = last.get(person.pk)
        days = (spoken, next_touch(person, spoken))
        if (person.last_contact_on, person.next_touch_on) != days:
            stale.append((person.pk, days))
    if stale:
        _write(stale)


@prepared
def _touched(ids: Sequence[int]) -> QuerySet[Contact]:
    people = Contact.objects.filter(id__in=among(ids)).exclude(_as_made())
    return people.only(
        "circle", "circle_chosen_on", "cadence", "cadence_days", "archived_at", "is_deceased",
        "last_contact_on", "next_touch_on",
    )  # fmt: skip


def _write(touches: Iterable[tuple[int, Days]]) -> None:
    """One prepared statement, as the days differ from person to person."""
    as_stored = connection.ops.adapt_datefield_value
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE contacts_contact SET last_contact_on = %s, next_touch_on = %s WHERE id = %s",
            [(as_stored(spoken), as_stored(asked), pk) for pk, (spoken, asked) in touches],
        )


def _as_made() -> Q:
    """Without a conversation and a rhythm, as most people are right after an import."""
    untouched = Q(circle="", cadence="", last_contact_on=None, next_touch_on=None)
    return untouched & Q(~Exists(Participant.objects.filter(contact=OuterRef("pk"))))


@prepared
def _last_two_way_days(ids: Sequence[int]) -> QuerySet[Participant, Any]:
    talks = Participant.objects.filter(TWO_WAY, contact_id__in=among(ids))
    return talks.values_list("contact_id").annotate(Max("interaction__on"))
