"""What strength does when the rooms below announce something."""

from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver

from contacts.signals import people_changed
from interactions.signals import interaction_recorded
from strength.rating import realign
from strength.rescoring import rescore


@receiver(people_changed)
def rescore_people(contact_ids: Iterable[int], **_facts: Any) -> None:
    """In the same transaction, so that no page ever shows a fact without its effect."""
    rescore(contact_ids)


@receiver(interaction_recorded)
def follow_conversation(contact_ids: Iterable[int], **_facts: Any) -> None:
    """Ratings move and go with their conversation; then everyone in it is rescored."""
    ids = list(contact_ids)
    realign(ids)
    rescore(ids)
