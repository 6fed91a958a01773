"""An import: its run, its rows, and the source text of every card that came in."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.models import Contact


class RunStatus(models.TextChoices):
    WAITING = "waiting", _("Waiting to be read")
    READING = "reading", _("Being read")
    READY = "ready", _("Ready to look at")
    APPLYING = "applying", _("Being added")
    APPLIED = "applied", _("Added")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")
    FAILED = "failed", _("Refused")


class Verdict(models.TextChoices):
    ADD = "add", _("Add")
    UPDATE = "update", _("Complete")
    SAME = "same", _("Already there")
    SKIP = "skip", _("Skip")
    UNREADABLE = "unreadable", _("Unreadable")


class ImportRunQuerySet(OwnedQuerySet["ImportRun"]):
    """Runs are found by owner alone."""


class ImportRun(OwnedModel):
    status = models.CharField(max_length=8, choices=RunStatus, default=RunStatus.WAITING)
    file_name = models.CharField(max_length=255)
    stored_as = models.CharField(max_length=255, blank=True)
    format = models.CharField(max_length=20, blank=True)
    bytes_total = models.BigIntegerField(default=0)
    bytes_read = models.BigIntegerField(default=0)
    failure = models.TextField(blank=True)
    read_at = models.DateTimeField(null=True)
    applied_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["owner", "-created_at"], name="imports_newest_first")]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("exchange:show", args=[self.uid])


class ImportRow(models.Model):
    """One card of the file. `before` keeps what an update overwrote, for the undo."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=400, blank=True)
    detail = models.CharField(max_length=400, blank=True)
    verdict = models.CharField(max_length=10, choices=Verdict)
    reason = models.JSONField(default=dict)
    card = models.JSONField(null=True)
    source = models.TextField()
    contact = models.ForeignKey(
        Contact, on_delete=models.SET_NULL, null=True, related_name="import_rows"
    )
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "position"], name="row_once")]
        indexes = [models.Index(fields=["run", "verdict", "position"], name="rows_by_verdict")]

    def __str__(self) -> str:
        return f"{self.position} {self.name}"


class SourceCard(models.Model):
    """The text a person came with, kept so that nothing we have no field for is lost."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="source_cards")
    run = models.ForeignKey(
        ImportRun, on_delete=models.SET_NULL, null=True, related_name="source_cards"
    )
    format = models.CharField(max_length=20)
    external_uid = models.CharField(max_length=500, blank=True)
    text = models.TextField()

    class Meta:
        indexes = [
            models.Index(
                fields=["external_uid"], condition=~Q(external_uid=""), name="cards_by_uid"
            )
        ]

    def __str__(self) -> str:
        return f"{self.format} of {self.contact_id}"
