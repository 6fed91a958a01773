"""A goal to close the gap that a need shows: the form opens with it."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext

from goals.kinds import Counted, Sought
from goals.milestones import TARGET
from goals.models import Need
from netcrm.lib.folding import fold

HALF_A_YEAR = dt.timedelta(days=182)
WANTED = 3  # first meetings: design, few enough for half a year


def goal_for(need: Need, today: dt.date) -> dict[str, Any]:
    """Grow close to the one person, or meet some more people of this description."""
    begun = {"aspiration": need.aspiration.uid, "due_on": today + HALF_A_YEAR}
    if need.sought == Sought.PERSON:
        return begun | {
            "title": gettext("A relationship with %(name)s") % {"name": need.who},
            "counts": Counted.STRENGTH,
            "target_strength": round(TARGET),
            "person": str(need.person.uid) if need.person else "",
        }
    return begun | {
        "title": gettext("Meet people: %(who)s") % {"who": need.who},
        "counts": Counted.FIRST_MEETINGS,
        "wanted": WANTED,
        **_people(need),
    }


def _people(need: Need) -> dict[str, str]:
    """The same people in the people filter, which goes by the same names; tags by their slugs."""
    return {need.sought: fold(need.value)[:100] if need.sought == Sought.TAG else need.value}
