"""When the rooms below announce something, the assessment is to be computed anew."""

from typing import Any

from django.dispatch import receiver

from accounts.models import User
from contacts.signals import organisation_changed, people_changed
from goals.signals import wants_changed
from interactions.signals import interaction_recorded, introduction_changed
from network.snapshots import ask
from strength.signals import rating_changed


@receiver(
    [
        *(people_changed, organisation_changed, interaction_recorded, introduction_changed),
        *(rating_changed, wants_changed),
    ]
)
def ask_anew(owner: User, **_facts: Any) -> None:
    ask(owner)
