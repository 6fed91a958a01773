"""Ideas how one might help a person, from what is known of them and what was between you."""

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from contacts.models import Contact, Interest
from interactions.kinds import HelpDirection, Promiser
from interactions.models import FollowUp, Help

MOST = 3  # more would be a list to work off
OWING = 2  # favours received more than given, from which on it is worth a word


class Idea(NamedTuple):
    sentence: str
    href: str
    word: str


def ideas(person: Contact, favours: Sequence[Help]) -> list[Idea]:
    """The few best, the surest first; `favours` are those between oneself and `person`."""
    found = [*_kept_promise(person), *_returned(person, favours), *_of_interest(person)]
    return found[:MOST]


def _kept_promise(person: Contact) -> list[Idea]:
    mine = FollowUp.objects.of(person.owner).open().filter(contact=person, by=Promiser.ME)
    promise = mine.by_day().first()
    if promise is None:
        return []
    sentence = gettext("Keep what you promised: %(what)s.") % {"what": promise.what}
    return [Idea(sentence, _noting(person, promise.what), gettext("Done: note it as help"))]


def _returned(person: Contact, favours: Sequence[Help]) -> list[Idea]:
    given = sum(each.direction == HelpDirection.GIVEN for each in favours)
    if len(favours) - 2 * given < OWING:
        return []
    sentence = gettext("They helped you more often than you them: ask what they could use.")
    return [Idea(sentence, reverse("interactions:promise", args=[person.uid]), gettext("Plan it"))]


def _of_interest(person: Contact) -> list[Idea]:
    interests = Interest.objects.filter(contact=person).order_by("id")
    return [
        Idea(
            gettext("Pass on something good about %(interest)s.") % {"interest": name},
            _noting(person, gettext("Something about %(interest)s") % {"interest": name}),
            gettext("Note it as help"),
        )
        for name in interests.values_list("name", flat=True)[:MOST]
    ]


def _noting(person: Contact, what: str) -> str:
    return f"{reverse('interactions:help', args=[person.uid])}?{urlencode({'what': what})}"
