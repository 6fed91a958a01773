"""What one does to be known for one's work, and who reacted to it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.models import Contact
from goals.kinds import BrandKind
from netcrm.lib.addresses import address_of


class BrandActivityQuerySet(OwnedQuerySet["BrandActivity"]):
    def living(self) -> Self:
        return self.filter(deleted_at=None)


class BrandActivity(OwnedModel):
    kind = models.CharField(_("kind"), max_length=11, choices=BrandKind)
    title = models.CharField(_("title"), max_length=300)
    link = models.URLField(_("link"), max_length=1000, blank=True)
    on = models.DateField(_("day"))
    audience = models.PositiveIntegerField(_("audience"), null=True, blank=True)
    notes = models.TextField(_("notes"), blank=True)
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = BrandActivityQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "-on"], condition=Q(deleted_at=None), name="brand_of_owner"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("goals:brand_activity", self.uid)


class Reaction(models.Model):
    activity = models.ForeignKey(BrandActivity, on_delete=models.CASCADE, related_name="reactions")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="reactions")
    note = models.CharField(_("what they said"), max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "contact"], name="reacted_once")]

    def __str__(self) -> str:
        return f"{self.contact_id} to {self.activity_id}"
