"""Conversations presumed for people met long before the first one was logged."""

from datetime import date, timedelta

from strength.events import Touch
from strength.weights import DAYS_PER_YEAR


def estimated_touches(
    every_days: int, until: date, known_since: date | None = None, years: float = 3
) -> list[Touch]:
    """Normal meetings in person at one rhythm, newest first: the last contact and back from it.

    They reach so many years back, but not before the acquaintance. The caller marks them as
    estimated, shows them as such and removes them together.
    """
    if every_days < 1:
        raise ValueError("a rhythm is one day or longer")
    earliest = until - timedelta(days=int(years * DAYS_PER_YEAR))
    if known_since is not None:
        earliest = max(earliest, known_since)
    span = (until - earliest).days
    return [Touch(until - timedelta(days=past)) for past in range(0, span + 1, every_days)]
