"""By what a goal can be narrowed, and what else says something of it: by what it counts."""

from collections.abc import Iterator, Mapping
from typing import Any

from goals.kinds import Counted
from goals.rules import MEETINGS, RULES
from interactions.kinds import Channel

CHANNELS: dict[str, tuple[str, ...]] = {
    Counted.CONVERSATIONS: tuple(Channel),
    Counted.NEW_CONTACTS: tuple(Channel),
    Counted.FIRST_MEETINGS: MEETINGS,
}
PEOPLE = (
    *("q", "role", "tag", "circle", "benefit"),
    *("seniority", "industry", "place", "organisation"),
)


def takes_channel(counts: str, channel: str) -> bool:
    return channel in CHANNELS.get(counts, ())


def takes_people(counts: str) -> bool:
    """Whether the things counted, or the relationship sought, are with people."""
    return counts == Counted.STRENGTH or (counts in RULES and bool(RULES[counts].people))


def idle(facts: Mapping[str, Any]) -> list[str]:
    """Which answers change nothing about what is counted, by the names of the form's fields."""
    return [name for name in _unasked(facts) if facts.get(name)]


def _unasked(facts: Mapping[str, Any]) -> Iterator[str]:
    counts = facts.get("counts") or ""
    if not counts:
        return
    if counts == Counted.STRENGTH:
        yield from ("wanted", "rhythm")
    else:
        yield "target_strength"
        if facts.get("rhythm"):
            yield "due_on"
    if not takes_channel(counts, facts.get("channel") or ""):
        yield "channel"
    if not takes_people(counts):
        yield "person"
    is_about_one = counts != Counted.STRENGTH and facts.get("person")
    if is_about_one or not takes_people(counts):
        yield from PEOPLE
