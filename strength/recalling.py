"""Scores of the past, from the events: stored sums run forwards only."""

from collections import defaultdict
from datetime import date, timedelta

from strength.events import History, contact_days, rating_days
from strength.facts import facts_of
from strength.forecasting import even_steps
from strength.scoring import Strength, score
from strength.summing import Factors, Sums, fading, of_contact, of_favour, of_rating, sums_at
from strength.weights import DEFAULT, LANDMARK, Weights


def strength_on(history: History, day: date, weights: Weights = DEFAULT) -> Strength:
    return score(sums_at(history, day, weights), weights)


def score_at_last_contact(
    history: History, today: date, weights: Weights = DEFAULT
) -> float | None:
    """Score at the end of the day of the last two-way conversation, None without one."""
    last = facts_of(history, today).last_two_way_day
    return None if last is None else strength_on(history, last, weights).score


def curve(
    history: History, start: date, end: date, points: int = 120, weights: Weights = DEFAULT
) -> list[tuple[date, float]]:
    """Scores from start to end, both included, on at most so many evenly spread days."""
    changes = _changes(history, end, weights)
    resets = {rated.on for rated in history.ratings if rated.changed_things}
    ahead = sorted(changes.keys() | {day for day in resets if day <= end}, reverse=True)
    sums = Sums(history=history.known_before(weights))
    walked = []
    for step in even_steps((end - start).days, points):
        day = start + timedelta(days=step)
        while ahead and ahead[-1] <= day:
            passed = ahead.pop()
            kept = sums.without_ratings() if passed in resets else sums
            sums = kept.plus(changes[passed])
        walked.append((day, score(sums.brought_to(day, weights), weights).score))
    return walked


def _changes(history: History, until: date, weights: Weights) -> dict[date, Sums]:
    """What each day adds to the sums, seen from the landmark."""

    def since_landmark(day: date) -> Factors:
        return fading((LANDMARK - day).days, weights)

    changes: dict[date, Sums] = defaultdict(Sums)
    for day, credit in contact_days(history.touches, until, weights).items():
        changes[day] = changes[day].plus(of_contact(credit, since_landmark(day)))
    for day, (precision, mean) in rating_days(history.ratings, until, weights).items():
        changes[day] = changes[day].plus(of_rating(precision, mean, since_landmark(day)))
    for favour in history.favours:
        if favour.on <= until:
            more = of_favour(favour, since_landmark(favour.on))
            changes[favour.on] = changes[favour.on].plus(more)
    return changes
