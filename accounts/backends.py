"""Who is signed in: allauth's way of finding out, with the user of each request found quickly."""

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from accounts.models import User
from netcrm.lib.prepared import prepared


class Backend(AuthenticationBackend):  # type: ignore[misc] # allauth has no type information
    def get_user(self, user_id: int) -> User | None:
        user = _user.first(user_id)
        return user if user and self.user_can_authenticate(user) else None


@prepared
def _user(user_id: int) -> QuerySet[User]:
    return User.objects.filter(pk=user_id)
