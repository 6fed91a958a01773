"""Conversations in the trash: thirty days to change one's mind, as with people."""

import datetime as dt

from contacts.trash import KEPT
from interactions.models import Interaction


def purge(now: dt.datetime) -> int:
    """Delete for good what has been in the trash for thirty days, of every user; how many.

    Nobody's last contact or strength moves: both left with the conversation when it was thrown
    away.
    """
    expired = Interaction.objects.filter(deleted_at__lte=now - KEPT)
    count = expired.count()
    expired.delete()
    return count
