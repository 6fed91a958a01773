"""The person who signs in, and how they want to see days, names and numbers."""

import datetime as dt
from typing import Any, ClassVar
from zoneinfo import ZoneInfo, available_timezones

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **facts: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


def is_time_zone(name: str) -> None:
    """Refuse a name that the time zone database does not know."""
    if name not in available_timezones():
        raise ValidationError(_("“%(name)s” is no time zone we know."), params={"name": name})


class DateFormat(models.TextChoices):
    DAY_FIRST = "j M Y", _("23 Nov 2026")
    MONTH_FIRST = "M j, Y", _("Nov 23, 2026")
    ISO = "Y-m-d", _("2026-11-23")
    DOTS = "d.m.Y", _("23.11.2026")


class WeekStart(models.IntegerChoices):
    MONDAY = 0, _("Monday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class User(AbstractBaseUser):
    email = models.EmailField(_("email"), unique=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    is_installation_owner = models.BooleanField(default=False, editable=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    time_zone = models.CharField(
        _("time zone"), max_length=64, default="UTC", validators=[is_time_zone]
    )
    language = models.CharField(_("language"), max_length=10, default="en")
    date_format = models.CharField(
        _("dates"), max_length=10, choices=DateFormat, default=DateFormat.DAY_FIRST
    )
    week_start = models.PositiveSmallIntegerField(
        _("the week starts on"), choices=WeekStart, default=WeekStart.MONDAY
    )
    phone_country = models.CharField(
        _("country of phone numbers without one"), max_length=2, blank=True
    )
    has_shortcuts = models.BooleanField(_("single-letter shortcuts"), default=True)

    # The day up to which the stored strengths of this user's people have been brought.
    strength_as_of = models.DateField(null=True, editable=False)
    triage_finished_at = models.DateTimeField(null=True, editable=False)
    welcomed_at = models.DateTimeField(null=True, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta:
        constraints = [
            # Two first visitors at once: the database lets one of them become the owner.
            models.UniqueConstraint(
                fields=["is_installation_owner"],
                condition=models.Q(is_installation_owner=True),
                name="one_installation_owner",
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def today(self) -> dt.date:
        """The calendar day it is where the user lives."""
        return timezone.now().astimezone(self.zone).date()

    def day_of(self, instant: dt.datetime) -> dt.date:
        return instant.astimezone(self.zone).date()
