"""The work of planning for the worker."""

from django_tasks import task

from accounts.models import User
from planning.drawing_up import draw_up


@task()
def draw_up_plan(user_id: int) -> None:
    """Draw up one user's plan anew; run again, it changes nothing."""
    user = User.objects.filter(pk=user_id).first()
    if user is not None:
        draw_up(user)
