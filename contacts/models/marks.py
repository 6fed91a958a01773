"""What one marks people with: tags, roles, benefits they may bring, interests."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.kinds import BenefitKind, Role
from contacts.models.contact import Contact
from netcrm.lib.folding import fold


class TagQuerySet(OwnedQuerySet["Tag"]):
    """Tags are found by owner alone."""


class Tag(OwnedModel):
    name = models.CharField(_("tag"), max_length=100)
    slug = models.CharField(max_length=100, editable=False)
    contacts = models.ManyToManyField(Contact, through="Tagging", related_name="tags")

    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        constraints = [models.UniqueConstraint(fields=["owner", "slug"], name="tag_once")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.settle()
        super().save(*args, **kwargs)

    def settle(self) -> None:
        self.slug = fold(self.name)[:100]


class Tagging(models.Model):
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="taggings")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="taggings")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "contact"], name="tagged_once")]

    def __str__(self) -> str:
        return f"{self.tag_id} on {self.contact_id}"


class ContactRole(models.Model):
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(_("role to me"), max_length=16, choices=Role)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "role"], name="role_once")]
        indexes = [models.Index(fields=["role", "contact"], name="people_by_role")]

    def __str__(self) -> str:
        return self.get_role_display()


class Benefit(models.Model):
    """Something this person may bring."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="benefits")
    kind = models.CharField(_("may bring"), max_length=11, choices=BenefitKind)
    note = models.CharField(_("in what way"), max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "kind"], name="benefit_once")]
        indexes = [models.Index(fields=["kind", "contact"], name="people_by_benefit")]

    def __str__(self) -> str:
        return self.get_kind_display()


class Interest(models.Model):
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="interests")
    name = models.CharField(_("interest"), max_length=200)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
