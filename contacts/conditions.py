"""Conditions on people that stay quick whether they fit three people or a hundred thousand.

Few people are fetched by their ids and sorted; many are found soon by walking the index of the
order and testing one after another. Which of the two it is, each condition finds out by looking for
its first `FEW`; a database's planner cannot know that before.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from contacts.models import ContactQuerySet

FEW = 2500  # about where fetching and walking take the same time among 100,000 people


class Condition(NamedTuple):
    """`ids` finds the people by an index of its own; `where` tests one person."""

    ids: QuerySet[Any, int]
    where: Q


def narrow(people: ContactQuerySet, conditions: Sequence[Condition]) -> ContactQuerySet:
    """Those of `people` whom all conditions fit."""
    for index, condition in enumerate(conditions):
        ids = list(condition.ids.order_by()[: FEW + 1])
        if len(ids) <= FEW:
            others = (*conditions[:index], *conditions[index + 1 :])
            return people.filter(*(other.where for other in others), pk__in=ids)
    return people.filter(*(condition.where for condition in conditions))
