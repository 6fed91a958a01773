"""Cards closed: by what one did with the person, put off, or not now; and each taken back."""

import datetime as dt
from collections.abc import Collection, Sequence

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from interactions.kinds import Source, Status
from interactions.models import Participant
from netcrm.lib.id_lists import among
from netcrm.lib.prepared import prepared
from planning.drawing_up import draw_up
from planning.models import Card, ClosedHow, Plan
from planning.ranking import OTHER, REST_AFTER_CONTACT

QUICK = 2000  # people: as many are ranked before one has looked up; design


def ask(owner: User) -> None:
    """Have the worker draw up the plan anew: one small write, in the caller's transaction."""
    mine = Plan.objects.filter(owner=owner)
    asked = {"asked_at": timezone.now(), "changes": F("changes") + 1}
    if not mine.update(**asked):
        Plan.objects.get_or_create(owner=owner)
        mine.update(**asked)


def fill_up(user: User) -> None:
    """The next card at once where that is quick, else as soon as the worker comes to it."""
    if Contact.objects.of(user).living().count() < QUICK:
        draw_up(user)
    else:
        ask(user)


@transaction.atomic
def put_off(contact: Contact, until: dt.date) -> None:
    _card_of(contact).close(ClosedHow.SNOOZED, until)


@transaction.atomic
def dismiss(contact: Contact) -> None:
    _card_of(contact).close(ClosedHow.DISMISSED)


@transaction.atomic
def take_back(contact: Contact) -> None:
    """Undo of the two above: a card is back in its place, and what came instead goes; whoever had
    none is as before."""
    ours = Card.objects.of(contact.owner).filter(contact=contact)
    last = ours.exclude(closed_at=None).exclude(closed_how=ClosedHow.CONTACTED)
    card = last.order_by("-closed_at").first()
    if card is None or ours.open().exists():
        return
    if card.shown_on:
        instead = Card.objects.of(contact.owner).open().filter(created_at__gte=card.closed_at)
        instead.filter(pk__in=instead.order_by("-pk").values("pk")[:1]).delete()
        card.reopen()
    else:
        card.delete()


def follow(owner: User, contact_ids: Collection[int]) -> None:
    """Close the cards of whom one has spoken with or written to; open those again for which that is
    no longer so. In the transaction of what happened."""
    today = owner.today()
    midnight = dt.datetime.combine(today, dt.time.min, owner.zone)
    rested = today - dt.timedelta(days=REST_AFTER_CONTACT)
    for card in _shown(owner, list(contact_ids), midnight, today, rested):
        is_acted_on = card.is_acted_on  # type: ignore[attr-defined] # annotated
        if is_acted_on and card.closed_at is None:
            card.close(ClosedHow.CONTACTED)
        elif not is_acted_on and card.closed_at is not None and not _has_open(card):
            card.reopen()


@prepared
def _shown(
    owner: User, contact_ids: Sequence[int], midnight: dt.datetime, today: dt.date, rested: dt.date
) -> QuerySet[Card]:
    cards = Card.objects.of(owner).filter(
        Q(closed_at=None) | Q(closed_how=ClosedHow.CONTACTED, closed_at__gte=midnight),
        contact_id__in=among(contact_ids),
        shown_on__isnull=False,
    )
    return cards.annotate(is_acted_on=_acted_on(today, rested)).order_by("pk")


def _acted_on(today: dt.date, rested: dt.date) -> Q:
    held = Participant.objects.filter(
        contact=OuterRef("contact"),
        interaction__deleted_at=None,
        interaction__status=Status.HELD,
        interaction__on__lte=today,
    ).exclude(interaction__source=Source.ESTIMATE)
    since_shown = held.filter(interaction__on__gte=OuterRef("shown_on"))
    return Q(Exists(since_shown)) | Q(tier=OTHER, contact__last_contact_on__gte=rested)


def _has_open(card: Card) -> bool:
    return Card.objects.open().filter(contact_id=card.contact_id).exists()


def _card_of(contact: Contact) -> Card:
    """The open card of a person, else one for who is settled from the list behind the cards."""
    card = Card.objects.of(contact.owner).open().filter(contact=contact).first()
    return card or Card.objects.create(owner=contact.owner, contact=contact, tier=OTHER, priority=0)
