"""The daily work of strength, for the worker."""

from django_tasks import task

from accounts.models import User
from strength.refreshing import refresh


@task()
def refresh_user(user_id: int) -> None:
    """Bring one user's strengths to their today; run again, it changes nothing."""
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        return
    today = user.today()
    refresh(user, today)
    User.objects.filter(pk=user_id).update(strength_as_of=today)
