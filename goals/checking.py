"""What to mend in a goal, from what it says and from what the log knows of the past."""

import datetime as dt

from goals import milestones
from goals.advising import COMPARED_PERIODS, Advice, Draft, advise
from goals.describing import narrowed_words
from goals.kinds import Counted
from goals.models import Goal
from goals.narrowing import CHANNELS
from goals.periods import Rhythm
from goals.progress import counts_before
from goals.relationships import acquainted
from strength.summing import sums_at

# Specific enough by themselves.
NARROW = {
    Counted.STRENGTH, Counted.FIRST_MEETINGS, Counted.EVENTS, Counted.NEW_CONTACTS, Counted.BRAND,
}  # fmt: skip


def advice_on(goal: Goal, today: dt.date) -> list[Advice]:
    """In the order of the letters; the goal need not be stored."""
    is_strength = goal.counts == Counted.STRENGTH
    draft = Draft(
        counts=goal.counts or None,
        is_narrowed=bool(narrowed_words(goal)) or goal.counts in NARROW,
        has_channels=goal.counts in CHANNELS,
        wanted=None if is_strength else goal.wanted or None,
        target=goal.target_strength if is_strength else None,
        rhythm=Rhythm(goal.rhythm) if goal.rhythm else None,
        due_on=goal.due_on,
        has_aspiration=goal.aspiration is not None,
        has_next_step=bool(goal.next_step),
        has_if_then=bool(goal.if_when and goal.then_what),
    )
    route, instead = _way(goal, today)
    return advise(draft, today, _past(goal, today), route, instead)


def _past(goal: Goal, today: dt.date) -> list[int]:
    if not goal.counts or goal.counts == Counted.STRENGTH or not (goal.rhythm or goal.due_on):
        return []
    if goal.due_on and goal.due_on < goal.starts_on:
        return []
    return counts_before(goal, today, COMPARED_PERIODS)


def _way(goal: Goal, today: dt.date) -> tuple[milestones.Route | None, int | None]:
    """To the person who is chosen, else to one met once, by the day that is."""
    if goal.counts != Counted.STRENGTH or not goal.due_on:
        return None, None
    days = (goal.due_on - today).days
    if days < 0:
        return None, None
    target = float(goal.target_strength or milestones.TARGET)
    if goal.person is None:
        sums, lacking = milestones.after_one_meeting(today), milestones.LEAST_MEETINGS - 1
    else:
        known = acquainted([goal.person])
        sums, lacking = sums_at(known.past[goal.person.pk], today), known.lacking(goal.person.pk)
    route = milestones.route(sums, days, target, lacking)
    return route, milestones.realistic_target(sums, days)
