"""Conversations newest first, a page at a time."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from accounts.models import User
from contacts.models import Contact
from interactions.kinds import Source, Status
from interactions.models import Interaction, InteractionQuerySet, Participant

PER_PAGE = 50
FIRST_OF_PERSON = 20


# What a line of the timeline says; the rest of a conversation stays unread.
SHOWN = (
    *("uid", "on", "channel", "subject", "notes", "minutes", "status"),
    *("direction", "is_answered", "source"),
)


class Present(NamedTuple):
    uid: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Page:
    conversations: Sequence[Interaction]
    people: Mapping[int, Sequence[Present]]  # by conversation
    older: str = ""  # where the next page begins; empty on the last


def of_everyone(user: User, before: str = "") -> Page:
    return _page(Interaction.objects.of(user).living(), before, PER_PAGE)


def of_person(contact: Contact, before: str = "", size: int = FIRST_OF_PERSON) -> Page:
    """Without what is planned: that is no past, and stands above under "Now"."""
    return _page(_with(contact).exclude(status=Status.PLANNED), before, size)


def planned_with(contact: Contact) -> list[Interaction]:
    """What is planned with a person, the soonest first, with everybody who will be there."""
    planned = _with(contact).filter(status=Status.PLANNED)
    return list(planned.order_by("on", "id").prefetch_related("people"))


def estimates_of(contact: Contact) -> int:
    """How many conversations were only estimated."""
    return _with(contact).filter(source=Source.ESTIMATE).count()


def _with(contact: Contact) -> InteractionQuerySet:
    """Without a query where there is none."""
    talks = Interaction.objects.living().with_person(contact)
    return talks if Participant in contact.mentions else talks.none()


def _page(conversations: InteractionQuerySet, before: str, size: int) -> Page:
    """`before` names the last conversation of the page before: its day and row."""
    if mark := _parse(before):
        day, row = mark
        # the first condition lets the index start at the day, the second cuts within it
        conversations = conversations.filter(on__lte=day).filter(Q(on__lt=day) | Q(id__lt=row))
    found = list(conversations.order_by("-on", "-id").only(*SHOWN)[: size + 1])
    shown = found[:size]
    older = f"{shown[-1].on.isoformat()}_{shown[-1].pk}" if len(found) > size else ""
    return Page(shown, people_in([each.pk for each in shown]), older)


def people_in(interaction_ids: Sequence[int]) -> Mapping[int, Sequence[Present]]:
    """Those of them who are not in the trash; plain values, as a page needs no more."""
    people: dict[int, list[Present]] = {}
    there = Participant.objects.filter(
        interaction__in=interaction_ids, contact__deleted_at=None, contact__is_self=False
    )
    rows = there.order_by("contact__sort_name", "id")
    for row, uid, name in rows.values_list("interaction", "contact__uid", "contact__name"):
        people.setdefault(row, []).append(Present(uid, name))
    return people


def _parse(mark: str) -> tuple[dt.date, int] | None:
    day, _, row = mark.partition("_")
    try:
        return dt.date.fromisoformat(day), int(row)
    except ValueError:
        return None
