"""What happened, in the trash: thirty days to change one's mind, as with people."""

import datetime as dt

from contacts.trash import KEPT
from interactions.models import Event, Help, Interaction, Introduction


def purge(now: dt.datetime) -> int:
    """Delete for good what has been in the trash for thirty days, of every user; how many
    conversations, events, introductions and favours.

    Nobody's last contact or strength moves: both left with the conversation when it was thrown
    away.
    """
    count = 0
    for kind in (Interaction, Help, Introduction, Event):
        expired = kind._default_manager.filter(deleted_at__lte=now - KEPT)
        count += expired.count()
        expired.delete()
    return count
