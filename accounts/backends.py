"""Who is signed in: allauth's way of finding out, with the user of each request found quickly."""

from allauth.account.auth_backends import AuthenticationBackend

from accounts.models import User
from netcrm.lib.one_row import one_row


class Backend(AuthenticationBackend):  # type: ignore[misc] # allauth has no type information
    def get_user(self, user_id: int) -> User | None:
        user = one_row(User, "id", user_id)
        return user if user and self.user_can_authenticate(user) else None
