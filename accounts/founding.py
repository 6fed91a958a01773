"""The first account of an installation: its owner's. There is one, whoever comes at once."""

from typing import Any

from django.db import IntegrityError, transaction

from accounts.models import User


class AlreadyFounded(Exception):
    """Somebody else became the owner in the meantime."""


def found(email: str, password: str, **facts: Any) -> User:
    """Make the owner; raises `AlreadyFounded` where an account exists."""
    try:
        with transaction.atomic():
            if User.objects.exists():
                raise AlreadyFounded
            return User.objects.create_user(email, password, is_installation_owner=True, **facts)
    except IntegrityError as lost_race:
        raise AlreadyFounded from lost_race
