"""Conversations as lines of a timeline: the words and addresses that the row template prints."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from django.template.defaultfilters import truncatechars
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from contacts.models import Contact
from interactions.kinds import Channel, Direction, Source, Status
from interactions.models import Interaction
from interactions.timeline import Page
from interactions.wording import headline, reached_out
from netcrm.lib.days import written
from netcrm.lib.marks import icon

LONGEST_NOTES = 240  # letters
ICONS = {
    Channel.IN_PERSON: "coffee",
    Channel.VIDEO: "video",
    Channel.PHONE: "phone",
    Channel.MESSAGE: "mail",
    Channel.SOCIAL: "globe",
}


class Line(NamedTuple):
    on: str
    day: str
    url: str
    headline: str
    icon: SafeString
    people: Sequence[tuple[str, str]]  # address and name
    event: str
    minutes: int | None
    rated: str
    marks: Sequence[str]
    notes: str
    is_estimate: bool


def lines(
    page: Page, person: Contact | None, ratings: Mapping[int, str], date_format: str
) -> Iterator[Line]:
    """`person`, whose page it is, is not named again."""
    own = person.uid if person else None
    here = reverse("interactions:timeline")
    people = reverse("contacts:index")
    for each in page.conversations:
        yield Line(
            on=each.on.isoformat(),
            day=written(each.on, date_format),
            url=f"{here}{each.uid}/",
            headline=headline(each),
            icon=_icon(each.channel),
            people=[
                (f"{people}{uid}/", name)
                for uid, name in page.people.get(each.pk, ())
                if uid != own
            ],
            event=_event(each),
            minutes=each.minutes,
            rated=ratings.get(each.pk, ""),
            marks=list(_marks(each)),
            notes=truncatechars(each.notes, LONGEST_NOTES) if each.notes else "",
            is_estimate=each.source == Source.ESTIMATE,
        )


def _event(conversation: Interaction) -> str:
    """At which it was, where the headline does not say so already."""
    name = getattr(conversation, "event_name", "") or ""
    return "" if name == conversation.subject else name


@cache
def _icon(channel: str) -> SafeString:
    return icon(ICONS[Channel(channel)])


def _marks(conversation: Interaction) -> Iterator[str]:
    if conversation.status != Status.HELD:
        yield conversation.get_status_display()
    if conversation.direction == Direction.INCOMING:
        yield reached_out(conversation)
    if not conversation.is_answered:
        yield gettext("No answer yet")
    if conversation.source == Source.ESTIMATE:
        yield gettext("Estimated")
