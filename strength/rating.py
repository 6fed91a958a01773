"""Rate a relationship, after a conversation or by itself; ratings stay with their conversation."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from interactions.models import Interaction, Participant
from netcrm.lib.prepared import prepared
from strength.models import Rating
from strength.rescoring import rescore
from strength.signals import rating_changed


@dataclass(frozen=True, slots=True)
class Answers:
    """Steps from 1 to 5, each optional."""

    trust: int | None = None
    respect: int | None = None
    common: int | None = None
    changed_things: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.changed_things and {self.trust, self.respect, self.common} == {None}


@transaction.atomic
def rate(person: Contact, answers: Answers, conversation: Interaction | None = None) -> Rating:
    """The rating of this conversation, made or changed; without one, today's.

    The strength of the person is right when this returns.
    """
    said = {
        "trust": answers.trust,
        "respect": answers.respect,
        "common": answers.common,
        "changed_things": answers.changed_things,
        "on": conversation.on if conversation else person.owner.today(),
    }
    rating = given(person, conversation)
    if rating is None:
        rating = Rating(owner=person.owner, contact=person, interaction=conversation)
    for name, value in said.items():
        setattr(rating, name, value)
    rating.save()
    rescore([person.pk])
    rating_changed.send(Rating, owner=person.owner, contact_ids=[person.pk])
    return rating


@transaction.atomic
def decline(person: Contact, conversation: Interaction) -> None:
    """Not to be asked again about this person and this conversation."""
    Participant.objects.filter(contact=person, interaction=conversation).update(
        rating_declined_at=timezone.now()
    )


@transaction.atomic
def withdraw(rating: Rating) -> None:
    rating.deleted_at = timezone.now()
    rating.save(update_fields=["deleted_at", "updated_at"])
    rescore([rating.contact_id])
    rating_changed.send(Rating, owner=rating.owner, contact_ids=[rating.contact_id])


def given(person: Contact, conversation: Interaction | None) -> Rating | None:
    """The rating of this conversation; without one, today's that stands alone."""
    if conversation:
        return _of_conversation.first(person, conversation)
    return _standing_alone.first(person, person.owner.today())


@prepared
def _of_conversation(person: Contact, conversation: Interaction) -> QuerySet[Rating]:
    theirs = Rating.objects.living().filter(contact=person, interaction=conversation)
    return theirs.order_by("pk")[:1]


@prepared
def _standing_alone(person: Contact, day: dt.date) -> QuerySet[Rating]:
    theirs = Rating.objects.living().filter(contact=person, interaction=None, on=day)
    return theirs.order_by("pk")[:1]


def latest(person: Contact, apart_from: Rating | None = None) -> Rating | None:
    """The newest rating, to be shown faintly behind the steps of a new one."""
    newest = _newest(person)
    return next((each for each in newest if each != apart_from), None)


@prepared
def _newest(person: Contact) -> QuerySet[Rating]:
    return Rating.objects.living().filter(contact=person).order_by("-on", "-pk")[:2]


def unrated(conversation: Interaction) -> Sequence[Contact]:
    """Who was there, is scored, and has been neither rated nor declined; in the order named."""
    return _unrated(conversation.owner, conversation)


@prepared
def _unrated(owner: User, conversation: Interaction) -> QuerySet[Contact]:
    asked = Participant.objects.filter(interaction=conversation, rating_declined_at=None)
    return (
        Contact.objects.of(owner)
        .scored()
        .filter(participations__in=asked)
        .exclude(ratings__in=Rating.objects.filter(interaction=conversation, deleted_at=None))
        .order_by("participations__pk")
    )


def realign(contact_ids: Iterable[int]) -> None:
    """Move ratings to the day of their conversation; take those of people no longer in it away."""
    ratings = Rating.objects.filter(
        contact_id__in=list(contact_ids), interaction__isnull=False, deleted_at=None
    )
    present = Participant.objects.filter(
        contact=OuterRef("contact"), interaction=OuterRef("interaction")
    )
    ratings.exclude(Exists(present)).update(deleted_at=timezone.now())
    day = Interaction.objects.filter(pk=OuterRef("interaction")).values("on")
    ratings.exclude(on=F("interaction__on")).update(on=Subquery(day))
