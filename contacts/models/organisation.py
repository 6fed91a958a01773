"""Organisations, and the jobs that join people to them."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.models.contact import Contact
from contacts.partial_dates import check_partial_date
from netcrm.lib.addresses import address_of
from netcrm.lib.folding import fold


class OrganisationQuerySet(OwnedQuerySet["Organisation"]):
    def named(self, name: str) -> "OrganisationQuerySet":
        """Those of this name, case and accents aside."""
        return self.filter(sort_name=fold(name)[:300])

    def holding(self, words: Iterable[str]) -> "OrganisationQuerySet":
        """Those with all of these folded words, or parts of words, in their names."""
        return self.filter(*(models.Q(sort_name__contains=word) for word in words))


class Organisation(OwnedModel):
    name = models.CharField(_("name"), max_length=300)
    sort_name = models.CharField(max_length=300, editable=False)
    industry = models.CharField(_("industry"), max_length=200, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    notes = models.TextField(_("notes"), blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "sort_name"], name="organisation_once"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.settle()
        super().save(*args, **kwargs)

    def settle(self) -> None:
        self.sort_name = fold(self.name)[:300]

    def get_absolute_url(self) -> str:
        return address_of("contacts:organisation", self.uid)


class Job(models.Model):
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="jobs")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="jobs"
    )
    title = models.CharField(_("job title"), max_length=300, blank=True)
    department = models.CharField(_("department"), max_length=300, blank=True)
    started = models.CharField(
        _("from"), max_length=10, blank=True, validators=[check_partial_date]
    )
    ended = models.CharField(_("to"), max_length=10, blank=True, validators=[check_partial_date])
    is_current = models.BooleanField(_("current job"), default=True)

    class Meta:
        ordering = ["-is_current", "-started", "id"]
        indexes = [models.Index(fields=["contact", "-is_current"], name="jobs_of_person")]

    def __str__(self) -> str:
        return " · ".join(
            part
            for part in (self.title, self.organisation.name if self.organisation else "")
            if part
        )
