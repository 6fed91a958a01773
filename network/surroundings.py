"""The part of a network in which ways to somebody lie, fetched ring by ring around them.

The whole network would be too much for a page: three ties reach thousands of people. Two rings are
looked at, and a third only where no way was found yet; from each ring the closest lead on.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from accounts.models import User
from contacts.models import Contact, Job
from network.knowing import Evidence, Pair, around
from network.paths import LONGEST, Wayfinder, wayfinder
from network.people import COUNTED_FROM, Person
from network.relations import Relation

RINGS = 2  # so that a way has three ties; design
WIDEST = 100  # people of one ring whose acquaintances are looked at; design
MOST = 500  # people of one ring; design


class Known(NamedTuple):
    """One of these people, as the database has them."""

    pk: int
    uid: str
    strength: float

    @property
    def is_counted(self) -> bool:
        return self.strength >= COUNTED_FROM


@dataclass(frozen=True, slots=True)
class Surroundings:
    known: Mapping[int, Known]  # the closest targets first
    ways: Wayfinder
    evidence: Mapping[frozenset[str], Evidence]  # by the uids of the two


def surroundings(user: User, targets: Collection[int]) -> Surroundings:
    """Around these people, who are one's own."""
    known = {each.pk: each for each in _known(user, targets, is_target=True)}
    evidence: dict[Pair, Evidence] = {}
    ring: Sequence[int] = list(known)
    for number in range(LONGEST - 1):
        if not ring or (number == RINGS and any(_may_be_asked(known, targets))):
            break
        found = around(user, ring[:WIDEST]).of
        evidence |= found
        new = {pk for pair in found for pk in pair} - known.keys()
        met = _known(user, new)
        known |= {each.pk: each for each in met}
        ring = [each.pk for each in met]
    return _mapped(known, evidence)


def _known(user: User, contact_ids: Iterable[int], *, is_target: bool = False) -> list[Known]:
    """The closest first; between oneself and somebody only people who are scored lead on."""
    people = Contact.objects.of(user)
    people = people.living() if is_target else people.scored()
    rows = people.filter(pk__in=sorted(contact_ids)).order_by("-strength", "pk")
    return [
        Known(pk, str(uid), strength)
        for pk, uid, strength in rows.values_list("pk", "uid", "strength")[:MOST]
    ]


def _may_be_asked(known: Mapping[int, Known], targets: Collection[int]) -> Iterable[bool]:
    return (each.is_counted for pk, each in known.items() if pk not in targets)


def _mapped(known: Mapping[int, Known], evidence: Mapping[Pair, Evidence]) -> Surroundings:
    among = {
        (known[one].uid, known[other].uid): why
        for (one, other), why in evidence.items()
        if one in known and other in known
    }
    people = [Person(each.uid, each.strength) for each in known.values()]
    relations = [Relation(*pair, why.weight) for pair, why in among.items()]
    return Surroundings(
        known,
        wayfinder(people, relations),
        {frozenset(pair): why for pair, why in among.items()},
    )


def colleagues(user: User, person: Contact, most: int) -> list[str]:
    """The closest who count and work where this person does: they may know each other."""
    places = person.jobs.filter(is_current=True).exclude(organisation=None)
    there = Job.objects.filter(
        is_current=True, organisation__in=list(places.values_list("organisation", flat=True))
    )
    people = Contact.objects.of(user).scored().exclude(pk=person.pk)
    near = people.filter(pk__in=there.values("contact"), strength__gte=COUNTED_FROM)
    rows = near.order_by("-strength", "pk").values_list("uid", "strength")
    return [str(uid) for uid, _strength in rows[:most]]
