"""Who introduced whom to oneself, read from the database into the words of goals.crediting."""

from collections.abc import Iterable

from django.db.models import F, Q

from accounts.models import User
from contacts.models import Contact
from contacts.partial_dates import earliest_day
from goals.crediting import LONGEST_CHAIN, Introduced
from interactions.models import Introduction

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
    stated = Contact.objects.of(user).filter(is_self=False)
    stated = stated.filter(Q(introduced_by__in=ids) if side == "by" else Q(pk__in=ids))
    rows = stated.values_list("pk", "introduced_by", "met_on")
    found = [Introduced(person, by, earliest_day(on)) for person, by, on in rows if by is not None]
    return found + _made(user, ids, me, side)


def _made(user: User, ids: list[int], me: int | None, side: str) -> Links:
    """By those who introduced oneself, whichever of the two one was."""
    if me is None:
        return []
    found = Introduction.objects.of(user).made()
    rows: Links = []
    for mine, theirs in (("first", "second"), ("second", "first")):
        wanted = Q(introducer__in=ids) if side == "by" else Q(**{f"{theirs}__in": ids})
        of_me = found.filter(wanted, **{mine: me}).values_list(F(theirs), "introducer", "made_on")
        rows += [Introduced(person, by, on) for person, by, on in of_me]
    return rows


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
