"""Lets conversations, promises, events, help and introductions be found by their words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from contacts.findable import Kind, lines
from contacts.models import SearchEntry
from contacts.searching import PERSON, Entry
from interactions import found
from interactions.kinds import Source
from interactions.models import (
    Attendance,
    Event,
    FollowUp,
    Help,
    Interaction,
    Introduction,
    Participant,
)
from netcrm.lib.id_lists import among
from netcrm.lib.prepared import prepared

CHUNK = 500  # people asked for in one query; an import announces thousands


# Under which one finds a person: as their own entry says it.
NAMES = SearchEntry.objects.filter(kind=PERSON, target_uid=OuterRef("contact__uid")).values("title")


def _conversations(talks: Sequence[Interaction]) -> Iterator[Entry]:
    """By who took part too, unless it was only estimated."""
    people = _people([talk for talk in talks if talk.source != Source.ESTIMATE])
    for talk in talks:
        text = lines(talk.notes, talk.place, *people[talk.pk])
        if talk.subject or text:
            yield Entry(
                talk.owner_id, "conversation", talk.uid, None, talk.subject, text, on=talk.on
            )


def _people(talks: Sequence[Interaction]) -> dict[int, list[str]]:
    """Who took part, by conversation."""
    names: defaultdict[int, list[str]] = defaultdict(list)
    for pk, name, called in _present([talk.pk for talk in talks]) if talks else ():
        names[pk].append(called or name)
    return names


@prepared
def _present(talk_ids: Sequence[int]) -> QuerySet[Participant, tuple[int, str, str | None]]:
    here = Participant.objects.filter(contact__deleted_at=None, contact__is_self=False)
    some = here.filter(interaction__in=among(talk_ids)).order_by("id")
    return some.values_list("interaction", "contact__name", Subquery(NAMES))


def _promises(promises: Sequence[FollowUp]) -> Iterator[Entry]:
    for each in promises:
        yield Entry(
            each.owner_id, "promise", each.uid, each.contact_id, each.what, each.why,
            on=each.due_on,
        )  # fmt: skip


def _events(events: Sequence[Event]) -> Iterator[Entry]:
    guests = _guests(events)
    for each in events:
        text = lines(each.place, each.why, each.notes, *guests[each.pk])
        yield Entry(each.owner_id, "event", each.uid, None, each.name, text, on=each.starts_on)


def _guests(events: Sequence[Event]) -> dict[int, list[str]]:
    """Who will be there and why one wants to meet them, by event."""
    guests: defaultdict[int, list[str]] = defaultdict(list)
    there = Attendance.objects.filter(event__in=[each.pk for each in events])
    there = there.exclude(contact__deleted_at__isnull=False).order_by("id")
    for pk, *words in there.values_list("event", "contact__name", "name", "why"):
        guests[pk] += [word for word in words if word]
    return guests


def _favours(favours: Sequence[Help]) -> Iterator[Entry]:
    """Without what follows an introduction or an outcome: those are found themselves."""
    told = [each.pk for each in favours if each.what]
    own = set(Help.objects.filter(pk__in=told).by_itself().values_list("pk", flat=True))
    for each in favours:
        if each.pk in own:
            yield Entry(
                each.owner_id, "help", each.uid, each.contact_id, each.what, on=each.on
            )  # fmt: skip


def _introductions(introductions: Sequence[Introduction]) -> Iterator[Entry]:
    for each in introductions:
        if each.why or each.result:
            yield Entry(
                each.owner_id, "introduction", each.uid, None, each.why, each.result,
                on=each.asked_on,
            )  # fmt: skip


CONVERSATIONS = Kind(
    "conversation", _("Conversations"), "coffee", Interaction, _conversations, found.conversations
)
PROMISES = Kind("promise", _("Promises"), "list-checks", FollowUp, _promises, found.promises)
EVENTS = Kind("event", _("Events"), "calendar", Event, _events, found.events)
HELP = Kind("help", _("Help"), "hand-heart", Help, _favours, found.favours)
INTRODUCTIONS = Kind(
    "introduction",
    _("Introductions"),
    "handshake",
    Introduction,
    _introductions,
    found.introductions,
)
KINDS = (CONVERSATIONS, PROMISES, EVENTS, HELP, INTRODUCTIONS)


def index_events_with(contact_ids: Iterable[int]) -> None:
    """Events name their guests: another name, or none in the trash, is to be found there."""
    ids = list(contact_ids)
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        events = list(Event.objects.filter(attendances__contact__in=chunk).distinct())
        if events:
            EVENTS.index(events)


def index_conversations_with(contact_ids: Iterable[int]) -> None:
    """Those that do not name one of these people as they are called now, or name whoever is in the
    trash; the others stay as they are, so that a change of circle costs little.
    """
    ids = list(contact_ids)
    end = Value("\n", TextField())  # a name is a line, so that no longer one passes for it
    named = SearchEntry.objects.annotate(lines=Concat(end, "text", end)).filter(
        kind=CONVERSATIONS.name,
        target_uid=OuterRef("interaction__uid"),
        lines__contains=Concat(end, OuterRef("called"), end),
    )
    present = Participant.objects.exclude(interaction__source=Source.ESTIMATE)
    present = present.annotate(called=Subquery(NAMES)).exclude(called=None)
    stale = present.filter(~Exists(named) | Q(contact__deleted_at__isnull=False))
    for start in range(0, len(ids), CHUNK):
        theirs = stale.filter(contact__in=ids[start : start + CHUNK])
        talks = list(Interaction.objects.living().filter(pk__in=theirs.values("interaction")))
        if talks:
            CONVERSATIONS.index(talks)
