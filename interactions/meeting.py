"""After an event: one pass over the people met, each logged, and promised what was promised."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from contacts.models import Contact
from interactions.days_ahead import Ahead, day_ahead
from interactions.entering import add_newcomers
from interactions.eventing import guests_of, save_event
from interactions.kinds import Channel, Going
from interactions.models import Attendance, Event, Interaction, InteractionQuerySet
from interactions.people_meant import by_name, each_once
from interactions.promising import promise
from interactions.recording import record_many
from netcrm.lib.folding import fold

LONGEST_PLACE = 200  # letters that a conversation and a person have room for


@dataclass(slots=True)
class Met:
    """Somebody met; a name where they are nobody's contact yet."""

    person: Contact | None
    name: str = ""
    about: str = ""
    promise: str = ""


@transaction.atomic
def go_through(event: Event, met: Sequence[Met], today: dt.date) -> list[Contact]:
    """Log a conversation with each of `met`, once however often it is sent, and count the event as
    attended. The answer are the people who were not known before.
    """
    event = Event.objects.select_for_update().get(pk=event.pk)
    on = min(event.last_day, today)
    newcomers = _make(event, met, on)
    logged = set(conversations_at(event).values_list("people", flat=True))
    fresh = list(
        {_person(each).pk: each for each in met if _person(each).pk not in logged}.values()
    )
    talks = [(_talk(event, each, on), [_person(each)]) for each in fresh]
    record_many(event.owner, talks)
    for each, (talk, people) in zip(fresh, talks, strict=True):
        if each.promise:
            due = day_ahead(Ahead.WEEK, today) or today
            promise(event.owner, people[0], each.promise, due, interaction=talk)
    _mark(event, met)
    event.going, event.reviewed_at = Going.ATTENDED, timezone.now()
    save_event(event)
    return newcomers


def conversations_at(event: Event) -> InteractionQuerySet:
    """With whom one spoke there, in the order in which it was logged."""
    return Interaction.objects.of(event.owner).held().filter(event=event).order_by("id")


def met_at(event: Event, on: dt.date | None) -> dict[str, str]:
    """How one met, as columns of PersonDraft."""
    return {"met_at": event.name[:LONGEST_PLACE], "met_on": on.isoformat() if on else ""}


def _make(event: Event, met: Sequence[Met], on: dt.date) -> list[Contact]:
    """Those of whom only a name is known become people, met at this event; unless somebody of that
    name was met there already, as when the form is sent again.
    """
    unknown = [each for each in met if each.person is None]
    if not unknown:
        return []
    known = by_name(Contact.objects.living().filter(interactions__in=conversations_at(event)))
    names = [each for each in each_once(each.name for each in unknown) if fold(each) not in known]
    made = add_newcomers(event.owner, names, **met_at(event, on))
    known |= {fold(name): person for name, person in zip(names, made, strict=True)}
    for each in unknown:
        each.person = known[fold(each.name)]
    return made


def _person(each: Met) -> Contact:
    assert each.person is not None  # noqa: S101 - `_make` has seen to it
    return each.person


def _talk(event: Event, each: Met, on: dt.date) -> Interaction:
    return Interaction(
        owner=event.owner,
        on=on,
        channel=Channel.IN_PERSON,
        subject=each.about or event.name,
        place=event.place[:LONGEST_PLACE],
        event=event,
    )


def _mark(event: Event, met: Sequence[Met]) -> None:
    """Write on the list of those there whom one met, and add whoever was not on it."""
    now = timezone.now()
    there = guests_of(event)
    by_person = {guest.contact_id: guest for guest in there if guest.contact_id}
    by_name = {fold(guest.name): guest for guest in there if not guest.contact_id}
    for each in met:
        person = _person(each)
        named = by_name.pop(fold(each.name or person.name), None)
        guest = by_person.get(person.pk) or named or Attendance(event=event)
        if named and named != guest:
            named.delete()
        guest.contact, guest.name, guest.met_at = person, "", guest.met_at or now
        guest.save()
        by_person[person.pk] = guest
