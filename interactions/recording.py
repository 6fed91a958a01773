"""Conversations entered, changed, thrown away and brought back: the only writers of them.

Every act is one transaction, brings the last contact and the search up to date, and announces
everyone who was or is part of it.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from accounts.models import User
from contacts.models import Contact
from interactions.indexing import CONVERSATIONS
from interactions.kinds import Channel, Source
from interactions.models import Interaction, Participant
from interactions.signals import interaction_recorded
from interactions.touching import retouch


@transaction.atomic
def record(
    owner: User,
    people: Iterable[Contact],
    on: dt.date,
    channel: str = Channel.IN_PERSON,
    **facts: Any,
) -> Interaction:
    """A conversation of `owner` with `people`; `facts` are the other columns of Interaction."""
    interaction = Interaction(owner=owner, on=on, channel=channel, **facts)
    record_many(owner, [(interaction, people)])
    return interaction


@transaction.atomic
def record_many(
    owner: User, conversations: Sequence[tuple[Interaction, Iterable[Contact]]]
) -> None:
    """Store unsaved conversations with those who took part, announced together."""
    interactions = [interaction for interaction, _ in conversations]
    Interaction.objects.bulk_create(interactions)
    present = [
        Participant(interaction=interaction, contact_id=contact_id)
        for interaction, people in conversations
        for contact_id in dict.fromkeys(person.pk for person in people)
    ]
    Participant.objects.bulk_create(present)
    CONVERSATIONS.index(interactions)
    since = min(map(_bears_on, interactions), default=dt.date.max)
    _settle(owner, {participant.contact_id for participant in present}, since)


@transaction.atomic
def revise(
    interaction: Interaction, people: Iterable[Contact] | None = None, **facts: Any
) -> Interaction:
    """Change what `facts` name, and who took part where `people` is given."""
    interaction.lock()
    before_on = interaction.on
    for name, value in facts.items():
        setattr(interaction, name, value)
    interaction.save()
    before = _present(interaction)
    if people is not None:
        # set() keeps the rows of those who stay, and with them who declined to be rated
        interaction.people.set(people)
    CONVERSATIONS.index([interaction])
    since = min(before_on, _bears_on(interaction))
    _settle(interaction.owner, before | _present(interaction), since)
    return interaction


@transaction.atomic
def trash(interaction: Interaction) -> None:
    interaction.lock()
    interaction.trash()
    CONVERSATIONS.index([interaction])
    _settle(interaction.owner, _present(interaction), _bears_on(interaction))


@transaction.atomic
def restore(interaction: Interaction) -> None:
    interaction.lock()
    interaction.restore()
    CONVERSATIONS.index([interaction])
    _settle(interaction.owner, _present(interaction), _bears_on(interaction))


@transaction.atomic
def remove_estimates(contact: Contact) -> int:
    """Drop what was estimated from a rhythm with this person; how many conversations it was.

    They were never entered one by one, so they leave for good rather than to the trash.
    """
    estimates = Interaction.objects.of(contact.owner).filter(
        source=Source.ESTIMATE, participants__contact=contact
    )
    ids = set(estimates.values_list("pk", flat=True))
    if ids:
        people = set(
            Participant.objects.filter(interaction__in=ids).values_list("contact_id", flat=True)
        )
        Interaction.objects.of(contact.owner).filter(pk__in=ids).delete()
        _settle(contact.owner, people, dt.date.min)
    return len(ids)


def _present(interaction: Interaction) -> set[int]:
    return set(interaction.participants.values_list("contact_id", flat=True))


def _bears_on(interaction: Interaction) -> dt.date:
    """The first day on which anything may look different: with an estimate, one has known somebody
    for as long as one can remember.
    """
    return dt.date.min if interaction.source == Source.ESTIMATE else interaction.on


def _settle(owner: User, contact_ids: set[int], since: dt.date) -> None:
    retouch(contact_ids)
    interaction_recorded.send(
        sender=Interaction, owner=owner, contact_ids=sorted(contact_ids), since=since
    )
