"""Whom a day calls for: the cards of Today, which stay until they are acted on."""

from typing import Self

from django.conf import settings
from django.db import models

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
    further = models.PositiveIntegerField(default=0)  # how many more there are behind the cards

    def __str__(self) -> str:
        return f"{self.owner_id} as of {self.as_of}"


class CardQuerySet(OwnedQuerySet["Card"]):
    def open(self) -> Self:
        return self.filter(closed_at=None)


class Card(OwnedModel):
    """One person on the short list; `reasons` are codes and numbers as planning.reasons gives."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="cards")
    tier = models.PositiveSmallIntegerField()
    priority = models.FloatField()
    reasons = models.JSONField(default=list)
    is_reconnection = models.BooleanField(default=False)
    shown_on = models.DateField()
    closed_at = models.DateTimeField(null=True)
    closed_how = models.CharField(max_length=9, blank=True)  # contacted, dismissed, snoozed
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
