"""A conversation: when, through which channel, with whom, about what."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.models import Contact
from interactions.kinds import Channel, Depth, Direction, Source, Status
from interactions.models.event import Event
from netcrm.lib.addresses import address_of


class InteractionQuerySet(OwnedQuerySet["Interaction"]):
    def living(self) -> Self:
        return self.filter(deleted_at=None)

    def held(self) -> Self:
        return self.living().filter(status=Status.HELD)

    def trashed(self) -> Self:
        return self.exclude(deleted_at=None)

    def with_person(self, contact: Contact) -> Self:
        return self.filter(participants__contact=contact)


class Interaction(OwnedModel):
    on = models.DateField(_("day"))
    at = models.TimeField(_("time"), null=True, blank=True)
    channel = models.CharField(_("how"), max_length=9, choices=Channel, default=Channel.IN_PERSON)
    depth = models.CharField(_("depth"), max_length=6, choices=Depth, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    head_count = models.PositiveSmallIntegerField(
        _("people there besides you"), null=True, blank=True
    )
    direction = models.CharField(max_length=8, choices=Direction, default=Direction.MUTUAL)
    is_answered = models.BooleanField(_("answered"), default=True)
    status = models.CharField(max_length=9, choices=Status, default=Status.HELD)
    place = models.CharField(_("where"), max_length=200, blank=True)
    subject = models.CharField(_("what about"), max_length=300, blank=True)
    notes = models.TextField(_("notes"), blank=True)
    source = models.CharField(max_length=8, choices=Source, default=Source.HAND, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False)
    event = models.ForeignKey(
        Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="conversations"
    )
    people = models.ManyToManyField(Contact, through="Participant", related_name="interactions")

    objects = InteractionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "-on", "-id"],
                condition=Q(deleted_at=None),
                name="timeline_of_owner",
            ),
            models.Index(
                fields=["owner", "on"],
                condition=Q(deleted_at=None, status="planned"),
                name="planned_of_owner",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} {self.on}"

    def get_absolute_url(self) -> str:
        return address_of("interactions:show", self.uid)

    @property
    def is_two_way(self) -> bool:
        """Whether it restarts the cadence: held, and not one's own message without a reply."""
        return self.status == Status.HELD and self.is_answered

    def trash(self) -> None:
        self.deleted_at = timezone.now()
        self.save(update_fields=["deleted_at", "updated_at"])

    def restore(self) -> None:
        self.deleted_at = None
        self.save(update_fields=["deleted_at", "updated_at"])


class Participant(models.Model):
    interaction = models.ForeignKey(
        Interaction, on_delete=models.CASCADE, related_name="participants"
    )
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="participations")
    rating_declined_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contact", "interaction"], name="present_once")
        ]

    def __str__(self) -> str:
        return f"{self.contact_id} in {self.interaction_id}"
