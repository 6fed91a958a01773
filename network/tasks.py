"""The work of network that is too long for a page, for the worker."""

from django_tasks import task

from accounts.models import User
from network.snapshots import compute


@task()
def assess_user(user_id: int) -> None:
    """Assess one user's network anew; run again, it changes nothing."""
    user = User.objects.filter(pk=user_id).first()
    if user is not None:
        compute(user)
