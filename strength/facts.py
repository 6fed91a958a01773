"""Plain facts about a history that the sums have forgotten, and dormancy, which rests on them."""

from dataclasses import dataclass
from datetime import date, timedelta

from strength.events import History, last_reset
from strength.weights import STRONG_FROM

INTERVAL_OF_ONE_DAY = 45.0  # days; design: assumed while only one day in touch is known
DORMANT_INTERVALS = 8  # usual intervals of silence, after Navarro et al. (2017)
DORMANT_AT_LEAST_DAYS = 180  # design
DORMANT_AT_MOST_DAYS = 1095  # three years, after Levin, Walter and Murnighan (2011)


@dataclass(frozen=True, slots=True)
class Facts:
    """Counted up to a day; a day in touch is one with a held two-way conversation."""

    first_day: date | None = None
    last_two_way_day: date | None = None
    days_in_touch: int = 0
    days_in_touch_last_year: int = 0
    rating_count: int = 0  # since the last reset
    rating_since: date | None = None  # day of the last reset
    given_count: int = 0
    received_count: int = 0


def facts_of(history: History, today: date) -> Facts:
    days = {touch.on for touch in history.touches if touch.answered and touch.on <= today}
    since = last_reset(history.ratings, today)
    given = [favour.given for favour in history.favours if favour.on <= today]
    year_ago = today - timedelta(days=365)
    return Facts(
        first_day=min(days, default=None),
        last_two_way_day=max(days, default=None),
        days_in_touch=len(days),
        days_in_touch_last_year=sum(day > year_ago for day in days),
        rating_count=sum(
            rated.precision() > 0 and (since or date.min) <= rated.on <= today
            for rated in history.ratings
        ),
        rating_since=since,
        given_count=given.count(True),
        received_count=given.count(False),
    )


def usual_interval(first: date, last: date, days_in_touch: int) -> float:
    """Mean days from one day in touch to the next."""
    if days_in_touch < 2:
        return INTERVAL_OF_ONE_DAY
    return (last - first).days / (days_in_touch - 1)


def dormant_after(first: date, last: date, days_in_touch: int) -> float:
    """Days of silence that make this tie dormant."""
    usual = usual_interval(first, last, days_in_touch)
    return min(DORMANT_AT_MOST_DAYS, max(DORMANT_AT_LEAST_DAYS, DORMANT_INTERVALS * usual))


def is_dormant(first: date | None, last: date | None, days_in_touch: int, today: date) -> bool:
    """Whether a tie that once was has been silent for far longer than usual."""
    if first is None or last is None:
        return False
    return (today - last).days >= dormant_after(first, last, days_in_touch)


def is_dormant_strong(facts: Facts, score_at_last_contact: float | None, today: date) -> bool:
    was_strong = score_at_last_contact is not None and score_at_last_contact >= STRONG_FROM
    return was_strong and is_dormant(
        facts.first_day, facts.last_two_way_day, facts.days_in_touch, today
    )
