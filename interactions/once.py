"""What a form makes is stored once, however often it is sent: the form carries its uid as a key."""

from collections.abc import Callable, Mapping
from typing import TypeVar
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from accounts.owned import OwnedModel, OwnedQuerySet

Row = TypeVar("Row", bound=OwnedModel)


def key_in(sent: Mapping[str, str]) -> UUID:
    """The key of a form that was sent; a new one for a form to be shown."""
    try:
        return UUID(sent.get("key", ""))
    except ValueError:
        return uuid4()


def once(living: OwnedQuerySet[Row], key: UUID, store: Callable[[UUID], Row]) -> Row:
    """The row among `living` with this uid, else what `store` makes under the uid it is given."""
    try:
        return _once(living, key, store)
    except IntegrityError:
        # PostgreSQL lets both of two equal forms begin; by now the other one is stored
        return _once(living, key, store)


@transaction.atomic
def _once(living: OwnedQuerySet[Row], key: UUID, store: Callable[[UUID], Row]) -> Row:
    # SQLite lets the second of two equal forms in only now
    if known := living.filter(uid=key).first():
        return known
    # thrown away meanwhile, or somebody else's
    is_taken = living.model._default_manager.filter(uid=key).exists()
    return store(uuid4() if is_taken else key)
