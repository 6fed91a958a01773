"""The one act that moves a goal, offered where it asks for a step."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from goals.kinds import Counted
from goals.models import Goal
from goals.today import Asked, goals_asking


class Act(NamedTuple):
    word: str | Promise
    icon: str
    url: str
    opens_dialog: bool = False


class GoalToday(NamedTuple):
    asked: Asked
    act: Act


# A page of its own for each; all else is moved by a conversation.
PAGES: Mapping[str, tuple[str | Promise, str, str]] = {
    Counted.EVENTS: (_("Plan an event"), "calendar-plus", "interactions:new_event"),
    Counted.INTRODUCTIONS: (_("Introduce"), "waypoints", "interactions:new_introduction"),
    Counted.BRAND: (_("Record an activity"), "plus", "goals:new_brand_activity"),
    Counted.NEW_PEOPLE: (_("Add a person"), "user-plus", "contacts:new"),
}


def goals_of(user: User, today: dt.date) -> list[GoalToday]:
    asking = goals_asking(user, today)
    return [GoalToday(asked, act_of(asked.progress.goal)) for asked in asking]


def act_of(goal: Goal) -> Act:
    if goal.counts in PAGES:
        word, icon, view = PAGES[goal.counts]
        return Act(word, icon, reverse(view))
    if goal.counts == Counted.HELP:
        return _help(goal)
    if goal.counts == Counted.STRENGTH and goal.person is None:
        return Act(_("Choose the person"), "target", goal.get_absolute_url())
    whom = f"?with={goal.person.uid}" if goal.person else ""
    url = f"{reverse('interactions:log')}{whom}"
    return Act(_("Log"), "message-circle-plus", url, opens_dialog=True)


def _help(goal: Goal) -> Act:
    """Help is noted with whom one helped, who is to be chosen first."""
    if goal.person:
        url = reverse("interactions:help", args=[goal.person.uid])
        return Act(_("Note help"), "hand-heart", url, opens_dialog=True)
    url = f"{reverse('contacts:index')}?{urlencode(goal.people, doseq=True)}".rstrip("?")
    return Act(_("Choose whom to help"), "hand-heart", url)
