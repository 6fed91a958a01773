"""What network does when the rooms below announce something: its assessment is to be computed anew.

What is wanted is not announced: the clock compares the days on which aspirations and needs changed.
"""

from typing import Any

from django.dispatch import receiver

from accounts.models import User
from contacts.signals import people_changed
from interactions.signals import interaction_recorded, introduction_changed
from network.snapshots import ask
from strength.signals import rating_changed


@receiver([people_changed, interaction_recorded, introduction_changed, rating_changed])
def ask_anew(owner: User, **_facts: Any) -> None:
    ask(owner)
