"""What one wants to reach in working life, and which people it takes."""

import datetime as dt
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.kinds import BenefitKind, Role, Seniority
from contacts.models import Contact
from goals.kinds import AspirationKind, Sought
from netcrm.lib.addresses import address_of


class AspirationQuerySet(OwnedQuerySet["Aspiration"]):
    def living(self) -> Self:
        return self.filter(deleted_at=None)

    def active(self) -> Self:
        """Neither reached nor let go."""
        return self.living().filter(reached_on=None, let_go_on=None)


class Aspiration(OwnedModel):
    kind = models.CharField(_("kind"), max_length=10, choices=AspirationKind)
    title = models.CharField(_("what I want"), max_length=200)
    why = models.TextField(_("why"), blank=True)
    horizon_on = models.DateField(_("by when"), null=True, blank=True)
    reached_on = models.DateField(null=True, editable=False)
    let_go_on = models.DateField(null=True, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = AspirationQuerySet.as_manager()

    class Meta:
        ordering = ["horizon_on", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("goals:aspiration", self.uid)

    @property
    def is_active(self) -> bool:
        """Neither reached nor let go."""
        return self.reached_on is None and self.let_go_on is None

    def settle(self, *, reached_on: dt.date | None, let_go_on: dt.date | None) -> None:
        """Reached or let go on a day; neither takes it up again."""
        self.reached_on, self.let_go_on = reached_on, let_go_on
        self.save(update_fields=["reached_on", "let_go_on", "updated_at"])


class NeedQuerySet(OwnedQuerySet["Need"]):
    """Needs are found by owner, and through their aspiration."""

    def trashed(self) -> Self:
        """Of aspirations that are not in the trash themselves: with those they come and go."""
        return self.filter(aspiration__deleted_at=None).exclude(deleted_at=None)


AllNeeds = models.Manager.from_queryset(NeedQuerySet)


class LivingNeeds(AllNeeds["Need"]):
    """Without those in the trash: `aspiration.needs` must not count what was taken back."""

    def get_queryset(self) -> NeedQuerySet:
        return NeedQuerySet(self.model, using=self._db).filter(deleted_at=None)


class Need(OwnedModel):
    """People of one description who bring one kind of benefit; network.needs does the arithmetic.

    `value` is what they have in common in that respect, as people carry it (an industry's name, the
    value of a role or seniority, an organisation's name, a place, a tag's name); for one person it
    is empty and `person` says who.
    """

    aspiration = models.ForeignKey(Aspiration, on_delete=models.CASCADE, related_name="needs")
    sought = models.CharField(_("people by"), max_length=12, choices=Sought)
    value = models.CharField(_("which"), max_length=200, blank=True)
    person = models.ForeignKey(
        Contact, on_delete=models.CASCADE, null=True, blank=True, related_name="needs"
    )
    benefit = models.CharField(_("who bring"), max_length=11, choices=BenefitKind)
    importance = models.PositiveSmallIntegerField(
        _("importance"), default=2, validators=[MinValueValidator(1), MaxValueValidator(3)]
    )
    wanted = models.FloatField(
        _("how many would be enough"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0.5), MaxValueValidator(50)],
    )
    is_less_digital = models.BooleanField(_("not a very digital industry"), default=False)

    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = LivingNeeds()
    with_trashed = AllNeeds()

    class Meta:
        ordering = ["-importance", "pk"]

    def __str__(self) -> str:
        return f"{self.get_benefit_display()}: {self.who}"

    def trash(self) -> None:
        self._put(timezone.now())

    def restore(self) -> None:
        self._put(None)

    def _put(self, deleted_at: dt.datetime | None) -> None:
        self.deleted_at = deleted_at
        self.save(update_fields=["deleted_at", "updated_at"])

    @property
    def who(self) -> str:
        """The people sought, in one word or name."""
        if self.sought == Sought.PERSON:
            return self.person.name if self.person else ""
        labels = {Sought.ROLE: Role, Sought.SENIORITY: Seniority}.get(Sought(self.sought))
        return str(dict(labels.choices).get(self.value, self.value)) if labels else self.value
