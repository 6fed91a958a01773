"""Everything that happened with some people, read from the database into the engine's words.

In statements of our own, the same for SQLite and PostgreSQL: building them anew through the ORM
would take a tenth of the time of a person's page.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection

from contacts.models import Contact
from contacts.partial_dates import earliest_day
from interactions.kinds import Depth, HelpDirection, HelpSize, Status
from interactions.models import Help, Interaction, Participant
from strength.events import Favour, History, Rated, Touch, depth_of_minutes
from strength.models import Rating

# Worth of a favour in medium ones: spec of the model, inputs.
SIZES: Mapping[str, float] = {HelpSize.SMALL: 0.5, HelpSize.MEDIUM: 1.0, HelpSize.LARGE: 2.0}

PRESENT = Participant._meta.db_table
TALKS = Interaction._meta.db_table
TOUCHES = f"""
SELECT present.contact_id, talk."on", talk.channel, talk.depth, talk.minutes, talk.is_answered,
    talk.head_count, (SELECT COUNT(*) FROM {PRESENT} each WHERE each.interaction_id = talk.id)
FROM {PRESENT} present JOIN {TALKS} talk ON talk.id = present.interaction_id
WHERE present.contact_id IN (%s)
    AND talk.status = '{Status.HELD.value}' AND talk.deleted_at IS NULL
"""  # noqa: S608 - our own names only
RATINGS = f"""
SELECT rating.contact_id, rating."on", rating.trust, rating.respect, rating.common,
    rating.changed_things
FROM {Rating._meta.db_table} rating LEFT JOIN {TALKS} talk ON talk.id = rating.interaction_id
WHERE rating.contact_id IN (%s) AND rating.deleted_at IS NULL AND talk.deleted_at IS NULL
"""  # noqa: S608 - our own names only
FAVOURS = f"""
SELECT contact_id, "on", direction, size, share
FROM {Help._meta.db_table} WHERE contact_id IN (%s) AND deleted_at IS NULL
"""  # noqa: S608 - our own names only


def histories(people: Iterable[Contact]) -> dict[int, History]:
    """By the id of the person; of each, all living events whatever their day."""
    known = {person.pk: (earliest_day(person.known_since), person.added_on) for person in people}
    touches, ratings, favours = _touches(known), _ratings(known), _favours(known)
    return {
        contact_id: History(
            tuple(touches[contact_id]),
            tuple(ratings[contact_id]),
            tuple(favours[contact_id]),
            known_since,
            added_on,
        )
        for contact_id, (known_since, added_on) in known.items()
    }


def _touches(ids: Iterable[int]) -> dict[int, list[Touch]]:
    by_person: dict[int, list[Touch]] = defaultdict(list)
    rows = _select(TOUCHES, ids)
    for contact_id, on, channel, depth, minutes, is_answered, heads, present in rows:
        people = max(present, heads or 1)
        by_person[contact_id].append(
            Touch(on, channel, _depth(depth, minutes), people, is_answered)
        )
    return by_person


def _depth(depth: str, minutes: int | None) -> str:
    if depth:
        return depth
    return Depth.NORMAL if minutes is None else depth_of_minutes(minutes)


def _ratings(ids: Iterable[int]) -> dict[int, list[Rated]]:
    by_person: dict[int, list[Rated]] = defaultdict(list)
    for contact_id, *said in _select(RATINGS, ids):
        by_person[contact_id].append(Rated(*said))
    return by_person


def _favours(ids: Iterable[int]) -> dict[int, list[Favour]]:
    by_person: dict[int, list[Favour]] = defaultdict(list)
    for contact_id, on, direction, size, share in _select(FAVOURS, ids):
        given = direction == HelpDirection.GIVEN
        by_person[contact_id].append(Favour(on, given, SIZES[size] * share))
    return by_person


def _select(statement: str, contact_ids: Iterable[int]) -> list[tuple[Any, ...]]:
    ids = list(contact_ids)
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(statement % ", ".join(["%s"] * len(ids)), ids)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def history_of(person: Contact) -> History:
    return histories([person])[person.pk]
