"""Conditions on people that stay quick whether they fit three people or a hundred thousand.

Few people are fetched by their ids and sorted; many are found soon by walking the index of the
order and testing one after another. Which of the two it is, each condition finds out by looking for
its first `FEW`; a database's planner cannot know that before.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from contacts.models import Contact, ContactQuerySet
from netcrm.lib.id_lists import among

FEW = 2000  # about where fetching and walking take the same time among 100,000 people


class Condition(NamedTuple):
    """`where` tests one person. `ids` finds the people by an index of its own, some perhaps more
    than once; None where no index helps.
    """

    where: Q
    ids: QuerySet[Any, Any] | RawSQL | None = None


class Narrowed(NamedTuple):
    people: ContactQuerySet
    is_walked: bool


def narrow(people: ContactQuerySet, conditions: Sequence[Condition]) -> Narrowed:
    """Those of `people` whom all conditions fit, and whether they must be looked for one by one."""
    for index, condition in enumerate(conditions):
        ids = [] if condition.ids is None else first(condition.ids, FEW + 1)
        if condition.ids is not None and len(ids) <= FEW:
            others = [*conditions[:index], *conditions[index + 1 :]]
            return Narrowed(_among(people, ids, others), is_walked=False)
    return _narrow_together(people, conditions)


def _narrow_together(people: ContactQuerySet, conditions: Sequence[Condition]) -> Narrowed:
    """Each condition fits many, but it may be few whom all of them fit."""
    sources = [condition.ids for condition in conditions if condition.ids is not None]
    if len(sources) > 1:
        fitting_all = Contact.objects.order_by().values_list("pk", flat=True)
        for source in sources:
            fitting_all = fitting_all.filter(pk__in=source)
        ids = list(fitting_all[: FEW + 1])
        if len(ids) <= FEW:
            others = [condition for condition in conditions if condition.ids is None]
            return Narrowed(_among(people, ids, others), is_walked=False)
    fitting = people.filter(*(condition.where for condition in conditions))
    return Narrowed(fitting, is_walked=bool(conditions))


def _among(
    people: ContactQuerySet, ids: Sequence[int], conditions: Sequence[Condition]
) -> ContactQuerySet:
    if not ids:
        return people.none()
    return people.filter(*(condition.where for condition in conditions), pk__in=among(ids))


def first(ids: "QuerySet[Any, Any] | RawSQL", number: int) -> list[int]:
    """Up to `number` of them, read no further than needed; some may come twice."""
    if isinstance(ids, RawSQL):
        with connection.cursor() as cursor:
            cursor.execute(f"{ids.sql} LIMIT %s", [*ids.params, number])
            return [pk for (pk,) in cursor.fetchall()]
    return list(ids.order_by()[:number])
