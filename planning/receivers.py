"""What planning does when the rooms below announce something."""

from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver

from accounts.models import User
from contacts.signals import people_changed
from interactions.signals import event_changed, interaction_recorded, promise_changed
from network.signals import network_assessed
from planning.settling import ask, follow
from strength.signals import rating_changed


# What is wanted comes with the assessment, which is computed anew whenever that changes.
@receiver([people_changed, event_changed, promise_changed, rating_changed, network_assessed])
def ask_anew(owner: User, **_facts: Any) -> None:
    ask(owner)


@receiver(interaction_recorded)
def follow_what_happened(owner: User, contact_ids: Iterable[int], **_facts: Any) -> None:
    """Cards close by themselves when one has done elsewhere what they asked for."""
    ask(owner)  # first, as drawing up locks the plan before its cards: neither waits for the other
    follow(owner, list(contact_ids))
