"""A promise, mine or theirs, with the day it is due."""

import datetime as dt
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.models import Contact
from interactions.kinds import Promiser
from interactions.models.interaction import Interaction
from interactions.signals import promise_changed

OPEN = Q(done_on=None, skipped_on=None, deleted_at=None)


class FollowUpQuerySet(OwnedQuerySet["FollowUp"]):
    def living(self) -> Self:
        return self.filter(deleted_at=None)

    def open(self) -> Self:
        """Neither done nor skipped, nor of somebody in the trash."""
        return self.filter(OPEN).exclude(contact__deleted_at__isnull=False)

    def due(self, today: dt.date) -> Self:
        return self.open().filter(due_on__lte=today)

    def by_day(self) -> Self:
        return self.order_by("due_on", "id")


class FollowUp(OwnedModel):
    contact = models.ForeignKey(
        Contact, on_delete=models.CASCADE, null=True, related_name="follow_ups"
    )
    by = models.CharField(_("who promised"), max_length=4, choices=Promiser, default=Promiser.ME)
    what = models.CharField(_("what"), max_length=300)
    why = models.CharField(_("why"), max_length=300, blank=True)
    due_on = models.DateField(_("by when"))
    done_on = models.DateField(null=True, editable=False)
    skipped_on = models.DateField(null=True, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False)
    interaction = models.ForeignKey(
        Interaction, on_delete=models.SET_NULL, null=True, related_name="follow_ups"
    )

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["owner", "due_on", "id"], condition=OPEN, name="promises_by_day"),
            models.Index(fields=["contact", "due_on"], name="promises_of_person"),
        ]

    def __str__(self) -> str:
        return self.what

    def finish(self, today: dt.date) -> None:
        self.revise(done_on=today, skipped_on=None)

    def skip(self, today: dt.date) -> None:
        self.revise(skipped_on=today, done_on=None)

    def reopen(self, due_on: dt.date | None = None) -> None:
        """Take it up again, on the day it had before it was put off where that is given."""
        day = {"due_on": due_on} if due_on else {}
        self.revise(done_on=None, skipped_on=None, **day)

    def snooze(self, until: dt.date) -> None:
        """Move it; a snooze is no contact and keeps no cadence."""
        self.revise(due_on=until)

    def trash(self) -> None:
        self.revise(deleted_at=timezone.now())

    def restore(self) -> None:
        self.revise(deleted_at=None)

    @transaction.atomic
    def revise(self, **facts: Any) -> None:
        """Change the columns that `facts` name and nothing else."""
        self.lock()
        for name, value in facts.items():
            setattr(self, name, value)
        self.save(update_fields=[*facts, "updated_at"])
        self.announce()

    def announce(self) -> None:
        people = [self.contact_id] if self.contact_id else []
        promise_changed.send(sender=FollowUp, owner=self.owner, contact_ids=people, follow_up=self)
