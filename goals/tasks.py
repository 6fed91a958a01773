"""The work of goals for the worker."""

from django_tasks import task

from goals.models import Goal
from goals.recounting import is_due, recount


@task()
def recount_goal(goal_id: int) -> None:
    """Count anew what one goal counts; run again, it changes nothing."""
    goal = Goal.objects.active().filter(pk=goal_id).select_related("owner", "recount").first()
    if goal is not None and is_due(goal):
        recount(goal)
