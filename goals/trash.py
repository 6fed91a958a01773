"""The trash of this room: thirty days to change one's mind, as with people."""

import datetime as dt

from contacts.trash import delete_expired
from goals import brand, outcomes
from goals.models import Aspiration, Goal, Need


def purge(now: dt.datetime) -> int:
    """Delete for good what was in the trash for thirty days, of every user; how many.

    An aspiration takes its needs with it; its goals and outcomes stay, without it.
    """
    kinds = (Goal.objects, Need.with_trashed, Aspiration.objects)
    others = sum(delete_expired(kind.all(), now) for kind in kinds)
    return outcomes.purge(now) + brand.purge(now) + others
