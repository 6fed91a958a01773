"""The time of day that a line names: "14:30", "at 3pm", "15h", "15h30", "noon"."""

import datetime as dt
import re

from interactions.line_words import Words

CLOCK = re.compile(r"(\d{1,2}):(\d{2})(am|pm)?")
TWELVE_HOURS = re.compile(r"(\d{1,2})(am|pm)")
HOURS = re.compile(r"(\d{1,2})h(\d{2})?")
HALVES = {"am", "pm"}
LONGEST = 12  # hours: nobody speaks for longer, so "15h" is a time and "2h" a length


def read_time(words: Words, at: int) -> tuple[int, dt.time] | None:
    """How many words from `at` on name a time, and which; None when they do not."""
    text = [word.folded for word in words[at : at + 3]]
    if text[0] == "at" and len(text) > 1:
        time = _read(text[1:], is_said=True)
        return (time[0] + 1, time[1]) if time else None
    return _read(text, is_said=False)


def _read(text: list[str], is_said: bool) -> tuple[int, dt.time] | None:
    """`is_said` after "at", where hours can be no length."""
    if text[0] == "noon":
        return 1, dt.time(12)
    length, word = 1, text[0]
    if len(text) > 1 and text[1] in HALVES:
        length, word = 2, text[0] + text[1]
    if found := CLOCK.fullmatch(word):
        time = _time(int(found[1]), int(found[2]), found[3] or "")
    elif found := TWELVE_HOURS.fullmatch(word):
        time = _time(int(found[1]), 0, found[2])
    elif (found := HOURS.fullmatch(word)) and (is_said or int(found[1]) > LONGEST):
        time = _time(int(found[1]), int(found[2] or 0), "")
    else:
        return None
    return (length, time) if time else None


def _time(hour: int, minute: int, half: str) -> dt.time | None:
    """None for a time that no clock shows."""
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + 12 * (half == "pm")
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None
