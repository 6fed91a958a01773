"""Ten conversations with each person of a bench, as plain rows: instances would take minutes.

For SQLite only: ids are counted on here, and PostgreSQL would not learn of it.
"""

import datetime as dt
import random
import uuid
from collections.abc import Iterable, Iterator, Sequence

from django.db import connection, transaction
from django.db.models import Max, Model
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact, SearchEntry
from interactions.kinds import Channel, Direction, Source, Status
from interactions.models import Interaction, Participant
from strength.rescoring import COLUMNS, rescore

CONVERSATIONS_EACH = 10
COMPUTED = 2000  # people whose strengths are computed; the others take one of theirs
SUBJECTS = ("coffee", "their new role", "the grant", "", "")
CONVERSATION_COLUMNS = (
    *("id", "owner_id", "uid", "created_at", "updated_at", "on", "channel", "subject"),
    *("depth", "direction", "is_answered", "status", "place", "notes", "source"),
)


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[tuple[object, ...]]) -> None:
    marks = ", ".join(["%s"] * len(columns))
    quoted = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{model._meta.db_table}" ({quoted}) VALUES ({marks})',  # noqa: S608 - our own tables
            list(rows),  # type: ignore[arg-type] # whatever the columns hold
        )


def converse(user: User, persons: Sequence[Contact], chance: random.Random) -> None:
    """The latest conversation with each is on the day of the last contact."""
    pk = Interaction.objects.aggregate(last=Max("pk"))["last"] or 0
    pairs = [(person, day) for person in persons for day in _days(person, chance)]
    talks = [_row(pk + number, user, day, chance) for number, (_, day) in enumerate(pairs, start=1)]
    insert(Interaction, CONVERSATION_COLUMNS, talks)
    insert(
        Participant,
        ("interaction_id", "contact_id"),
        ((talk[0], person.pk) for talk, (person, _) in zip(talks, pairs, strict=True)),
    )
    insert(
        SearchEntry,
        ("owner_id", "kind", "target_uid", "title", "text", "phone", "on"),
        ((user.pk, "conversation", talk[2], talk[7], "", "", talk[5]) for talk in talks if talk[7]),
    )


def measure_strengths(user: User) -> None:
    """Compute the first people's strengths and let the others take the columns of one of them."""
    first = Contact.objects.of(user).order_by("pk").values_list("pk", flat=True)[:COMPUTED]
    contact_ids = list(first)
    with transaction.atomic():
        rescore(contact_ids)
    columns = ", ".join(f'"{column}" = model."{column}"' for column in COLUMNS)
    table = Contact._meta.db_table
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f'UPDATE "{table}" SET {columns} FROM "{table}" AS model '  # noqa: S608 - our own tables
            f'WHERE "{table}".id > %s AND model.id = %s + "{table}".id %% %s',
            (contact_ids[-1], contact_ids[0], len(contact_ids)),
        )


def _days(person: Contact, chance: random.Random) -> Iterator[dt.date]:
    day = person.last_contact_on
    for _ in range(CONVERSATIONS_EACH):
        if day is not None:
            yield day
            day -= dt.timedelta(days=chance.randrange(5, 90))


def _row(pk: int, user: User, day: dt.date, chance: random.Random) -> tuple[object, ...]:
    """In the order of `CONVERSATION_COLUMNS`."""
    uid = uuid.UUID(int=chance.getrandbits(128), version=4).hex
    now = timezone.now().isoformat(" ")
    said = (chance.choice(Channel.values), chance.choice(SUBJECTS))
    rest = ("", Direction.MUTUAL.value, True, Status.HELD.value, "", "", Source.HAND.value)
    return (pk, user.pk, uid, now, now, day, *said, *rest)
