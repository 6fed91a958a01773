"""Birthdays and other days that come round soon, in words."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext, ngettext

from contacts.anniversaries import Anniversary, next_anniversary
from contacts.models import Contact, ImportantDate
from interactions.wording import THIS_WEEK
from netcrm.lib.days import in_order

SOON = 14  # days: time enough to think of a present; design


def coming(person: Contact, dates: Iterable[ImportantDate], today: dt.date) -> list[str]:
    """What comes round within two weeks, the nearest first."""
    if person.is_deceased:
        return []
    found = [
        (next_one, date.label)
        for date in dates
        if (next_one := next_anniversary(date.day, today)) and (next_one.on - today).days <= SOON
    ]
    return [said(label, next_one, today) for next_one, label in sorted(found)]


def said(label: str, comes: Anniversary, today: dt.date) -> str:
    """ "birthday on Sunday, turns 39", "wedding tomorrow, 10 years"."""
    is_birthday = label.casefold() == ImportantDate.BIRTHDAY
    what = gettext("birthday") if is_birthday else label
    facts = {"what": what, "when": _when(comes.on, today)}
    words = gettext("%(what)s %(when)s") % facts
    if not comes.years:
        return words
    if is_birthday:
        return gettext("%(words)s, turns %(years)s") % {"words": words, "years": comes.years}
    after = ngettext("%(words)s, %(years)s year", "%(words)s, %(years)s years", comes.years)
    return after % {"words": words, "years": comes.years}


def _when(on: dt.date, today: dt.date) -> str:
    days = (on - today).days
    if days < 2:
        return gettext("tomorrow") if days else gettext("today")
    return gettext("on %(day)s") % {"day": in_order(on, "l" if days < THIS_WEEK else "j F")}
