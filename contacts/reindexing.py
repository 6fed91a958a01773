"""Writes anew all that can be found: when the index is made otherwise than it was, or to repair."""

from collections.abc import Iterable, Iterator
from time import sleep
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import User
from accounts.owned import OwnedModel
from contacts.findable import KINDS
from contacts.models import Contact, SearchEntry, SearchState
from contacts.searching import PERSON, index_people

VERSION = 2  # raise it when entries are made otherwise: each owner's are then written anew
CHUNK = 200  # in one transaction: a fifth of a second in which nobody else can write
# Seconds between two of them. Whoever waits for SQLite's lock looks for it up to a tenth of a
# second apart, and would hardly ever find it free.
PAUSE = 0.15


def users_to_reindex() -> Iterable[tuple[int]]:
    """Whose entries are of an older making, for the timetable."""
    of_today = SearchState.objects.filter(owner=OuterRef("pk"), version=VERSION)
    users = User.objects.filter(~Exists(of_today), is_active=True).order_by("pk")
    return [(pk,) for pk in users.values_list("pk", flat=True)]


def reindex(user: User) -> None:
    """In short transactions, so that a running server goes on in between; then say it is done."""
    forget_strays(user)
    people = Contact.objects.of(user).filter(is_self=False).order_by("pk")
    for ids in _chunks(people.values_list("pk", flat=True)):
        with transaction.atomic():
            index_people(ids)
    for kind in KINDS.values():
        things = kind.model._default_manager.filter(owner=user).order_by("pk")
        for ids in _chunks(things.values_list("pk", flat=True)):
            with transaction.atomic():
                kind.index(list(things.filter(pk__in=ids)))
    SearchState.objects.update_or_create(owner=user, defaults={"version": VERSION})


def forget_strays(user: User) -> None:
    """Forget what is there no more, though its entry is."""
    models: list[tuple[str, type[OwnedModel]]] = [(PERSON, Contact)]
    models += [(kind.name, kind.model) for kind in KINDS.values()]
    for name, model in models:
        here = model._default_manager.filter(owner=user, uid=OuterRef("target_uid"))
        strays = SearchEntry.objects.filter(~Exists(here), owner=user, kind=name)
        strays.delete()


def _chunks(ids: "QuerySet[Any, int]") -> Iterator[list[int]]:
    everyone = list(ids)
    for start in range(0, len(everyone), CHUNK):
        if start:
            sleep(PAUSE)
        yield everyone[start : start + CHUNK]
