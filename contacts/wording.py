"""The sentences around the list of people."""

import datetime as dt
from collections.abc import Mapping

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from contacts.filtering import ARCHIVED, BEST, LAST, NAME, STARRED, STRENGTH, PeopleFilter
from contacts.listing import COUNTED, Listing
from contacts.queries import misread


def counted(found: Listing) -> str:
    """ "12 people", "50 of 230", "50 of 1,000+" beyond what is counted, "50 of many" uncounted."""
    shown, total = len(found.lines), found.total
    if total is None:
        return _("%(shown)s of many") % {"shown": shown}
    if total == shown:
        return ngettext("%(number)s person", "%(number)s people", total) % {"number": total}
    number = number_format(min(total, COUNTED), force_grouping=True)
    plus = "+" if total > COUNTED else ""
    return _("%(shown)s of %(number)s") % {"shown": shown, "number": number + plus}


def number_found(number: int, *, is_more: bool) -> str:
    """ "12"; "100+" where there are more than are counted."""
    return number_format(number, force_grouping=True) + ("+" if is_more else "")


def order_words(wanted: PeopleFilter) -> str:
    sort = wanted.sort or (BEST if wanted.query.words else STRENGTH)
    return {
        BEST: _("names first, then by strength"),
        STRENGTH: _("strongest first"),
        f"-{STRENGTH}": _("weakest first"),
        NAME: _("by family name"),
        f"-{NAME}": _("by family name, backwards"),
        LAST: _("latest contact first"),
        f"-{LAST}": _("longest ago first"),
    }[sort]


def staleness(user: User) -> str:
    """Of which day the stored strengths are; the numbers shown are of today all the same."""
    day = user.strength_as_of
    if day is None or day == user.today() - dt.timedelta(days=1):
        return _("order as of yesterday")
    return _("order as of %(day)s") % {"day": date_format(day, user.date_format)}


# What an operator of the search takes, for those who wrote something else behind it.
TAKES: Mapping[str, str | Promise] = {
    "strength": gettext_lazy("“strength:” takes a number, as in strength:<40."),
    "last": gettext_lazy("“last:” takes a time, as in last:>90d, or “never”."),
    "circle": gettext_lazy("“circle:” takes inner, close, active, wider, outer or none."),
    "role": gettext_lazy("“role:” takes what they are to you, as in role:mentor."),
    "benefit": gettext_lazy("“benefit:” takes what they may bring, as in benefit:mentorship."),
}


def hint(text: str) -> str:
    """What to write instead, where the search did not understand a condition."""
    operator = misread(text)
    return (
        str(TAKES.get(operator, _("A word is missing behind “%s:”.") % operator))
        if operator
        else ""
    )


def nothing_found(wanted: PeopleFilter) -> str:
    if said := hint(wanted.text):
        return said
    if wanted.text:
        return _("Nobody found for “%(text)s”.") % {"text": wanted.text}
    if wanted.is_narrowed:
        return _("Nobody fits these filters.")
    if wanted.view == ARCHIVED:
        return _("Nobody is archived. Archived people keep their history and ask for nothing.")
    if wanted.view == STARRED:
        return _("Nobody is starred yet. Star a person on their page to find them here.")
    return ""
