"""A person one knows: name, circle, and the facts at a glance that higher rooms write."""

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.owned import OwnedModel, OwnedQuerySet
from contacts import naming
from contacts.kinds import Cadence, Circle, Kind, Seniority, days_between
from contacts.mentioning import Kinds, kinds_that_mention
from contacts.partial_dates import check_partial_date
from netcrm.lib.addresses import address_of
from netcrm.lib.folding import fold

LISTED = Q(deleted_at=None, archived_at=None, is_self=False)


class ContactQuerySet(OwnedQuerySet["Contact"]):
    def living(self) -> Self:
        """Not in the trash, and not oneself; the archived are among them."""
        return self.filter(deleted_at=None, is_self=False)

    def listed(self) -> Self:
        """What the list of people shows: neither trashed nor archived nor oneself."""
        return self.filter(LISTED)

    def trashed(self) -> Self:
        return self.filter(is_self=False).exclude(deleted_at=None)

    def scored(self) -> Self:
        """Those whose strength moves with time; the rest keep their last one."""
        return self.filter(
            deleted_at=None,
            archived_at=None,
            deceased_on="",
            is_deceased=False,
            is_self=False,
            is_unscored=False,
            kind=Kind.PERSON,
        )

    def by_name(self) -> Self:
        return self.order_by("sort_name", "id")


