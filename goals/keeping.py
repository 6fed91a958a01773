"""Goals, aspirations and their needs stored, thrown away and brought back: found as they are now.

Each act is one transaction, brings the search up to date and announces what is wanted now.
"""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from goals.indexing import ASPIRATIONS, GOALS
from goals.models import Aspiration, Goal, Need
from goals.signals import wants_changed


@transaction.atomic
def keep_goal(goal: Goal) -> Goal:
    goal.save()
    GOALS.index([goal])
    return goal


@transaction.atomic
def keep_aspiration(aspiration: Aspiration) -> Aspiration:
    aspiration.save()
    _announce(aspiration)
    return aspiration


@transaction.atomic
def settle_aspiration(
    aspiration: Aspiration, *, reached_on: dt.date | None = None, let_go_on: dt.date | None = None
) -> None:
    """Reached or let go on a day; neither takes it up again."""
    aspiration.settle(reached_on=reached_on, let_go_on=let_go_on)
    _announce(aspiration)


@transaction.atomic
def add_needs(aspiration: Aspiration, needs: Iterable[Need]) -> list[Need]:
    added = Need.objects.bulk_create(needs)
    _announce(aspiration)
    return added


@transaction.atomic
def keep_need(need: Need) -> None:
    need.save()
    _announce(need.aspiration)


@transaction.atomic
def remove_need(need: Need) -> None:
    need.trash()
    _announce(need.aspiration)


@transaction.atomic
def bring_back_need(need: Need) -> None:
    need.restore()
    _announce(need.aspiration)


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


def _announce(aspiration: Aspiration) -> None:
    ASPIRATIONS.index([aspiration])
    wants_changed.send(sender=Aspiration, owner=aspiration.owner)
