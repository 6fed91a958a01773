"""A networking goal that counts itself from the log."""

import datetime as dt
from typing import Self
from uuid import UUID

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.models import Contact
from goals.kinds import Counted, StepKind
from goals.models.aspiration import Aspiration
from interactions.kinds import Channel
from netcrm.lib.addresses import address_of

RHYTHMS = [
    ("week", _("a week")),
    ("month", _("a month")),
    ("quarter", _("a quarter")),
    ("year", _("a year")),
]


class GoalQuerySet(OwnedQuerySet["Goal"]):
    def living(self) -> Self:
        return self.filter(deleted_at=None)

    def active(self) -> Self:
        return self.living().filter(ended_on=None)


class Goal(OwnedModel):
    """Recurring with a `rhythm`, else reached once, by `due_on`."""

    title = models.CharField(_("goal"), max_length=200)
    aspiration = models.ForeignKey(
        Aspiration, on_delete=models.SET_NULL, null=True, blank=True, related_name="goals"
    )
    counts = models.CharField(_("what counts"), max_length=14, choices=Counted)
    wanted = models.PositiveSmallIntegerField(
        _("how many"), default=1, validators=[MinValueValidator(1)]
    )
    rhythm = models.CharField(max_length=7, choices=RHYTHMS, blank=True)
    starts_on = models.DateField(_("from"))
    due_on = models.DateField(_("by"), null=True, blank=True)
    channel = models.CharField(_("only"), max_length=9, choices=Channel, blank=True)
    # The people filter of contacts.filtering, as the parameters of a list's address.
    people = models.JSONField(default=dict, blank=True)
    person = models.ForeignKey(
        Contact, on_delete=models.SET_NULL, null=True, blank=True, related_name="goals"
    )
    target_strength = models.PositiveSmallIntegerField(
        _("strength to reach"), null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    next_step = models.CharField(_("the next step"), max_length=200, blank=True)
    if_when = models.CharField(_("if"), max_length=200, blank=True)
    then_what = models.CharField(_("then"), max_length=200, blank=True)
    remind_weekday = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(6)]
    )
    ended_on = models.DateField(null=True, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = GoalQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(rhythm="") | models.Q(due_on__isnull=False),
                name="goal_has_a_rhythm_or_a_day",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("goals:goal", self.uid)

    @property
    def is_recurring(self) -> bool:
        return bool(self.rhythm)

    def leave_out(self, thing: UUID) -> None:
        """The rule counts it and the user says it should not."""
        LeftOut.objects.get_or_create(goal=self, counted_uid=thing)
        self.save(update_fields=["updated_at"])  # what was counted before no longer holds

    def put_back(self, thing: UUID) -> None:
        self.left_out.filter(counted_uid=thing).delete()
        self.save(update_fields=["updated_at"])

    def end(self, on: dt.date | None) -> None:
        """No longer followed from this day; None takes it up again."""
        self.ended_on = on
        self.save(update_fields=["ended_on", "updated_at"])


class Step(models.Model):
    """A part of a goal that is reached once; those towards a relationship tick themselves."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=13, choices=StepKind, default=StepKind.OWN)
    title = models.CharField(_("step"), max_length=200, blank=True)
    weight = models.FloatField(default=1, validators=[MinValueValidator(0.1)])
    position = models.PositiveSmallIntegerField(default=0)
    done_on = models.DateField(null=True, editable=False)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()


class LeftOut(models.Model):
    """Something the rule of a goal counts and the user says it should not."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="left_out")
    counted_uid = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "counted_uid"], name="left_out_once")
        ]

    def __str__(self) -> str:
        return str(self.counted_uid)
