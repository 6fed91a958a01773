"""What planning does when the rooms below announce something."""

from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver

from accounts.models import User
from contacts.signals import people_changed
from interactions.signals import interaction_recorded, promise_changed
from planning.settling import ask, follow


@receiver(people_changed)
def ask_anew(owner: User, **_facts: Any) -> None:
    ask(owner)


@receiver([interaction_recorded, promise_changed])
def follow_what_happened(owner: User, contact_ids: Iterable[int], **_facts: Any) -> None:
    """Cards close by themselves when one has done elsewhere what they asked for."""
    follow(owner, list(contact_ids))
    ask(owner)