class Contact(OwnedModel):
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.PERSON)
    is_self = models.BooleanField(default=False, editable=False)

    prefix = models.CharField(_("title before the name"), max_length=100, blank=True)
    given = models.CharField(_("given name"), max_length=200, blank=True)
    additional = models.CharField(_("additional names"), max_length=200, blank=True)
    family = models.CharField(_("family name"), max_length=200, blank=True)
    suffix = models.CharField(_("suffix"), max_length=100, blank=True)
    nickname = models.CharField(_("nickname"), max_length=200, blank=True)
    phonetic_given = models.CharField(_("given name as spoken"), max_length=200, blank=True)
    phonetic_family = models.CharField(_("family name as spoken"), max_length=200, blank=True)
    display_override = models.CharField(_("shown as"), max_length=400, blank=True)
    name = models.CharField(max_length=400, editable=False)
    sort_name = models.CharField(max_length=400, editable=False)
    pronouns = models.CharField(_("pronouns"), max_length=50, blank=True)
    photo = models.CharField(max_length=100, blank=True, editable=False)

    industry = models.CharField(_("industry"), max_length=200, blank=True)
    seniority = models.CharField(_("seniority"), max_length=10, choices=Seniority, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)

    circle = models.CharField(_("circle"), max_length=6, choices=Circle, blank=True)
    circle_chosen_on = models.DateField(null=True, editable=False)
    cadence = models.CharField(_("keep in touch"), max_length=5, choices=Cadence, blank=True)
    cadence_days = models.PositiveSmallIntegerField(_("days"), null=True, blank=True)

    how_met = models.CharField(_("how we met"), max_length=500, blank=True)
    met_at = models.CharField(_("where we met"), max_length=200, blank=True)
    met_on = models.CharField(
        _("when we met"), max_length=10, blank=True, validators=[check_partial_date]
    )
    introduced_by = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    known_since = models.CharField(
        _("known since"), max_length=10, blank=True, validators=[check_partial_date]
    )
    added_on = models.DateField(_("added on"), editable=False)
    # With a file that one brought along: not somebody new, unless a day says since when.
    imported_on = models.DateField(null=True, editable=False)
    notes = models.TextField(_("notes"), blank=True)

    starred_at = models.DateTimeField(null=True, editable=False)
    is_unscored = models.BooleanField(_("not scored"), default=False)
    is_deceased = models.BooleanField(_("has died"), default=False)
    deceased_on = models.CharField(max_length=10, blank=True, validators=[check_partial_date])
    archived_at = models.DateTimeField(null=True, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False)
    verified_on = models.DateField(null=True, editable=False)
    triaged_at = models.DateTimeField(null=True, editable=False)

    # Written by interactions only; `retouch` rebuilds them.
    last_contact_on = models.DateField(null=True, editable=False)
    next_touch_on = models.DateField(null=True, editable=False)

    # Written by strength only; `rescore` rebuilds them. The sums stand as of the fixed landmark
    # of strength.scoring, so that adding to them needs no clock.
    strength = models.FloatField(default=0, editable=False)
    # 0 ± 20: nothing is known
    strength_low = models.FloatField(default=-20, editable=False)
    strength_on = models.DateField(null=True, editable=False)  # the day that it is the strength of
    strength_at_last_contact = models.FloatField(null=True, editable=False)
    sum_fresh = models.FloatField(default=0, editable=False)
    sum_established = models.FloatField(default=0, editable=False)
    sum_history = models.FloatField(default=0, editable=False)
    sum_rating_precision = models.FloatField(default=0, editable=False)
    sum_rating_weight = models.FloatField(default=0, editable=False)
    sum_rating_value = models.FloatField(default=0, editable=False)
    sum_given = models.FloatField(default=0, editable=False)
    sum_received = models.FloatField(default=0, editable=False)
    first_contact_on = models.DateField(null=True, editable=False)
    days_in_touch = models.PositiveIntegerField(default=0, editable=False)

    objects = ContactQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "sort_name", "id"], condition=LISTED, name="people_by_name"
            ),
            models.Index(
                "owner",
                F("strength").desc(),
                F("id").desc(),
                condition=LISTED,
                name="people_by_strength",
            ),
            models.Index(
                "owner",
                F("last_contact_on").desc(),
                F("id").desc(),
                condition=LISTED & ~Q(last_contact_on=None),
                name="people_by_last_contact",
            ),
            models.Index(
                fields=["owner", "sort_name", "id"],
                condition=LISTED & Q(last_contact_on=None),
                name="people_never_met",
            ),
            models.Index(
                fields=["owner", "sort_name", "id"],
                condition=LISTED & ~Q(starred_at=None),
                name="people_starred",
            ),
            models.Index(
                fields=["owner", "sort_name", "id"],
                condition=Q(deleted_at=None, is_self=False) & ~Q(archived_at=None),
                name="people_archived",
            ),
            models.Index(
                fields=["owner", "circle", "sort_name"], condition=LISTED, name="people_by_circle"
            ),
            models.Index(fields=["owner", "industry"], condition=LISTED, name="people_by_industry"),
            models.Index(fields=["owner", "place"], condition=LISTED, name="people_by_place"),
            models.Index(
                fields=["owner", "seniority"], condition=LISTED, name="people_by_seniority"
            ),
            models.Index(
                fields=["introduced_by"],
                condition=~Q(introduced_by=None),
                name="people_introduced",
            ),
            models.Index(
                fields=["owner", "next_touch_on"], condition=LISTED, name="people_by_next_touch"
            ),
            models.Index(
                fields=["owner", "added_on"],
                condition=Q(deleted_at=None, is_self=False),
                name="people_by_day_added",
            ),
            models.Index(
                fields=["owner", "-deleted_at"],
                condition=~Q(deleted_at=None),
                name="people_in_trash",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["owner"], condition=Q(is_self=True), name="one_self_per_owner"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.settle()
        super().save(*args, **kwargs)

    def settle(self) -> None:
        """Derive what the list shows and sorts by; whoever uses `bulk_create` calls it first."""
        name = self.display_override or naming.full_name(self) or gettext("Nameless")
        self.name = name[:400]
        self.sort_name = fold(naming.sort_key(self) or self.name)[:400]
        if self.added_on is None:
            self.added_on = self.owner.today()

    def get_absolute_url(self) -> str:
        return address_of("contacts:show", self.uid)

    @property
    def photo_url(self) -> str:
        """Where their face is shown; empty without one. The address changes with the picture."""
        if not self.photo:
            return ""
        version = self.photo.rpartition("/")[2][:12]
        return f"{address_of('contacts:photo', self.uid)}?v={version}"

    @cached_property
    def mentions(self) -> Kinds:
        """The kinds of rows that speak of them, as of the first time one asks."""
        return kinds_that_mention(self)

    @property
    def touch_every(self) -> int | None:
        """Days between two conversations; None where none are asked for."""
        if self.archived_at or self.is_deceased:
            return None
        return days_between(self.circle, self.cadence, self.cadence_days)

    def choose_circle(self, circle: str, today: dt.date) -> None:
        if circle != self.circle:
            self.circle, self.circle_chosen_on = circle, today

    def star(self) -> None:
        self.starred_at = timezone.now()
        self.save(update_fields=["starred_at", "updated_at"])

    def unstar(self) -> None:
        self.starred_at = None
        self.save(update_fields=["starred_at", "updated_at"])

    def archive(self) -> None:
        self.archived_at = timezone.now()
        self.save(update_fields=["archived_at", "updated_at"])

    def unarchive(self) -> None:
        self.archived_at = None
        self.save(update_fields=["archived_at", "updated_at"])

    def trash(self) -> None:
        self.deleted_at = timezone.now()
        self.save(update_fields=["deleted_at", "updated_at"])

    def restore(self) -> None:
        self.deleted_at = None
        self.save(update_fields=["deleted_at", "updated_at"])
