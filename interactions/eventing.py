"""Events planned, decided on and listed; the only writer of events and of who is there."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from interactions.indexing import EVENTS
from interactions.kinds import Going
from interactions.models import Attendance, Event, EventQuerySet
from interactions.signals import event_changed
from netcrm.lib.folding import fold
from netcrm.lib.prepared import prepared

ASKED_FOR = 60  # days after an event in which it is asked how it was: later nobody remembers
AHEAD = 14  # days: events are prepared for earlier than meetings
MOST = 20  # of one list on Today


class Guest(NamedTuple):
    """Who will be or was there: somebody known, or just a name."""

    contact: Contact | None
    name: str = ""
    is_wanted: bool = False
    why: str = ""


@transaction.atomic
def save_event(event: Event) -> Event:
    event.save()
    _settle(event)
    return event


@transaction.atomic
def revise_event(event: Event, **facts: Any) -> Event:
    """Change what `facts` name and nothing else."""
    event.lock()
    for name, value in facts.items():
        setattr(event, name, value)
    return save_event(event)


def decide(event: Event, going: str) -> Event:
    return revise_event(event, going=going)


def trash_event(event: Event) -> Event:
    return revise_event(event, deleted_at=timezone.now())


def restore_event(event: Event) -> Event:
    return revise_event(event, deleted_at=None)


@transaction.atomic
def expect(event: Event, guests: Iterable[Guest]) -> None:
    """Add who is not on the list yet."""
    event.lock()
    present = list(guests_of(event))
    people = {each.contact_id for each in present if each.contact_id}
    names = {fold(each.name) for each in present}
    for guest in guests:
        if guest.contact and guest.contact.pk not in people:
            people.add(guest.contact.pk)
        elif not guest.contact and fold(guest.name) not in names:
            names.add(fold(guest.name))
        else:
            continue
        Attendance.objects.create(event=event, **guest._asdict())
    _settle(event)


@transaction.atomic
def revise_guests(event: Event, changed: Iterable[Attendance], gone: Iterable[Attendance]) -> None:
    event.lock()
    Attendance.objects.bulk_update(list(changed), ["is_wanted", "why"])
    Attendance.objects.filter(event=event, pk__in=[each.pk for each in gone]).delete()
    _settle(event)


def _settle(event: Event) -> None:
    EVENTS.index([event])
    event_changed.send(sender=Event, owner=event.owner)


def guests_of(event: Event) -> Sequence[Attendance]:
    """Whom one wants to meet first, then in the order in which they were named."""
    there = Attendance.objects.filter(event=event).exclude(contact__deleted_at__isnull=False)
    return list(there.select_related("contact").order_by("-is_wanted", "id"))


def events_to_review(user: User, today: dt.date) -> Sequence[Event]:
    """Over, and either not decided whether one was there, or not gone through whom one met."""
    return _over(user, today - dt.timedelta(days=ASKED_FOR), today)


@prepared
def _over(user: User, since: dt.date, today: dt.date) -> EventQuerySet:
    over = Event.objects.of(user).living().past(today)
    of_late = over.filter(Q(starts_on__gte=since) | Q(ends_on__gte=since), reviewed_at=None)
    return of_late.exclude(going=Going.SKIPPED)[:MOST]


def events_around(user: User, day: dt.date) -> Sequence[Event]:
    """At which a conversation of that day may have been: begun by then, and over not long before;
    the latest first.
    """
    return _around(user, day - dt.timedelta(days=ASKED_FOR), day)


@prepared
def _around(user: User, since: dt.date, day: dt.date) -> EventQuerySet:
    near = Event.objects.of(user).living().filter(starts_on__lte=day).exclude(going=Going.SKIPPED)
    lately = near.filter(Q(starts_on__gte=since) | Q(ends_on__gte=since))
    return lately.order_by("-starts_on", "-pk")


def events_ahead(user: User, today: dt.date, days: int = AHEAD) -> Sequence[Event]:
    """Going on, or beginning in the days to come; the next first, skipped ones left out."""
    return _near(user, today, today + dt.timedelta(days=days))


@prepared
def _near(user: User, today: dt.date, until: dt.date) -> EventQuerySet:
    coming = Event.objects.of(user).living().not_over(today).exclude(going=Going.SKIPPED)
    return with_wanted(coming.filter(starts_on__lte=until))[:MOST]


def with_wanted(events: EventQuerySet) -> EventQuerySet:
    """Each with `wanted`: how many people one wants to meet there, and `met`: how many one did."""
    is_here = Q(attendances__contact=None) | Q(attendances__contact__deleted_at=None)
    return events.annotate(
        wanted=Count("attendances", filter=is_here & Q(attendances__is_wanted=True)),
        met=Count("attendances", filter=is_here & Q(attendances__met_at__isnull=False)),
    )
