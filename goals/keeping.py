"""Goals, aspirations and their needs stored, thrown away and brought back: found as they are now.

Each act is one transaction and brings the search up to date.
"""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from goals.indexing import ASPIRATIONS, GOALS
from goals.models import Aspiration, Goal, Need


@transaction.atomic
def keep_goal(goal: Goal) -> Goal:
    goal.save()
    GOALS.index([goal])
    return goal


@transaction.atomic
def keep_aspiration(aspiration: Aspiration) -> Aspiration:
    aspiration.save()
    ASPIRATIONS.index([aspiration])
    return aspiration


@transaction.atomic
def add_needs(aspiration: Aspiration, needs: Iterable[Need]) -> list[Need]:
    added = Need.objects.bulk_create(needs)
    ASPIRATIONS.index([aspiration])
    return added


@transaction.atomic
def keep_need(need: Need) -> None:
    need.save()
    ASPIRATIONS.index([need.aspiration])


@transaction.atomic
def remove_need(need: Need) -> None:
    need.trash()
    ASPIRATIONS.index([need.aspiration])


@transaction.atomic
def bring_back_need(need: Need) -> None:
    need.restore()
    ASPIRATIONS.index([need.aspiration])


def throw_away(row: Goal | Aspiration) -> None:
    row.deleted_at = timezone.now()
    _keep(row)


def bring_back(row: Goal | Aspiration) -> None:
    row.deleted_at = None
    _keep(row)


def _keep(row: Goal | Aspiration) -> None:
    if isinstance(row, Goal):
        keep_goal(row)
    else:
        keep_aspiration(row)
