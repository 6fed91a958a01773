"""What waits in the trash, in one form for every kind of thing; the page stands above all rooms."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.owned import OwnedModel
from contacts import photos
from contacts.models import Contact
from contacts.trash import KEPT, delete_for_good


class Trashed(NamedTuple):
    """One thing that was thrown away."""

    bin: "Bin"
    uid: UUID
    name: str
    deleted_at: dt.datetime

    @property
    def deleted_on(self) -> dt.date:
        return timezone.localdate(self.deleted_at)

    @property
    def gone_on(self) -> dt.date:
        """The user's day on which it is deleted for good."""
        return timezone.localdate(self.deleted_at + KEPT)

    @property
    def restore_url(self) -> str:
        return reverse(self.bin.restore, args=[self.uid])


@dataclass(frozen=True)
class Bin:
    """Where one kind of thing waits: how it is found, named, brought back and deleted for good."""

    kind: str  # in addresses
    word: Promise
    icon: str
    rows: Callable[[User], QuerySet[Any]]  # those in the trash
    restore: str  # the view to which "Restore" posts
    name: Callable[[Any], str] = str
    delete: Callable[[Any], object] = Model.delete

    def newest(self, user: User, most: int) -> list[Trashed]:
        rows = self.rows(user).order_by("-deleted_at", "-pk")[:most]
        return [self.trashed(row) for row in rows]

    def trashed(self, row: Any) -> Trashed:
        return Trashed(self, row.uid, self.name(row), row.deleted_at)


def thrown_away(model: type[OwnedModel]) -> Callable[[User], QuerySet[Any]]:
    """Every kind that waits has the column; the models share no class that says so."""
    return lambda user: model._default_manager.filter(owner=user).exclude(**{"deleted_at": None})


def _delete_person(person: Contact) -> None:
    with transaction.atomic():
        delete_for_good([person.pk])
    photos.drop_unused([person.photo])


PEOPLE = Bin(
    kind="person",
    word=_("Person"),
    icon="user",
    rows=lambda user: Contact.objects.of(user).trashed(),
    restore="contacts:restore",
    delete=_delete_person,
)
