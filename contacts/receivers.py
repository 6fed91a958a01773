"""What contacts does when the room below announces something."""

from typing import Any

from django.dispatch import receiver

from accounts.models import User
from accounts.signals import name_changed
from contacts.selves import rename_self


@receiver(name_changed)
def call_oneself_the_same(user: User, **_facts: Any) -> None:
    rename_self(user)
