"""What the search found of what happened, as it was written and where it stands."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.urls import reverse

from accounts.models import User
from contacts.findable import Shown
from interactions.models import Event, FollowUp, Help, Interaction, Introduction
from interactions.timeline import people_in
from interactions.wording import headline, help_said, pair


def conversations(user: User, uids: Sequence[UUID]) -> Iterator[Shown]:
    talks = list(Interaction.objects.of(user).living().filter(uid__in=uids))
    people = people_in([talk.pk for talk in talks])
    for talk in talks:
        names = ", ".join(person.name for person in people.get(talk.pk, ()))
        texts = (talk.notes, talk.place)
        yield Shown(talk.uid, headline(talk), talk.get_absolute_url(), talk.on, texts, names)


def promises(user: User, uids: Sequence[UUID]) -> Iterator[Shown]:
    """They have no page of their own: the person's says them."""
    mine = FollowUp.objects.of(user).filter(deleted_at=None, uid__in=uids)
    here = mine.exclude(contact__deleted_at__isnull=False).select_related("contact")
    for each in here:
        person = each.contact
        url = person.get_absolute_url() if person else reverse("planning:today")
        name = person.name if person else ""
        yield Shown(each.uid, each.what, url, each.due_on, (each.why,), name)


def events(user: User, uids: Sequence[UUID]) -> Iterator[Shown]:
    mine = Event.objects.of(user).living().filter(uid__in=uids)
    for each in mine.prefetch_related("attendances__contact"):
        guests = [
            ", ".join(
                filter(None, (guest.contact.name if guest.contact else guest.name, guest.why))
            )
            for guest in each.attendances.all()
            if guest.contact is None or guest.contact.deleted_at is None
        ]
        texts = (each.why, each.notes, *guests)
        yield Shown(each.uid, each.name, each.get_absolute_url(), each.starts_on, texts, each.place)


def favours(user: User, uids: Sequence[UUID]) -> Iterator[Shown]:
    mine = Help.objects.of(user).living().filter(uid__in=uids, contact__deleted_at=None)
    for each in mine.select_related("contact"):
        url = reverse("interactions:help", args=[each.contact.uid])
        beside = f"{each.contact.name} · {each.get_direction_display()}"
        yield Shown(each.uid, help_said(each), url, each.on, (), beside)


def introductions(user: User, uids: Sequence[UUID]) -> Iterator[Shown]:
    mine = Introduction.objects.of(user).living().filter(uid__in=uids).with_people()
    for each in mine:
        texts = (each.why, each.result)
        yield Shown(each.uid, pair(each), each.get_absolute_url(), each.asked_on, texts)
