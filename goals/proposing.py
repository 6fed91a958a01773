"""A goal to close the gap that a need shows: the form opens with it."""

import datetime as dt
from math import ceil
from typing import Any

from django.utils.translation import gettext

from goals.kinds import Counted, Sought
from goals.milestones import TARGET, TARGET_STEP, realistic_target
from goals.models import Need
from netcrm.lib.folding import fold
from strength.histories import history_of
from strength.scoring import score
from strength.summing import sums_at

HALF_A_YEAR = dt.timedelta(days=182)
SERVES_FULLY = 70  # points; as network.needs has it for what travels on trust
WANTED = 3  # first meetings: design, few enough for half a year


def goal_for(need: Need, today: dt.date) -> dict[str, Any]:
    """Grow close to the one person, or meet some more people of this description."""
    begun = {"aspiration": need.aspiration.uid, "due_on": today + HALF_A_YEAR}
    if need.sought == Sought.PERSON:
        return begun | {
            "title": gettext("A relationship with %(name)s") % {"name": need.who},
            "counts": Counted.STRENGTH,
            "target_strength": _target(need, today),
            "person": str(need.person.uid) if need.person else "",
        }
    return begun | {
        "title": gettext("Meet people: %(who)s") % {"who": need.who},
        "counts": Counted.FIRST_MEETINGS,
        "wanted": WANTED,
        **_people(need),
    }


def _target(need: Need, today: dt.date) -> int:
    """As far towards serving fully as easy meetings lead, and a step above today's in any case."""
    if need.person is None:
        return round(TARGET)
    sums = sums_at(history_of(need.person), today)
    above = (ceil(score(sums).score / TARGET_STEP) + 1) * TARGET_STEP
    reachable = min(SERVES_FULLY, realistic_target(sums, HALF_A_YEAR.days))
    return min(100, max(round(TARGET), reachable, above))


def _people(need: Need) -> dict[str, str]:
    """The same people in the people filter, which goes by the same names; tags by their slugs."""
    return {need.sought: fold(need.value)[:100] if need.sought == Sought.TAG else need.value}
