"""One person introducing two others, asked on both sides before it is made."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.models import Contact
from interactions.kinds import Stage
from netcrm.lib.addresses import address_of


class IntroductionQuerySet(OwnedQuerySet["Introduction"]):
    def living(self) -> Self:
        return self.filter(deleted_at=None)

    def made(self) -> Self:
        return self.living().exclude(made_on=None)

    def with_people(self) -> Self:
        """Those whose people are all still among one's own, each with its three people."""
        here = self.select_related("introducer", "first", "second")
        return here.filter(
            introducer__deleted_at=None, first__deleted_at=None, second__deleted_at=None
        )

    def with_person(self, contact: Contact) -> Self:
        part = Q(introducer=contact) | Q(first=contact) | Q(second=contact)
        return self.filter(part).order_by("-asked_on", "-id")

    def settled(self) -> Self:
        """Made or declined."""
        return self.living().exclude(made_on=None, declined_on=None)

    def pending(self) -> Self:
        """Asked for or agreed to, and neither made nor declined."""
        return self.living().filter(made_on=None, declined_on=None)


class Introduction(OwnedModel):
    """Oneself takes part as one's hidden contact (`is_self`): as introducer or as one of the two.

    The state is the latest of the days; each is a fact of its own.
    """

    introducer = models.ForeignKey(
        Contact, on_delete=models.CASCADE, related_name="introductions_made"
    )
    first = models.ForeignKey(
        Contact, on_delete=models.CASCADE, related_name="introductions_as_first"
    )
    second = models.ForeignKey(
        Contact, on_delete=models.CASCADE, related_name="introductions_as_second"
    )
    why = models.CharField(_("what for"), max_length=300, blank=True)
    asked_on = models.DateField(_("asked on"))
    first_agreed_on = models.DateField(_("the first agreed on"), null=True, blank=True)
    second_agreed_on = models.DateField(_("the second agreed on"), null=True, blank=True)
    declined_on = models.DateField(_("declined on"), null=True, blank=True)
    made_on = models.DateField(_("made on"), null=True, blank=True)
    met_on = models.DateField(_("they met on"), null=True, blank=True)
    result = models.CharField(_("what came of it"), max_length=300, blank=True)
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = IntroductionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "-asked_on"],
                condition=Q(deleted_at=None),
                name="introductions_of_owner",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(first=F("second"))
                & ~Q(first=F("introducer"))
                & ~Q(second=F("introducer")),
                name="three_different_people",
            )
        ]

    def __str__(self) -> str:
        return f"{self.introducer_id}: {self.first_id}, {self.second_id}"

    def get_absolute_url(self) -> str:
        return address_of("interactions:introduction", self.uid)

    @property
    def is_agreed(self) -> bool:
        return self.first_agreed_on is not None and self.second_agreed_on is not None

    @property
    def stage(self) -> Stage:
        """Once made it counts as made, whoever had declined before."""
        if self.met_on:
            return Stage.MET
        if self.made_on:
            return Stage.MADE
        if self.declined_on:
            return Stage.DECLINED
        return Stage.AGREED if self.is_agreed else Stage.ASKED

    @property
    def is_pending(self) -> bool:
        return self.stage in {Stage.ASKED, Stage.AGREED}

    def settle(self) -> None:
        """Who met has been introduced; oneself agrees by asking."""
        self.made_on = self.made_on or self.met_on
        if self.first.is_self:
            self.first_agreed_on = self.first_agreed_on or self.asked_on
        if self.second.is_self:
            self.second_agreed_on = self.second_agreed_on or self.asked_on
