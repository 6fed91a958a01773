"""Sessions in the database as Django keeps them, found quickly."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from netcrm.lib.one_row import one_row


class SessionStore(db.SessionStore):
    def _get_session_from_db(self) -> Session | None:
        found = one_row(Session, "session_key", self.session_key)
        if found and found.expire_date > timezone.now():
            return found
        self._session_key = None
        return None
