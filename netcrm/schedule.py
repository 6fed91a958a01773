"""The timetable: what is to be done at which time, asked of the database once a minute.

Nothing is remembered between two ticks, so what fell due while NetCRM was off is caught up at its
next start, and nothing is done twice.
"""

import datetime as dt
import logging
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from contacts.reindexing import users_to_reindex
from goals.recounting import goals_to_recount
from netcrm.lib.beats import beat
from network.snapshots import users_to_assess
from planning.mornings import users_awaiting_a_plan

logger = logging.getLogger("netcrm.schedule")

Arguments = tuple[Any, ...]


def once() -> Iterable[Arguments]:
    """For a task that is about the whole installation: one call, without arguments."""
    return [()]


def users_behind_their_day() -> Iterable[Arguments]:
    """Whose stored strengths are of an earlier day than it is where they live."""
    users = User.objects.filter(is_active=True).only("pk", "time_zone", "strength_as_of")
    return [
        (user.pk,)
        for user in users
        if user.strength_as_of is None or user.strength_as_of < user.today()
    ]


class Duty(NamedTuple):
    """One line of the timetable: `task` is called for every tuple of arguments that is due.

    The same call is not enqueued again while it waits or runs, nor within `every` of the last time;
    for a duty that asks the database, `every` is how long to leave it alone after it failed.
    """

    task: str
    every: dt.timedelta
    due: Callable[[], Iterable[Arguments]] = once


TIMETABLE = (
    Duty("strength.tasks.refresh_user", dt.timedelta(minutes=30), users_behind_their_day),
    Duty("goals.tasks.recount_goal", dt.timedelta(minutes=1), goals_to_recount),
    Duty("network.tasks.assess_user", dt.timedelta(minutes=1), users_to_assess),
    Duty("planning.tasks.draw_up_plan", dt.timedelta(minutes=1), users_awaiting_a_plan),
    Duty("contacts.tasks.reindex_user", dt.timedelta(minutes=30), users_to_reindex),
    Duty("netcrm.upkeep.empty_trash", dt.timedelta(days=1)),
    Duty("netcrm.upkeep.forget_old_results", dt.timedelta(days=1)),
    Duty("netcrm.upkeep.tidy_database", dt.timedelta(days=1)),
)


def tick() -> None:
    """Enqueue whatever is due; a duty that fails does not keep the others from their turn."""
    for duty in TIMETABLE:
        try:
            _enqueue(duty)
        except Exception:
            logger.exception("%s could not be enqueued; it is tried again", duty.task)
    beat("clock")


def _enqueue(duty: Duty) -> None:
    task: Task[..., Any] = import_string(duty.task)
    for arguments in duty.due():
        if not _is_on_its_way(task, arguments, duty.every):
            task.enqueue(*arguments)


def _is_on_its_way(task: Task[..., Any], arguments: Arguments, every: dt.timedelta) -> bool:
    unfinished = Q(status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING])
    recent = Q(enqueued_at__gt=timezone.now() - every)
    calls = DBTaskResult.objects.filter(
        unfinished | recent,
        task_path=task.module_path,
        args_kwargs__args=list(arguments),
    )
    return calls.exists()
