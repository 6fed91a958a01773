"""Marks what was found in texts as they were written, whatever their case and accents."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from netcrm.lib.folding import digits, fold
from netcrm.lib.marks import escape

Range = tuple[int, int]
SHORT = 2  # letters; fewer than a trigram are compared with the beginnings of words
AROUND = 40  # characters shown on each side of what was found


def highlight(text: str, words: Sequence[str]) -> SafeString:
    """`text` escaped, with `words` (folded) in <mark>."""
    ranges = _merged(_ranges(text, words)) if words else []
    if not ranges:
        return escape(text)
    parts, done = [], 0
    for start, end in ranges:
        parts += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
        done = end
    return mark_safe("".join([*parts, escape(text[done:])]))  # noqa: S308 - every part is escaped


def is_highlighted(markup: str) -> bool:
    """Whether `highlight` found something; a "<" of the text itself would be escaped."""
    return "<mark>" in markup


def excerpt(text: str, words: Sequence[str]) -> SafeString | None:
    """The surroundings of the first thing found in `text`; None where nothing is."""
    first = min(_ranges(text, words), default=None)
    if first is None:
        return None
    start, end = max(0, first[0] - AROUND), first[1] + AROUND
    before, after = ("…" if start else ""), ("…" if end < len(text) else "")
    shown = before + re.sub(r"\s+", " ", text[start:end]) + after
    return highlight(shown, words)


def number_excerpt(number: str, forms: Sequence[str]) -> SafeString | None:
    """The whole phone number, marked, where its digits hold one of `forms`."""
    if not any(form in digits(number) for form in forms):
        return None
    return mark_safe(f"<mark>{escape(number)}</mark>")  # noqa: S308 - escaped


def _ranges(text: str, words: Sequence[str]) -> Iterator[Range]:
    folded, places = _folded_with_places(text)
    for word in words:
        if word not in folded:  # as in most texts of a page, and soon seen
            continue
        start = r"(?<![^\W_])" if len(word) <= SHORT else ""
        for found in re.finditer(start + re.escape(word), folded):
            yield places[found.start()], places[found.end() - 1] + 1


def _folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded characters, and for each the place in `text` where it comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    pairs = [(c, place) for place, letter in enumerate(text) for c in _folded_letter(letter)]
    return "".join(c for c, _ in pairs), [place for _, place in pairs]


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    return " " if letter.isspace() else fold(letter)


def _merged(ranges: Iterator[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
