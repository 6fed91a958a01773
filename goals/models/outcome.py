"""What networking brought, and who contributed to it."""

from typing import Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.kinds import BenefitKind
from contacts.models import Contact
from goals.kinds import OutcomeSize
from goals.models.aspiration import Aspiration
from interactions.models import Event, FollowUp, Help
from netcrm.lib.addresses import address_of


class OutcomeQuerySet(OwnedQuerySet["Outcome"]):
    def living(self) -> Self:
        return self.filter(deleted_at=None)


class Outcome(OwnedModel):
    """Its kinds are the seven benefits. Money stands beside the size, never instead of it."""

    what = models.CharField(_("what happened"), max_length=300)
    kind = models.CharField(_("kind"), max_length=11, choices=BenefitKind)
    size = models.CharField(
        _("size"), max_length=6, choices=OutcomeSize, default=OutcomeSize.MEDIUM
    )
    money = models.DecimalField(
        _("money"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    on = models.DateField(_("day"))
    aspiration = models.ForeignKey(
        Aspiration, on_delete=models.SET_NULL, null=True, blank=True, related_name="outcomes"
    )
    event = models.ForeignKey(
        Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="outcomes"
    )
    notes = models.TextField(_("notes"), blank=True)
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "-on"], condition=Q(deleted_at=None), name="outcomes_of_owner"
            )
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return address_of("goals:outcome", self.uid)


class Contribution(models.Model):
    """Somebody's part in an outcome; it owns the help received that it is."""

    outcome = models.ForeignKey(Outcome, on_delete=models.CASCADE, related_name="contributions")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="contributions")
    share = models.FloatField(_("share"), default=1, validators=[MinValueValidator(0)])
    favour = models.OneToOneField(
        Help, on_delete=models.SET_NULL, null=True, editable=False, related_name="contribution"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["outcome", "contact"], name="contributed_once")
        ]

    def __str__(self) -> str:
        return f"{self.contact_id} to {self.outcome_id}"


class Thanks(models.Model):
    """The promise to thank somebody credited with an outcome, whether for contributing or for an
    introduction; they are thanked on the day it is done. No promise: none is needed."""

    outcome = models.ForeignKey(Outcome, on_delete=models.CASCADE, related_name="thanks")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="thanks")
    follow_up = models.OneToOneField(
        FollowUp, on_delete=models.CASCADE, null=True, related_name="thanks"
    )

    class Meta:
        verbose_name_plural = "thanks"
        constraints = [models.UniqueConstraint(fields=["outcome", "contact"], name="thanked_once")]

    def __str__(self) -> str:
        return f"{self.contact_id} for {self.outcome_id}"
