"""The day that a line names: "yesterday", "last Friday", "14 Nov", "3 days ago", "in a week"."""

import datetime as dt
import re

from interactions.line_words import Words

Day = tuple[int, dt.date]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS = {"tues": 1, "thur": 3, "thurs": 3} | {
    name[:3]: number for number, name in enumerate(WEEKDAYS)
}
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
FULL_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
# Days from today; short forms for those who log many.
NAMED = {
    "today": 0, "td": 0, "tonight": 0,
    "yesterday": -1, "yest": -1, "yday": -1, "y": -1,
    "tomorrow": 1, "tmrw": 1,
}  # fmt: skip
PHRASES = {
    ("this", "morning"): 0,
    ("this", "afternoon"): 0,
    ("this", "evening"): 0,
    ("just", "now"): 0,
    ("last", "night"): -1,
    ("last", "week"): -7,
    ("next", "week"): 7,
}
UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30}
COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
AHEAD_AT_MOST = 60  # days: a day without a year is this far ahead, else it was last year's
FARTHEST = 20_000  # days: whoever counts farther back means something else
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4})?)?")
ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?")
YEAR = re.compile(r"(?:19|20)\d{2}")


def read_day(words: Words, at: int, today: dt.date, month_first: bool = False) -> Day | None:
    """How many words from `at` on name a day, and which; None when they do not."""
    text = [word.folded for word in words[at : at + 5]]
    if text[0] == "on" and len(text) > 1:
        day = _read(text[1:], today, month_first)
        return (day[0] + 1, day[1]) if day else None
    return _read(text, today, month_first)


def _read(text: list[str], today: dt.date, month_first: bool) -> Day | None:
    return (
        _relative(text, today)
        or _counted(text, today)
        or _weekday(text, today)
        or _written(text, today)
        or _numeric(text[0], today, month_first)
    )


def _relative(text: list[str], today: dt.date) -> Day | None:
    if text[:3] == ["day", "before", "yesterday"]:
        return 3, today - dt.timedelta(days=2)
    if text[0] in NAMED:
        return 1, today + dt.timedelta(days=NAMED[text[0]])
    if tuple(text[:2]) in PHRASES:
        return 2, today + dt.timedelta(days=PHRASES[text[0], text[1]])
    return None


def _counted(text: list[str], today: dt.date) -> Day | None:
    """ "3 days ago" and "in a week"."""
    if len(text) >= 3 and text[2] == "ago":
        count, unit, sign = text[0], text[1], -1
    elif len(text) >= 3 and text[0] == "in":
        count, unit, sign = text[1], text[2], 1
    else:
        return None
    number = COUNTS.get(count) or (int(count) if count.isdecimal() and len(count) < 6 else 0)
    days = number * UNITS.get(unit, 0)
    if not 0 < days <= FARTHEST:
        return None
    return 3, today + dt.timedelta(days=sign * days)


def _weekday(text: list[str], today: dt.date) -> Day | None:
    """ "Friday" is the last one up to today, "next Friday" the first one after it."""
    which = text[0] if text[0] in {"last", "next"} and len(text) > 1 else ""
    name = text[1] if which else text[0]
    number = WEEKDAYS.index(name) if name in WEEKDAYS else SHORT_WEEKDAYS.get(name)
    if number is None:
        return None
    back = (today.weekday() - number) % 7
    if which == "next":
        back -= 7
    elif which == "last" and back == 0:
        back = 7
    return (2 if which else 1), today - dt.timedelta(days=back)


def _written(text: list[str], today: dt.date) -> Day | None:
    """ "14 Nov", "Nov 14th", "14 November 2026"."""
    if len(text) < 2:
        return None
    for number, name in ((text[0], text[1]), (text[1], text[0])):
        found = ORDINAL.fullmatch(number)
        if found and (month := _month(name)):
            year = int(text[2]) if len(text) > 2 and YEAR.fullmatch(text[2]) else None
            day = _day(year, month, int(found[1]), today)
            return ((3 if year else 2), day) if day else None
    return None


def looks_like_day(text: list[str]) -> int:
    """How many words have the shape of a day, whether or not a calendar has it; 0 for none."""
    if ISO.fullmatch(text[0]):
        return 1
    if found := DOTTED.fullmatch(text[0]):
        first, second = int(found[1]), int(found[2])
        is_either = "/" in text[0] and 0 < first <= 12 and 0 < second <= 31
        # "2.0", "3.14" and "50/50" are something else
        return 1 if is_either or (0 < first <= 31 and 0 < second <= 12) or found[3] else 0
    if len(text) < 2:
        return 0
    for number, name in ((text[0], text[1]), (text[1], text[0])):
        if ORDINAL.fullmatch(number) and is_month(name):
            return 3 if len(text) > 2 and YEAR.fullmatch(text[2]) else 2
    return 0


def is_month(name: str) -> bool:
    return _month(name) is not None


def _month(name: str) -> int | None:
    name = name.rstrip(".")
    if name in FULL_MONTHS:
        return FULL_MONTHS.index(name) + 1
    return MONTHS.index(name) + 1 if name in MONTHS else 9 if name == "sept" else None


def _numeric(word: str, today: dt.date, month_first: bool) -> Day | None:
    if found := ISO.fullmatch(word):
        year, month, number = (int(part) for part in found.groups())
        day = _day(year, month, number, today)
        return (1, day) if day else None
    if not (found := DOTTED.fullmatch(word)):
        return None
    first, second = int(found[1]), int(found[2])
    # dots are written with the day first wherever they are written
    month, number = (first, second) if month_first and "/" in word else (second, first)
    day = _day(int(found[3]) if found[3] else None, month, number, today)
    return (1, day) if day else None


def _day(year: int | None, month: int, number: int, today: dt.date) -> dt.date | None:
    """None for a day that no calendar has; without a year the nearest that may be meant."""
    try:
        if year is not None:
            return dt.date(year, month, number)
        ahead = today + dt.timedelta(days=AHEAD_AT_MOST)
        years = range(ahead.year, ahead.year - 9, -1)
        # 29 February may be eight years back: 1900 and 2100 have none
        return next(day for each in years if (day := _exists(each, month, number)) and day <= ahead)
    except (ValueError, StopIteration, OverflowError):
        return None


def _exists(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None
