"""The work of contacts that is too long for a page, for the worker."""

from django_tasks import task

from accounts.models import User
from contacts import reindexing


@task()
def reindex_user(user_id: int) -> None:
    """Write one user's search entries anew; run again, it changes nothing."""
    user = User.objects.filter(pk=user_id).first()
    if user is not None:
        reindexing.reindex(user)
