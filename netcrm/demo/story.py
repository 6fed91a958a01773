"""What happened between the user and one character over three years, as plain facts."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from interactions.kinds import Channel, Depth
from netcrm.demo.characters import Character

YEARS_TOLD = 3
CHANNELS = (
    (Channel.IN_PERSON, 45),
    (Channel.VIDEO, 20),
    (Channel.PHONE, 15),
    (Channel.MESSAGE, 17),
    (Channel.SOCIAL, 3),
)
TOPICS = {
    Channel.IN_PERSON: (
        "Coffee near the office",
        "Lunch, mostly about hiring",
        "Walk along the river",
        "Whiteboard afternoon",
        "Dinner after the conference",
        "Showed me their new lab",
    ),
    Channel.VIDEO: (
        "Went through the roadmap",
        "Second opinion on pricing",
        "Catching up after the summer",
        "Comparing notes on a supplier",
    ),
    Channel.PHONE: (
        "Quick question, long answer",
        "News about the tender",
        "Called back from a train",
    ),
    Channel.MESSAGE: (
        "Sent an article",
        "Congratulations on the launch",
        "Asked how the move went",
    ),
    Channel.SOCIAL: ("Commented on their talk", "Shared their job advert"),
}
PLACES = ("Café Aurora", "their office", "our office", "Time Out Market", "Hotel lobby", "")
MINUTES = {
    Channel.IN_PERSON: (45, 60, 90, 120),
    Channel.VIDEO: (25, 30, 45),
    Channel.PHONE: (10, 20),
}
PLACED = frozenset({Channel.IN_PERSON})
RATED_SHARE = 0.45


@dataclass(frozen=True, slots=True)
class Talk:
    on: dt.date
    channel: str
    depth: str
    minutes: int | None
    place: str
    subject: str
    is_answered: bool
    rated: tuple[int, int, int] | None


def talks(character: Character, today: dt.date, dice: Random) -> list[Talk]:
    """Oldest first; the last one lies `character.silent` days back."""
    if not character.every:
        return []
    days, back = [], character.silent
    told = min(YEARS_TOLD, character.years) * 365
    while back <= told:
        days.append(today - dt.timedelta(days=back))
        back += max(1, round(character.every * dice.uniform(0.6, 1.5)))
    return [_talk(character, day, dice) for day in reversed(days)]


def _talk(character: Character, on: dt.date, dice: Random) -> Talk:
    channel = dice.choices([c for c, _ in CHANNELS], [share for _, share in CHANNELS])[0]
    minutes = dice.choice(MINUTES[channel]) if channel in MINUTES else None
    is_rated = character.rated is not None and dice.random() < RATED_SHARE and minutes is not None
    return Talk(
        on=on,
        channel=channel,
        depth=Depth.QUICK if minutes is None else "",
        minutes=minutes,
        place=dice.choice(PLACES) if channel in PLACED else "",
        subject=dice.choice(TOPICS[channel]),
        is_answered=channel != Channel.MESSAGE or dice.random() < 0.8,
        rated=_nearby(character.rated, dice) if is_rated and character.rated else None,
    )


def _nearby(steps: tuple[int, int, int], dice: Random) -> tuple[int, int, int]:
    """The usual steps, now and then one off."""
    trust, respect, common = (max(1, min(5, s + dice.choice((-1, 0, 0, 0, 0)))) for s in steps)
    return trust, respect, common
