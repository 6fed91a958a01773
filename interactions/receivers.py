"""What interactions does when the room below announces something."""

from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver

from contacts.signals import people_changed, people_leaving
from interactions import parting
from interactions.indexing import PROMISES, index_conversations_with, index_events_with
from interactions.models import FollowUp
from interactions.signals import promise_changed
from interactions.touching import retouch


@receiver(people_changed)
def follow_people(contact_ids: Iterable[int], **_facts: Any) -> None:
    """Another circle or cadence, or being archived, moves the day of the next word;
    another name is to be found where they are expected and where they took part."""
    retouch(contact_ids)
    index_events_with(contact_ids)
    index_conversations_with(contact_ids)


@receiver(promise_changed)
def find_promise(follow_up: FollowUp, **_facts: Any) -> None:
    """Its words and its day are found as they are now."""
    PROMISES.index([follow_up])


@receiver(people_leaving)
def part_with(contact_ids: Iterable[int], **_facts: Any) -> None:
    """A conversation with nobody else goes too; where others were, the table stays as large."""
    parting.part_with(contact_ids)
