"""Conversations newest first, a page at a time."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery, prefetch_related_objects

from accounts.models import User
from contacts.models import Contact
from interactions.kinds import Source, Status
from interactions.models import Event, Interaction, InteractionQuerySet, Participant
from netcrm.lib.id_lists import among
from netcrm.lib.prepared import prepared

PER_PAGE = 50
FIRST_OF_PERSON = 20


# What a line of the timeline says; the rest of a conversation stays unread.
SHOWN = (
    *("uid", "on", "channel", "subject", "notes", "minutes", "status"),
    *("direction", "is_answered", "source"),
)

BETWEEN = f"""
WITH talks AS (
    SELECT talk.id, talk."on", talk.status, talk.source
    FROM interactions_participant present
    JOIN interactions_interaction talk ON talk.id = present.interaction_id
    WHERE present.contact_id = %(contact)s AND talk.deleted_at IS NULL
), shown AS (
    SELECT id FROM talks WHERE status = '{Status.PLANNED}'
    UNION ALL
    SELECT id FROM (
        SELECT id FROM talks WHERE status <> '{Status.PLANNED}'
        ORDER BY "on" DESC, id DESC LIMIT %(number)s
    ) AS newest
)
SELECT id, {", ".join(f'"{name}"' for name in SHOWN)},
    (SELECT name FROM interactions_event event
     WHERE event.id = interactions_interaction.event_id AND event.deleted_at IS NULL) AS event_name,
    (SELECT COUNT(*) FROM talks WHERE source = '{Source.ESTIMATE}') AS estimates
FROM interactions_interaction WHERE id IN (SELECT id FROM shown)
ORDER BY "on" DESC, id DESC
"""  # noqa: S608 - our own words only


class Present(NamedTuple):
    uid: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Page:
    conversations: Sequence[Interaction]
    people: Mapping[int, Sequence[Present]]  # by conversation
    older: str = ""  # where the next page begins; empty on the last


class Between(NamedTuple):
    """The conversations with one person as their page needs them."""

    past: Page  # without what is planned: that stands above under "Now"
    planned: Sequence[Interaction]  # the soonest first, with everybody who will be there
    estimates: int  # how many were only estimated


def of_everyone(user: User, before: str = "") -> Page:
    return _page(Interaction.objects.of(user).living(), before, PER_PAGE)


def of_person(contact: Contact, before: str = "", size: int = FIRST_OF_PERSON) -> Page:
    return _page(_with(contact).exclude(status=Status.PLANNED), before, size)


def between(contact: Contact) -> Between:
    """Plans, the first page of the past and the number of estimates, all in one statement."""
    if Participant not in contact.mentions:
        return Between(Page([], {}), [], 0)
    values = {"contact": contact.pk, "number": FIRST_OF_PERSON + 1}
    talks = list(Interaction.objects.raw(BETWEEN, values))
    planned = [each for each in reversed(talks) if each.status == Status.PLANNED]
    prefetch_related_objects(planned, Prefetch("people", Contact.objects.by_name()))
    past = _shown([each for each in talks if each.status != Status.PLANNED], FIRST_OF_PERSON)
    return Between(past, planned, talks[0].estimates if talks else 0)  # type: ignore[attr-defined] # a column of the statement


def _with(contact: Contact) -> InteractionQuerySet:
    return Interaction.objects.living().with_person(contact)


def _newest(conversations: InteractionQuerySet, number: int) -> list[Interaction]:
    at = Event.objects.living().filter(pk=OuterRef("event")).values("name")
    named = conversations.only(*SHOWN).annotate(event_name=Subquery(at))
    return list(named.order_by("-on", "-id")[:number])


def _page(conversations: InteractionQuerySet, before: str, size: int) -> Page:
    """`before` names the last conversation of the page before: its day and row."""
    if mark := _parse(before):
        day, row = mark
        # the first condition lets the index start at the day, the second cuts within it
        conversations = conversations.filter(on__lte=day).filter(Q(on__lt=day) | Q(id__lt=row))
    return _shown(_newest(conversations, size + 1), size)


def _shown(found: Sequence[Interaction], size: int) -> Page:
    shown = found[:size]
    older = f"{shown[-1].on.isoformat()}_{shown[-1].pk}" if len(found) > size else ""
    return Page(shown, people_in([each.pk for each in shown]), older)


def people_in(interaction_ids: Sequence[int]) -> Mapping[int, Sequence[Present]]:
    """Those of them who are not in the trash; plain values, as a page needs no more."""
    people: dict[int, list[Present]] = {}
    for row, uid, name in _present(interaction_ids):
        people.setdefault(row, []).append(Present(uid, name))
    return people


@prepared
def _present(interaction_ids: Sequence[int]) -> QuerySet[Participant, tuple[int, UUID, str]]:
    there = Participant.objects.filter(
        interaction__in=among(interaction_ids), contact__deleted_at=None, contact__is_self=False
    )
    rows = there.order_by("contact__sort_name", "id")
    return rows.values_list("interaction", "contact__uid", "contact__name")


def _parse(mark: str) -> tuple[dt.date, int] | None:
    day, _, row = mark.partition("_")
    try:
        return dt.date.fromisoformat(day), int(row)
    except ValueError:
        return None
