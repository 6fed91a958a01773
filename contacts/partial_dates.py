"""Days that may lack their year, their day or both: "1990-04-15", "1990-04", "1990", "--04-15"."""

import calendar
import datetime as dt
import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PATTERN = re.compile(r"(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})-(\d{2}))")
LEAP_YEAR = 2000


def check_partial_date(text: str) -> None:
    """Refuse what is none of the four forms or names a day that no calendar has."""
    if not is_partial_date(text):
        raise ValidationError(
            _("“%(text)s” is no date we understand. Write 1990-04-15, 1990-04, 1990 or --04-15."),
            params={"text": text},
        )


def is_partial_date(text: str) -> bool:
    found = PATTERN.fullmatch(text)
    if not found:
        return False
    year, month, day, yearless_month, yearless_day = (int(g) if g else None for g in found.groups())
    if year is None:
        year, month, day = LEAP_YEAR, yearless_month, yearless_day
    if year < 1:
        return False
    month = month or 1
    return 1 <= month <= 12 and 1 <= (day or 1) <= calendar.monthrange(year, month)[1]


def earliest_day(text: str) -> dt.date | None:
    """The first day that `text` may mean; None without a year."""
    if not is_partial_date(text) or text.startswith("--"):
        return None
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    return dt.date(year, month, day)
