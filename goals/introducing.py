"""Who introduced whom to oneself, read from the database into the words of goals.crediting."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db.models import F, QuerySet

from accounts.models import User
from contacts.models import Contact
from contacts.partial_dates import earliest_day
from goals.crediting import LONGEST_CHAIN, Introduced
from interactions.models import Introduction
from netcrm.lib.id_lists import among
from netcrm.lib.prepared import prepared

Links = list[Introduced[int]]


def self_id(user: User) -> int | None:
    return Contact.objects.of(user).filter(is_self=True).values_list("pk", flat=True).first()


def links_above(user: User, people: Iterable[int], me: int | None) -> Links:
    """Every introduction that a chain from these people upwards may use."""
    return _climb(user, people, me, "person")


def links_below(user: User, people: Iterable[int], me: int | None) -> Links:
    """Every introduction by these people, by those they introduced, and so on."""
    return _climb(user, people, me, "by")


def links_of(user: User, people: Iterable[int], me: int | None, side: str = "person") -> Links:
    """The introductions to oneself whose `side` ("person" or "by") is one of these people."""
    ids = [each for each in people if each != me]
    rows = _stated(user, ids, side=side)
    found = [Introduced(person, by, earliest_day(on)) for person, by, on in rows if by is not None]
    return found + _made(user, ids, me, side)


@prepared
def _stated(
    user: User, ids: Sequence[int], *, side: str
) -> QuerySet[Contact, tuple[int, int | None, str]]:
    """As the people themselves say."""
    wanted = {"by": "introduced_by__in", "person": "pk__in"}[side]
    others = Contact.objects.of(user).filter(is_self=False, **{wanted: among(ids)})
    return others.values_list("pk", "introduced_by", "met_on")


def _made(user: User, ids: list[int], me: int | None, side: str) -> Links:
    """By those who introduced oneself, whichever of the two one was."""
    if me is None:
        return []
    first = _made_to(user, me, ids, mine="first", theirs="second", side=side)
    second = _made_to(user, me, ids, mine="second", theirs="first", side=side)
    return [Introduced(person, by, on) for person, by, on in (*first, *second)]


@prepared
def _made_to(
    user: User, me: int, ids: Sequence[int], *, mine: str, theirs: str, side: str
) -> QuerySet[Introduction, tuple[int, int, dt.date | None]]:
    wanted = {"by": "introducer__in", "person": f"{theirs}__in"}[side]
    made = Introduction.objects.of(user).made().filter(**{mine: me, wanted: among(ids)})
    return made.values_list(F(theirs), "introducer", "made_on")


def _climb(user: User, people: Iterable[int], me: int | None, side: str) -> Links:
    """Step by step along the chain, which has an end; each step asks the same few questions."""
    links: Links = []
    seen: set[int] = set()
    here = set(people)
    for _step in range(LONGEST_CHAIN - 1):
        here -= seen
        if not here:
            break
        seen |= here
        found = links_of(user, here, me, side)
        links += found
        here = {link.by if side == "person" else link.person for link in found}
    return links
