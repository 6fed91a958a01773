"""What silence costs and what meetings earn, in closed form from the eight sums of a day."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta

from strength.events import Rated, Touch, day_credit, rating_days
from strength.scoring import score
from strength.summing import Sums, fading, of_contact, of_rating
from strength.weights import BANDS, DEFAULT, Weights

FARTHEST_DAYS = 36500  # design: a century ahead is never
MOST_MEETINGS = 104  # design: twice a week for a year; a plan that needs more is no advice
MEETING = Touch(date.min)  # what "one meeting" means: in person, normal, just the two of you


def score_in(sums: Sums, days: int, weights: Weights = DEFAULT) -> float:
    """Score after so many days of silence."""
    return score(sums.after(days, weights), weights).score


def loss_in(sums: Sums, days: int = 90, weights: Weights = DEFAULT) -> float:
    """Points that so many days of silence cost."""
    return score(sums, weights).score - score_in(sums, days, weights)


def days_until_below(sums: Sums, threshold: float, weights: Weights = DEFAULT) -> int | None:
    """First day of silence that ends below the threshold; 0 when below now, None if never."""
    days = bisect_left(
        range(FARTHEST_DAYS + 1),
        True,
        key=lambda ahead: score_in(sums, ahead, weights) < threshold,
    )
    return days if days <= FARTHEST_DAYS else None


def next_band_down(sums: Sums, weights: Weights = DEFAULT) -> tuple[str, int] | None:
    """The band that silence leads to and the days until then; None in the lowest band."""
    names = [name for name, _ in BANDS]
    place = names.index(score(sums, weights).band)
    # the lowest band starts at 0, which nothing falls below
    days = days_until_below(sums, BANDS[place][1], weights)
    return None if days is None else (names[place + 1], days)


def forecast_curve(
    sums: Sums, today: date, days: int, points: int = 120, weights: Weights = DEFAULT
) -> list[tuple[date, float]]:
    """Scores from today to so many days of silence ahead, both included."""
    steps = even_steps(days, points)
    return [(today + timedelta(days=step), score_in(sums, step, weights)) for step in steps]


def gain_from_meeting(
    sums: Sums, touches_today: Iterable[Touch] = (), weights: Weights = DEFAULT
) -> float:
    """Points that one meeting today earns, on top of what was held today and is in the sums."""
    so_far = [touch.credit(weights) for touch in touches_today]
    more = day_credit([*so_far, MEETING.credit(weights)], weights) - day_credit(so_far, weights)
    with_meeting = sums.plus(of_contact(more, fading(0, weights)))
    return score(with_meeting, weights).score - score(sums, weights).score


def meetings_needed(
    sums: Sums,
    target: float,
    days: int,
    rated_as: float | None = None,
    weights: Weights = DEFAULT,
) -> int | None:
    """Fewest meetings, evenly spread with the last one on the day, that reach the target.

    `days` is how far off that day is; each meeting has a day of its own. With `rated_as`, every
    meeting is rated so (1 to 5). None when even the most that fit do not suffice.
    """
    at_end = sums.after(days, weights)
    for count in range(min(max(days, 1), MOST_MEETINGS) + 1):
        if score(_with_meetings(at_end, count, days, rated_as, weights), weights).score >= target:
            return count
    return None


def even_steps(span: int, points: int) -> list[int]:
    """At most so many whole numbers from 0 to span, both included, evenly spread."""
    count = min(max(points, 2), span + 1)
    if count < 2:
        return [0]
    return [round(place * span / (count - 1)) for place in range(count)]


def _with_meetings(
    at_end: Sums, count: int, days: int, rated_as: float | None, weights: Weights
) -> Sums:
    credit = day_credit([MEETING.credit(weights)], weights)
    answers = Rated(MEETING.on, rated_as, rated_as, rated_as)
    rating = rating_days([answers], MEETING.on, weights).get(MEETING.on)
    for place in range(count):
        factors = fading(place * days // count, weights)
        at_end = at_end.plus(of_contact(credit, factors))
        if rating is not None:
            at_end = at_end.plus(of_rating(*rating, factors))
    return at_end
