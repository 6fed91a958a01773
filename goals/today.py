"""The goals that ask for a step today: those at risk, and those whose line names this weekday."""

import datetime as dt
from dataclasses import dataclass

from accounts.models import User
from goals.models import Goal, GoalQuerySet
from goals.progress import Progress, all_progress
from goals.standing import Standing
from netcrm.lib.prepared import prepared

MOST = 5  # more than that is no day's work
URGENT = {Standing.BEHIND, Standing.AT_RISK}


@dataclass(frozen=True, slots=True)
class Asked:
    progress: Progress
    is_reminded: bool  # by its if-then line, today

    @property
    def is_urgent(self) -> bool:
        return self.progress.standing in URGENT


def goals_asking(user: User, today: dt.date) -> list[Asked]:
    """Behind first, then at risk, then those that are only reminded of."""
    asked = [
        Asked(progress, _is_reminded(progress, today))
        for progress in all_progress(_begun(user, today), today)
    ]
    return [each for each in asked if each.is_urgent or each.is_reminded][:MOST]


@prepared
def _begun(user: User, today: dt.date) -> GoalQuerySet:
    begun = Goal.objects.of(user).active().filter(starts_on__lte=today)
    whole = begun.select_related("owner", "person", "recount")
    return whole.prefetch_related("left_out", "steps")


def _is_reminded(progress: Progress, today: dt.date) -> bool:
    """Whoever has done enough is left in peace."""
    goal = progress.goal
    is_settled = progress.standing in {Standing.ACHIEVED, Standing.MISSED}
    return goal.remind_weekday == today.weekday() and bool(goal.then_what) and not is_settled
