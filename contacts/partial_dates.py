"""Days that may lack their year, their day or both: "1990-04-15", "1990-04", "1990", "--04-15"."""

import calendar
import datetime as dt
import re

from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from netcrm.lib.folding import fold

PATTERN = re.compile(r"(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})-(\d{2}))", re.ASCII)
LEAP_YEAR = 2000


def check_partial_date(text: str, typed: str = "") -> None:
    """Refuse what is none of the four forms or names a day that no calendar has.

    The refusal quotes what was `typed` where that was something else.
    """
    if not is_partial_date(text):
        raise ValidationError(
            _("“%(text)s” is no date we understand. Write 15 April 1990, April 1990 or just 1990."),
            params={"text": typed or text},
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


def write_partial_date(text: str) -> str:
    """In words that `read_partial_date` reads again; what is no such date stays as it is."""
    found = PATTERN.fullmatch(text) if is_partial_date(text) else None
    if not found:
        return text
    year, month, day, yearless_month, yearless_day = found.groups(default="")
    named = MONTHS[int(month or yearless_month)] if month or yearless_month else ""
    words = [(day or yearless_day).lstrip("0"), str(named), year]
    return " ".join(word for word in words if word)


def read_partial_date(typed: str) -> str:
    """What a person may type, as one of the four forms: 15.4.1990, April 1990, 15 Apr, 4/1990.

    Anything else comes back as it was typed, for `check_partial_date` to refuse.
    """
    text = " ".join(typed.replace(",", " ").split())
    if found := re.fullmatch(r"(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}))?", text):
        day, month, year = found.groups()
    elif found := re.fullmatch(r"(\d{1,2})[/.](\d{4})", text):
        (month, year), day = found.groups(), None
    elif found := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", text):
        year, month, day = found.groups()
    else:
        return _read_words(text)
    return _compose(year, int(month), day)


def _read_words(text: str) -> str:
    """ "15 April 1990", "April 15 1990", "April 1990", "15 April"."""
    words = [word.rstrip(".") for word in text.split()]
    months = [number for word in words if (number := _month_named(word))]
    numbers = [word for word in words if word.isdecimal()]
    if len(months) != 1 or len(numbers) + 1 != len(words) or not 1 <= len(numbers) <= 2:
        return text
    year = next((number for number in numbers if len(number) == 4), None)
    day = next((number for number in numbers if len(number) <= 2), None)
    return text if len(numbers) == 2 and not (year and day) else _compose(year, months[0], day)


def _month_named(word: str) -> int | None:
    start = fold(word)
    if len(start) < 3:
        return None
    return next(
        (number for number, name in MONTHS.items() if fold(str(name)).startswith(start)), None
    )


def _compose(year: str | None, month: int, day: str | None) -> str:
    parts = [f"{int(year):04}" if year else "-", f"{month:02}"]
    return "-".join([*parts, f"{int(day):02}"] if day else parts)
