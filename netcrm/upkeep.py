"""Tasks that keep the installation itself tidy; each may run any number of times."""

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task

from contacts import trash as people
from goals import trash as goals
from interactions import trash as conversations
from netcrm.lib.query_plans import renew_statistics


@task()
def forget_old_results() -> None:
    """What the worker did more than two weeks ago, and sessions that have ended."""
    call_command("prune_db_task_results", verbosity=0)
    call_command("clearsessions", verbosity=0)


@task()
def empty_trash() -> None:
    now = timezone.now()
    people.purge(now)
    conversations.purge(now)
    goals.purge(now)


@task()
def tidy_database() -> None:
    renew_statistics()
