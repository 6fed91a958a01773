"""An event one may attend, and who one hopes to meet there.

An event attended is no conversation: the people met there are logged as conversations with it.
"""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.models import Contact
from interactions.kinds import EventKind, Going
from netcrm.lib.addresses import address_of


class EventQuerySet(OwnedQuerySet["Event"]):
    def living(self) -> Self:
        return self.filter(deleted_at=None)

    def attended(self) -> Self:
        return self.living().filter(going=Going.ATTENDED)

    def not_over(self, today: dt.date) -> Self:
        """Going on or to come, the next first; skipped ones too."""
        return self.filter(Q(starts_on__gte=today) | Q(ends_on__gte=today)).order_by(
            "starts_on", "pk"
        )

    def past(self, today: dt.date) -> Self:
        """Over, the latest first."""
        over = self.filter(starts_on__lt=today).exclude(ends_on__gte=today)
        return over.order_by("-starts_on", "-pk")


class Event(OwnedModel):
    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=10, choices=EventKind, default=EventKind.MEETUP)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    at = models.TimeField(_("time"), null=True, blank=True)
    place = models.CharField(_("where"), max_length=300, blank=True)
    link = models.URLField(_("link"), max_length=1000, blank=True)
    why = models.CharField(_("what for"), max_length=300, blank=True)
    notes = models.TextField(_("notes"), blank=True)
    going = models.CharField(_("going"), max_length=10, choices=Going, default=Going.PLANNED)
    # When the people met were gone through after it; until then Today asks.
    reviewed_at = models.DateTimeField(null=True, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "-starts_on"],
                condition=Q(deleted_at=None),
                name="events_of_owner",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="event_ends_after_its_start",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("interactions:event", self.uid)

    @property
    def last_day(self) -> dt.date:
        return self.ends_on or self.starts_on


class Attendance(models.Model):
    """Somebody who will be or was at an event; `name` where they are nobody's contact yet."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="attendances")
    contact = models.ForeignKey(
        Contact, on_delete=models.CASCADE, null=True, related_name="attendances"
    )
    name = models.CharField(_("name"), max_length=300, blank=True)
    is_wanted = models.BooleanField(_("I want to meet them"), default=False)
    why = models.CharField(_("why"), max_length=300, blank=True)
    met_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event", "contact"],
                condition=Q(contact__isnull=False),
                name="there_once",
            )
        ]

    def __str__(self) -> str:
        return self.name or f"{self.contact_id} at {self.event_id}"
