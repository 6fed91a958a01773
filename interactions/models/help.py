"""Help given to or received from a person."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts.models import Contact
from interactions.kinds import HelpDirection, HelpSize
from interactions.models.introduction import Introduction


class HelpQuerySet(OwnedQuerySet["Help"]):
    def living(self) -> Self:
        return self.filter(deleted_at=None)

    def by_itself(self) -> Self:
        """What may be changed here: help that an introduction or a row of a room above is follows
        that, and is changed with it."""
        return self.filter(introduction=None, **dict.fromkeys(keepers()))

    def with_person(self, contact: Contact) -> Self:
        """The newest first, each with what it belongs to."""
        between = self.living().filter(contact=contact).order_by("-on", "-id")
        between = between.select_related(*keepers(), *_wholes())
        # few helps are introductions, and joining three more tables for them costs each page
        return between.prefetch_related("introduction__first", "introduction__second")


class Help(OwnedModel):
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="favours")
    direction = models.CharField(_("who helped"), max_length=8, choices=HelpDirection)
    size = models.CharField(_("how much"), max_length=6, choices=HelpSize, default=HelpSize.MEDIUM)
    # The part of it that this person had, where help came from several together.
    share = models.FloatField(default=1, editable=False)
    on = models.DateField(_("day"))
    what = models.CharField(_("what"), max_length=300, blank=True)
    # Help that an introduction is; it follows the introduction when that is changed or thrown away.
    introduction = models.ForeignKey(
        Introduction, on_delete=models.CASCADE, null=True, editable=False, related_name="favours"
    )
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = HelpQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["contact", "-on"], name="help_of_person")]

    @property
    def is_kept(self) -> bool:
        """Whether a row of a room above keeps it."""
        return any(getattr(self, name, None) for name in keepers())

    def __str__(self) -> str:
        return self.what or self.get_direction_display()


def keepers() -> list[str]:
    """The names here of rows that keep one help each; the rooms above they are of stay unknown."""
    return [each.name for each in Help._meta.related_objects if each.one_to_one]


def _wholes() -> list[str]:
    """The ways to what those rows are part of, which a page leads to."""
    return [
        f"{each.name}__{field.name}"
        for each in Help._meta.related_objects
        if each.one_to_one
        for field in each.related_model._meta.fields
        if field.is_relation and field.related_model not in {Help, Contact}
    ]
