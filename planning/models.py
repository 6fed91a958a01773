"""Whom a day calls for: the cards of Today, which stay until they are acted on."""

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.models import Contact


class Plan(models.Model):
    """When the short list of one owner was last drawn up, and whether it is to be drawn anew."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    as_of = models.DateField(null=True)
    computed_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    changes = models.PositiveIntegerField(default=0)  # told apart by the worker while it draws
    further = models.PositiveIntegerField(default=0)  # how many more there are behind the cards
    # The first of them in order: `contact` (row number), `reasons` and `parts` as on a card.
    rest = models.JSONField(default=list)
    # Conversations a week: what the rhythms ask for, and what there was in the last weeks.
    weekly_demand = models.FloatField(null=True)
    weekly_actual = models.FloatField(null=True)  # None: too little is on record to tell
    slower = models.JSONField(default=list)  # steps as planning.slowing gives them
    dates = models.JSONField(default=list)  # to remember, as planning.remembering gives them

    def __str__(self) -> str:
        return f"{self.owner_id} as of {self.as_of}"


class CardQuerySet(OwnedQuerySet["Card"]):
    def open(self) -> Self:
        return self.filter(closed_at=None)


class ClosedHow(models.TextChoices):
    CONTACTED = "contacted", _("Contacted")
    DISMISSED = "dismissed", _("Not now")
    SNOOZED = "snoozed", _("Later")


class Card(OwnedModel):
    """One person on the short list, as planning.drawing_up writes it.

    `reasons` are codes and numbers as planning.reasons gives, with days instead of spans, so that
    they are true on every later day; `parts` are the points of planning.ranking by name.
    """

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="cards")
    tier = models.PositiveSmallIntegerField()
    priority = models.FloatField()
    reasons = models.JSONField(default=list)
    is_reconnection = models.BooleanField(default=False)
    parts = models.JSONField(default=dict)
    shown_on = models.DateField(null=True)  # None: settled from the list behind the cards
    closed_at = models.DateTimeField(null=True)
    closed_how = models.CharField(max_length=9, choices=ClosedHow, blank=True)
    snoozed_until = models.DateField(null=True)

    objects = CardQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact"],
                condition=models.Q(closed_at=None),
                name="one_open_card_a_person",
            )
        ]
        indexes = [
            models.Index(
                fields=["owner", "tier", "-priority"],
                condition=models.Q(closed_at=None),
                name="open_cards",
            )
        ]

    def __str__(self) -> str:
        return f"{self.contact_id} on {self.shown_on}"

    def close(self, how: str, snoozed_until: dt.date | None = None) -> None:
        self.closed_at, self.closed_how = timezone.now(), how
        self.snoozed_until = snoozed_until
        self.save(update_fields=["closed_at", "closed_how", "snoozed_until", "updated_at"])

    def reopen(self) -> None:
        self.closed_at, self.closed_how, self.snoozed_until = None, "", None
        self.save(update_fields=["closed_at", "closed_how", "snoozed_until", "updated_at"])
