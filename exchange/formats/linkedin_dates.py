"""The days in LinkedIn's tables: "08 Feb 2026", Excel's "7-Feb-22", "1/29/26", ISO."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_WORDED: Final = re.compile(r"(\d{1,2})[ ./-]+([a-z]{3})[a-z]*\.?[ ,./-]+(\d{4}|\d{2})\b", re.I)
_MONTH_FIRST: Final = re.compile(r"([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4}|\d{2})\b", re.I)
_NUMBERED: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b")
_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b")
_CENTURY: Final = 2000  # LinkedIn opened in 2003


def is_day_first(texts: Iterable[str]) -> bool:
    """Whether the numbered days of a table are written day before month.

    Some row tells (a part over 12); when none does, the dot of "8.2.2026" does, and a slash means
    the American order, which LinkedIn itself uses.
    """
    found = [match for text in texts if (match := _NUMBERED.match(text.strip()))]
    if any(int(match[2]) > 12 for match in found):
        return False
    return any(int(match[1]) > 12 or "." in match[0] for match in found)


def iso_day(text: str, *, day_first: bool) -> str:
    """The whole ISO date that a text starts with, or ""."""
    text = text.strip()
    if found := _WORDED.match(text):
        return _iso(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.match(text):
        return _iso(found[3], _month(found[1]), found[2])
    if found := _ISO.match(text):
        return _iso(found[1], int(found[2]), found[3])
    if found := _NUMBERED.match(text):
        day, month = (found[1], found[2]) if day_first else (found[2], found[1])
        return _iso(found[3], int(month), day)
    return ""


def _month(word: str) -> int:
    word = word.lower()
    return _MONTHS.index(word) + 1 if word in _MONTHS else 0


def _iso(year: str, month: int, day: str) -> str:
    whole_year = int(year) + (_CENTURY if len(year) == 2 else 0)
    try:
        return date(whole_year, month, int(day)).isoformat()
    except ValueError:
        return ""
