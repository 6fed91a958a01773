"""Days that come round every year: when the next one is, and how many years it makes."""

import datetime as dt
from typing import NamedTuple

from contacts.partial_dates import is_partial_date

DAY_OF_A_YEAR = 5  # characters: "04-15"
FEBRUARY_29 = "02-29"


class Anniversary(NamedTuple):
    on: dt.date
    years: int  # 0 at the first time, and where the year is not known


def next_anniversary(text: str, today: dt.date) -> Anniversary | None:
    """None where the day or the month is not known, or the first time is after that."""
    if not is_partial_date(text) or text.count("-") == 1 or len(text) <= DAY_OF_A_YEAR:
        return None
    ending = text[-DAY_OF_A_YEAR:]
    on = next(day for year in (today.year, today.year + 1) if (day := _in(year, ending)) >= today)
    first = None if text.startswith("--") else int(text[:4])
    if first is not None and first > on.year:
        return None
    return Anniversary(on, on.year - first if first else 0)


def _in(year: int, ending: str) -> dt.date:
    """Who was born on a leap day celebrates on the last of February in other years."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    day = "02-28" if ending == FEBRUARY_29 and not is_leap else ending
    return dt.date.fromisoformat(f"{year:04}-{day}")
