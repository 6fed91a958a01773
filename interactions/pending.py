"""Introductions that came to a halt: nobody answered, nobody wrote, or nobody said they met."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from accounts.models import User
from interactions.models import Introduction
from interactions.wording import ago
from netcrm.lib.prepared import prepared

ANSWER_WITHIN = 7  # days: whoever is busy answers within a week; asking sooner is pressing
MAKE_WITHIN = 1  # day: a yes is fresh the day after, and both are waiting
MEET_WITHIN = 14  # days: what two calendars need to find an hour
FORGOTTEN_AFTER = 90  # days: later asking would surprise; it stays in the list of introductions
MOST = 5  # on Today; all of them are one step away
PEOPLE = ("introducer", "first", "second")
SHOWN = (
    *("uid", "asked_on", "first_agreed_on", "second_agreed_on", "declined_on", "made_on", "met_on"),
    *(f"{each}__{column}" for each in PEOPLE for column in ("uid", "name", "is_self")),
)


def introductions_waiting(user: User, today: dt.date) -> Sequence[Introduction]:
    """Those about which something is to be done or told, the oldest first."""
    within = (FORGOTTEN_AFTER, ANSWER_WITHIN, MAKE_WITHIN, MEET_WITHIN)
    return _halted(user, *(today - dt.timedelta(days=days) for days in within))


@prepared
def _halted(
    user: User, oldest: dt.date, asked_by: dt.date, yes_by: dt.date, made_by: dt.date
) -> QuerySet[Introduction]:
    is_open = Q(made_on=None, declined_on=None)
    is_silent = Q(first_agreed_on=None) | Q(second_agreed_on=None)
    asked = Q(asked_on__range=(oldest, asked_by))
    agreed = Q(first_agreed_on__lte=yes_by, second_agreed_on__lte=yes_by)
    of_late = Q(first_agreed_on__gte=oldest) | Q(second_agreed_on__gte=oldest)
    made = Q(made_on__range=(oldest, made_by), met_on=None, result="")
    halted = (is_open & ((is_silent & asked) | (agreed & of_late))) | made
    waiting = Introduction.objects.of(user).living().filter(halted).with_people()
    return waiting.only(*SHOWN).order_by("asked_on", "id")[:MOST]


def waiting_words(introduction: Introduction, today: dt.date) -> str:
    """What it waits for, and since when."""
    if introduction.made_on:
        said = gettext("introduced %(ago)s: did they meet?")
        return said % {"ago": ago(introduction.made_on, today)}
    if introduction.is_agreed:
        return _agreed_words(introduction, today)
    silent = [
        person.name
        for person, agreed_on in (
            (introduction.first, introduction.first_agreed_on),
            (introduction.second, introduction.second_agreed_on),
        )
        if agreed_on is None
    ]
    facts = {"ago": ago(introduction.asked_on, today), "names": gettext(" and ").join(silent)}
    return gettext("asked %(ago)s, no word yet about %(names)s") % facts


def _agreed_words(introduction: Introduction, today: dt.date) -> str:
    days = (introduction.first_agreed_on, introduction.second_agreed_on)
    facts = {"ago": ago(max(day for day in days if day), today),
             "name": introduction.introducer.name}  # fmt: skip
    if introduction.introducer.is_self:
        return gettext("both agreed %(ago)s: write to them") % facts
    return gettext("agreed %(ago)s: %(name)s has yet to write") % facts
