"""What strength does when the rooms below announce something."""

from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver

from contacts.signals import people_changed
from interactions.signals import interaction_recorded
from strength.rescoring import rescore


@receiver([people_changed, interaction_recorded])
def bring_up_to_date(contact_ids: Iterable[int], **_facts: Any) -> None:
    """In the same transaction, so that no page ever shows an event without its effect."""
    rescore(contact_ids)
