"""One card of the file while it is looked at: what is in it and what shall become of it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.models import Contact
from exchange.models.run import ImportRun


class Verdict(models.TextChoices):
    ADD = "add", _("Add")
    UPDATE = "update", _("Complete")
    SAME = "same", _("Already there")
    SKIP = "skip", _("Skip")
    UNREADABLE = "unreadable", _("Unreadable")


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    def by_position(self) -> Self:
        return self.order_by("position")

    def to_decide(self) -> Self:
        """Those who may be somebody already known, where only the user can tell."""
        return self.filter(choices__isnull=False)

    def twins(self) -> Self:
        """Further cards about whom an earlier card of the file is about."""
        return self.filter(verdict=Verdict.UPDATE, contact=None, twin__isnull=False)

    def bringing_nothing(self) -> Self:
        """About somebody still there, without anything new; save the very same card, whose text
        is kept since it came first.
        """
        same = self.filter(verdict=Verdict.SAME, contact__deleted_at=None, contact__isnull=False)
        return same.exclude(reason__code="card")


class ImportRow(models.Model):
    """`contact` is the person already known that the card is about, and `known` their id, which
    stays when they are deleted for good; `twin` is the position of an earlier card of this file
    about the same person. `reason` is what `exchange.wording` reads.
    """

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=400, blank=True)
    detail = models.CharField(max_length=400, blank=True)
    file = models.CharField(max_length=500, blank=True)
    line = models.PositiveIntegerField(default=0)
    verdict = models.CharField(max_length=10, choices=Verdict)
    reason = models.JSONField(default=dict)
    contact = models.ForeignKey(
        Contact, on_delete=models.SET_NULL, null=True, related_name="import_rows"
    )
    known = models.PositiveBigIntegerField(null=True)
    twin = models.PositiveIntegerField(null=True)
    choices = models.JSONField(null=True)
    card = models.JSONField(null=True)
    source = models.TextField()

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "position"], name="row_once")]
        indexes = [
            models.Index(fields=["run", "verdict", "position"], name="rows_by_verdict"),
            models.Index(
                fields=["run", "position"],
                condition=Q(choices__isnull=False),
                name="rows_to_decide",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.name}"
