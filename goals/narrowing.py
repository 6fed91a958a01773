"""By what a goal can be narrowed: that depends on what it counts."""

from goals.kinds import Counted
from goals.rules import MEETINGS, RULES
from interactions.kinds import Channel

CHANNELS: dict[str, tuple[str, ...]] = {
    Counted.CONVERSATIONS: tuple(Channel),
    Counted.NEW_CONTACTS: tuple(Channel),
    Counted.FIRST_MEETINGS: MEETINGS,
}


def takes_channel(counts: str, channel: str) -> bool:
    return channel in CHANNELS.get(counts, ())


def takes_people(counts: str) -> bool:
    """Whether the things counted, or the relationship sought, are with people."""
    return counts == Counted.STRENGTH or (counts in RULES and bool(RULES[counts].people))
