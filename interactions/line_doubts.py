"""Words that are meant as a day and name none: "31 February", "in 2031", "last month".

They stay among what one spoke about, and the form asks which day it was.
"""

from dataclasses import dataclass

from interactions.line_days import YEAR, is_month, looks_like_day
from interactions.line_words import Words

SPANS = {"month", "year"}
AROUND = {"last", "next"}


@dataclass(frozen=True, slots=True)
class DayDoubt:
    """`is_span` where the words name more than one day; else they name one that never was."""

    typed: str
    is_span: bool = False


def read_doubt(words: Words, at: int) -> tuple[int, DayDoubt] | None:
    """How many words from `at` on are meant as a day and name none; asked of words that were not
    read as a day."""
    text = [word.folded for word in words[at : at + 3]]
    if length := looks_like_day(text):
        return length, DayDoubt(_typed(words, at, length))
    if length := _span(text):
        return length, DayDoubt(_typed(words, at, length), is_span=True)
    return None


def is_year(text: str) -> bool:
    return YEAR.fullmatch(text) is not None


def _span(text: list[str]) -> int:
    """ "in 2031", "in March", "in March 2024", "last month"."""
    if len(text) < 2:
        return 0
    if text[0] in AROUND and text[1] in SPANS:
        return 2
    if text[0] != "in":
        return 0
    if is_year(text[1]):
        return 2
    if not is_month(text[1]):
        return 0
    return 3 if len(text) > 2 and is_year(text[2]) else 2


def _typed(words: Words, at: int, length: int) -> str:
    return " ".join(word.typed for word in words[at : at + length])
