"""Plain makers of histories."""

from datetime import date, timedelta

from strength.events import History, Rated, Touch

TODAY = date(2026, 1, 1)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def rated(on: date, answer: float | None, *, changed_things: bool = False) -> Rated:
    return Rated(on, answer, answer, answer, changed_things)


def make_rhythm(
    every_days: int, *, years: float = 3, answer: float | None = None, silent_days: int = 0
) -> History:
    """Meetings at one rhythm, the last one `silent_days` ago, each rated alike."""
    days = [days_ago(silent_days + past) for past in range(0, int(years * 365) + 1, every_days)]
    ratings = () if answer is None else tuple(rated(day, answer) for day in days)
    return History(tuple(Touch(day) for day in days), ratings)
