"""What a goal has counted day by day, as the worker last counted it."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Case, F, Value, When

from accounts.models import User
from goals.models.goal import Goal


class RecountQuerySet(models.QuerySet["Recount"]):
    def of(self, owner: User) -> Self:
        return self.filter(goal__owner=owner)

    def doubt(self, since: dt.date) -> None:
        """What these hold of days from `since` on may no longer be true."""
        earlier = When(changed_since__lte=since, then=F("changed_since"))
        self.update(changed_since=Case(earlier, default=Value(since)), changes=F("changes") + 1)


class Recount(models.Model):
    """Written by goals.recounting only; `manage.py recount` rebuilds it. What it holds is exact for
    the days it covers, up to the day before `changed_since`.
    """

    goal = models.OneToOneField(Goal, on_delete=models.CASCADE, related_name="recount")
    days = models.JSONField(default=dict)  # ISO day to how many things, those left out apart
    first_on = models.DateField()  # the days covered, both included
    last_on = models.DateField()
    computed_at = models.DateTimeField()
    depends_on_people = models.BooleanField(default=False)
    changed_since = models.DateField(null=True)
    changes = models.PositiveIntegerField(default=0)  # told apart by the worker while it counts

    objects = RecountQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.goal_id}: {self.first_on} to {self.last_on}"
