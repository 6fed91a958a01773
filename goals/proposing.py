"""A goal to close the gap that a need shows: the form opens with it."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext

from goals.kinds import Counted, Sought
from goals.milestones import TARGET
from goals.models import Need

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
    """The same people in the people filter; a seniority has no filter of its own."""
    match need.sought:
        case Sought.ROLE | Sought.TAG:
            return {need.sought: need.value}
        case Sought.ORGANISATION:
            return {"q": f'company:"{need.value}"'}
        case Sought.PLACE:
            return {"q": f'city:"{need.value}"'}
        case Sought.INDUSTRY:
            return {"q": need.value}
    return {}
