"""What one said of a relationship after a meeting."""

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.models import Contact
from interactions.models import Interaction

STEPS = [MinValueValidator(1), MaxValueValidator(5)]


class RatingQuerySet(OwnedQuerySet["Rating"]):
    def living(self) -> Self:
        """Those that count: a rating goes to the trash, and returns, with its conversation."""
        return self.filter(deleted_at=None).exclude(interaction__deleted_at__isnull=False)


class Rating(OwnedModel):
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="ratings")
    interaction = models.ForeignKey(
        Interaction, on_delete=models.CASCADE, null=True, related_name="ratings"
    )
    on = models.DateField(_("day"))
    trust = models.FloatField(_("trust"), null=True, blank=True, validators=STEPS)
    respect = models.FloatField(_("respect"), null=True, blank=True, validators=STEPS)
    common = models.FloatField(_("common ground"), null=True, blank=True, validators=STEPS)
    changed_things = models.BooleanField(_("this changed things"), default=False)
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = RatingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["contact", "-on"], name="ratings_of_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "interaction"],
                condition=models.Q(deleted_at=None, interaction__isnull=False),
                name="rated_once_per_conversation",
            )
        ]

    def __str__(self) -> str:
        return f"{self.contact_id} on {self.on}"
