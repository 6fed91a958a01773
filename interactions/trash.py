"""What happened, in the trash: thirty days to change one's mind, as with people."""

import datetime as dt

from contacts.trash import delete_expired
from interactions.models import Event, FollowUp, Help, Interaction, Introduction


def purge(now: dt.datetime) -> int:
    """Delete for good what has been in the trash for thirty days, of every user; how many
    conversations, promises, events, introductions and favours.

    Nobody's last contact or strength moves: both left with the conversation when it was thrown
    away.
    """
    kinds = (Interaction, FollowUp, Help, Introduction, Event)
    return sum(delete_expired(kind._default_manager.all(), now) for kind in kinds)
