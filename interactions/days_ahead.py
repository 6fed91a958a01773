"""The days that promises and snoozes are quickly given."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

FRIDAY = 4


class Ahead(models.TextChoices):
    TOMORROW = "tomorrow", _("Tomorrow")
    DAYS = "days", _("In 3 days")
    FRIDAY = "friday", _("Friday")
    WEEK = "week", _("In a week")
    MONTH = "month", _("In a month")
    OTHER = "other", _("On a day …")


def day_ahead(choice: str, today: dt.date) -> dt.date | None:
    """None for "on a day", which a date beside it names."""
    days = {
        Ahead.TOMORROW: 1,
        Ahead.DAYS: 3,
        # on a Friday the next one is meant
        Ahead.FRIDAY: (FRIDAY - today.weekday() - 1) % 7 + 1,
        Ahead.WEEK: 7,
        Ahead.MONTH: 30,
    }
    return today + dt.timedelta(days=days[Ahead(choice)]) if choice in days else None
