"""One import, from the upload to its undo."""

import datetime as dt
from pathlib import Path
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.kinds import Circle
from netcrm.lib.addresses import address_of

# The worker looks for work every second; when nothing has moved for this long, it is not there.
PATIENCE = dt.timedelta(seconds=20)


class RunStatus(models.TextChoices):
    WAITING = "waiting", _("Waiting to be read")
    READING = "reading", _("Being read")
    READY = "ready", _("Ready to look at")
    APPLYING = "applying", _("Being added")
    APPLIED = "applied", _("Added")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")
    FAILED = "failed", _("Refused")


AT_WORK = frozenset({RunStatus.WAITING, RunStatus.READING, RunStatus.APPLYING, RunStatus.UNDOING})


class ImportRunQuerySet(OwnedQuerySet["ImportRun"]):
    def newest_first(self) -> Self:
        return self.order_by("-created_at", "-id")


class ImportRun(OwnedModel):
    status = models.CharField(max_length=8, choices=RunStatus, default=RunStatus.WAITING)
    file_name = models.CharField(max_length=255)
    format = models.CharField(max_length=20, blank=True)
    bytes_total = models.BigIntegerField(default=0)
    bytes_read = models.BigIntegerField(default=0)
    rows_read = models.PositiveIntegerField(default=0)
    failure = models.TextField(blank=True)

    # What the user wants for everybody who is added.
    tag = models.CharField(_("tag for everyone added"), max_length=100, blank=True)
    circle = models.CharField(
        _("circle for everyone added"), max_length=6, choices=Circle, blank=True
    )

    # What came of it: counts by name, and the ids of organisations and tags that were made.
    outcome = models.JSONField(default=dict)
    made = models.JSONField(default=dict)
    # Uids of people changed since, whom the undo takes back nevertheless.
    taken_back = models.JSONField(default=list)

    read_at = models.DateTimeField(null=True)
    applied_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["owner", "-created_at"], name="imports_newest_first")]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return address_of("exchange:show", self.uid)

    @property
    def path(self) -> Path:
        """Where the file lies until it has been read."""
        return Path(settings.MEDIA_ROOT) / "imports" / str(self.uid)

    @property
    def is_at_work(self) -> bool:
        return self.status in AT_WORK

    @property
    def is_stuck(self) -> bool:
        """Whether work is due and nothing has moved for a while: no worker seems to run."""
        return self.is_at_work and timezone.now() - self.updated_at > PATIENCE

    @property
    def is_outdated(self) -> bool:
        """Whether people were added from another file since this one was compared with them."""
        others = ImportRun.objects.of(self.owner).exclude(pk=self.pk)
        return bool(self.read_at) and others.filter(applied_at__gt=self.read_at).exists()

    def move(self, start: RunStatus, end: RunStatus) -> bool:
        """From one state to the next; False when somebody else moved it before."""
        moved = ImportRun.objects.filter(pk=self.pk, status=start).update(
            status=end, updated_at=timezone.now()
        )
        if moved:
            self.status = end
        return bool(moved)
