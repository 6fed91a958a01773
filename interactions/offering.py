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


def ideas(
    person: Contact,
    favours: Sequence[Help],
    promises: Sequence[FollowUp],
    interests: Sequence[Interest],
) -> list[Idea]:
    """The few best, the surest first. `favours` are those between oneself and `person`, `promises`
    the open ones by day, `interests` those of `person`.
    """
    found = [
        *_kept_promise(person, promises),
        *_returned(person, favours),
        *_of_interest(person, interests),
    ]
    return found[:MOST]


def _kept_promise(person: Contact, promises: Sequence[FollowUp]) -> list[Idea]:
    promise = next((each for each in promises if each.by == Promiser.ME), None)
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


def _of_interest(person: Contact, interests: Sequence[Interest]) -> list[Idea]:
    return [
        Idea(
            gettext("Pass on something good about %(interest)s.") % {"interest": each.name},
            _noting(person, gettext("Something about %(interest)s") % {"interest": each.name}),
            gettext("Note it as help"),
        )
        for each in interests[:MOST]
    ]


def _noting(person: Contact, what: str) -> str:
    return f"{reverse('interactions:help', args=[person.uid])}?{urlencode({'what': what})}"
