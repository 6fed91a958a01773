"""Whom a goal is about, tested for the people at hand: those it is about may be very many."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice

from django.utils.http import urlencode

from contacts.conditions import Narrowed, narrow
from contacts.filtering import PeopleFilter, conditions_of, people_in
from contacts.finding import terms_of, text_conditions
from contacts.models import Contact, ContactQuerySet
from goals.kinds import Counted
from goals.models import Goal

TESTED = 900  # ids in one statement: SQLite may be built for 999 variables


@dataclass(frozen=True, slots=True)
class Audience:
    people: ContactQuerySet
    few: frozenset[int] | None  # all of their ids, unless they are many

    def among(self, ids: Collection[int]) -> set[int]:
        """Those of `ids` whom the goal is about."""
        if self.few is not None:
            return set(self.few.intersection(ids))
        remaining = iter(ids)
        found: set[int] = set()
        while chunk := list(islice(remaining, TESTED)):
            found.update(self.people.filter(pk__in=chunk).order_by().values_list("pk", flat=True))
        return found


def audience_key(goal: Goal) -> str:
    """The same for goals of one owner about the same people; empty for one about everybody."""
    if goal.person_id and goal.counts != Counted.STRENGTH:
        return f"person={goal.person_id}"
    wanted = PeopleFilter.read(goal.people)
    return urlencode(wanted.parameters) if wanted.is_narrowed else ""


def among(goal: Goal, ids: Collection[int]) -> set[int]:
    """Those of `ids` whom the goal is about; asks nothing about one person or nobody."""
    if goal.person_id and goal.counts != Counted.STRENGTH:
        return {goal.person_id}.intersection(ids)
    audience = audience_of(goal) if ids else None
    return audience.among(ids) if audience else set(ids)


def audience_of(goal: Goal) -> Audience | None:
    """None where the goal is about everybody."""
    meant = _narrowed(goal)
    if meant is None:
        return None
    if meant.is_walked:
        return Audience(meant.people, None)
    return Audience(meant.people, frozenset(meant.people.order_by().values_list("pk", flat=True)))


def people_meant(goal: Goal) -> ContactQuerySet | None:
    """The people that a goal is about; None where it is about everybody."""
    meant = _narrowed(goal)
    return meant.people if meant else None


def _narrowed(goal: Goal) -> Narrowed | None:
    if goal.person_id and goal.counts != Counted.STRENGTH:
        one = Contact.objects.of(goal.owner).filter(pk=goal.person_id)
        return Narrowed(one, is_walked=False)
    wanted = PeopleFilter.read(goal.people)
    if not wanted.is_narrowed:
        return None
    query = wanted.query
    people = people_in(goal.owner, wanted.view)
    conditions = [
        *text_conditions(goal.owner, terms_of(query, goal.owner.phone_country)),
        *conditions_of(goal.owner, people, query),
    ]
    return narrow(people, conditions)
