"""Conversations newest first, a page at a time."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from accounts.models import User
from contacts.models import Contact
from interactions.kinds import Status
from interactions.models import Interaction, InteractionQuerySet

PER_PAGE = 50
FIRST_OF_PERSON = 20


@dataclass(frozen=True, slots=True)
class Page:
    conversations: Sequence[Interaction]
    older: str = ""  # where the next page begins; empty on the last


def of_everyone(user: User, before: str = "") -> Page:
    return _page(Interaction.objects.of(user).living(), before, PER_PAGE)


def of_person(contact: Contact, before: str = "", size: int = FIRST_OF_PERSON) -> Page:
    """Without what is planned: that is no past, and stands above under "Now"."""
    conversations = Interaction.objects.of(contact.owner).living().with_person(contact)
    conversations = conversations.exclude(status=Status.PLANNED)
    return _page(conversations, before, size)


def _page(conversations: InteractionQuerySet, before: str, size: int) -> Page:
    """`before` names the last conversation of the page before: its day and row."""
    if mark := _parse(before):
        day, row = mark
        # the first condition lets the index start at the day, the second cuts within it
        conversations = conversations.filter(on__lte=day).filter(Q(on__lt=day) | Q(id__lt=row))
    present = Contact.objects.living().only("uid", "name", "photo").by_name()
    newest = conversations.order_by("-on", "-id").prefetch_related(Prefetch("people", present))
    found = list(newest[: size + 1])
    shown = found[:size]
    older = f"{shown[-1].on.isoformat()}_{shown[-1].pk}" if len(found) > size else ""
    return Page(shown, older)


def _parse(mark: str) -> tuple[dt.date, int] | None:
    day, _, row = mark.partition("_")
    try:
        return dt.date.fromisoformat(day), int(row)
    except ValueError:
        return None
