"""Goals to begin from: the form opens with these words, and everything can be changed."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goals.kinds import Counted
from goals.milestones import TARGET

HALF_A_YEAR = 182  # days


@dataclass(frozen=True, slots=True)
class ReadyMade:
    name: str
    title: Promise
    icon: str
    why: Promise
    facts: dict[str, Any]
    days: int = 0  # until it is to be reached; 0 for one that comes round

    def initial(self, today: dt.date) -> dict[str, Any]:
        due = today + dt.timedelta(days=self.days) if self.days else None
        return {"title": str(self.title), "due_on": due} | {
            name: str(value) if isinstance(value, Promise) else value
            for name, value in self.facts.items()
        }


READY_MADE = (
    ReadyMade(
        "event",
        _("One networking event a month"),
        "calendar-plus",
        _("New people come from where you have not been yet."),
        {
            "counts": Counted.EVENTS,
            "wanted": 1,
            "rhythm": "month",
            "next_step": _("Look for an event in the coming weeks"),
            "if_when": _("it is the first Monday of the month"),
            "then_what": _("I choose an event and sign up"),
            "remind_weekday": 0,
        },
    ),
    ReadyMade(
        "contact",
        _("One new contact a week"),
        "user-plus",
        _("A small, steady step; each person counts once, answered or not."),
        {
            "counts": Counted.NEW_CONTACTS,
            "wanted": 1,
            "rhythm": "week",
            "next_step": _("Choose whom to write to first"),
            "if_when": _("it is Monday at nine"),
            "then_what": _("I write to one new person"),
            "remind_weekday": 0,
        },
    ),
    ReadyMade(
        "mentor",
        _("A relationship with a mentor or industry leader"),
        "sprout",
        _("Within six months, at about one good meeting a month."),
        {
            "counts": Counted.STRENGTH,
            "target_strength": round(TARGET),
            "benefit": "mentorship",
            "next_step": _("List three people I would like to learn from"),
            "if_when": _("a month has gone by since we met"),
            "then_what": _("I propose the next meeting"),
            "remind_weekday": 0,
        },
        HALF_A_YEAR,
    ),
)


def ready_made(name: str) -> ReadyMade | None:
    return next((each for each in READY_MADE if each.name == name), None)
