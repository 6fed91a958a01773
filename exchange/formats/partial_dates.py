"""Days of which a part may be missing, as vCards and tables write them.

Partial ISO text: "1990-04-15", "--04-15" (no year), "1990-04", "1990".
"""

import re
from datetime import date
from typing import Final

_FULL: Final = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?=$|[T ])")
_YEARLESS: Final = re.compile(r"--(\d{2})-?(\d{2})(?=$|[T ])")
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})$")
_YEAR: Final = re.compile(r"(\d{4})$")
APPLE_OMITTED_YEAR: Final = "1604"  # X-APPLE-OMIT-YEAR; CardBook writes it without saying so
_LEAP_YEAR: Final = 2000  # for asking whether a month and day exist


def partial_iso(text: str) -> str:
    """The partial ISO date that a text starts with, or "" when there is none.

    A time after the day is left aside.
    """
    text = text.strip()
    if found := _FULL.match(text):
        year, month, day = found.groups()
        if year in {APPLE_OMITTED_YEAR, "0000"}:
            return _yearless(month, day)
        return f"{year}-{month}-{day}" if _exists(int(year), int(month), int(day)) else ""
    if found := _YEARLESS.match(text):
        return _yearless(*found.groups())
    if found := _MONTH.match(text):
        return f"{found[1]}-{found[2]}" if _exists(int(found[1]), int(found[2]), 1) else ""
    found = _YEAR.match(text)
    return found[1] if found and found[1] != "0000" else ""


def _yearless(month: str, day: str) -> str:
    return f"--{month}-{day}" if _exists(_LEAP_YEAR, int(month), int(day)) else ""


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
