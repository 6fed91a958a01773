"""Oneself as a contact: hidden, one per user, so that one can be part of an introduction."""

from accounts.models import User
from contacts import naming
from contacts.models import Contact


def self_of(user: User) -> Contact:
    """Made when it is first needed, inside the transaction of the caller; never on a GET."""
    given, family = naming.split(user.name)
    mine, _ = Contact.objects.get_or_create(
        owner=user, is_self=True, defaults={"given": given, "family": family}
    )
    return mine


def rename_self(user: User) -> None:
    """Whoever has no contact of their own yet gets it by the new name."""
    for mine in Contact.objects.of(user).filter(is_self=True):
        mine.given, mine.family = naming.split(user.name)
        mine.save()
