"""Guesses at a name where a card leaves it out: names from a display name and back."""

import re
from dataclasses import dataclass, replace
from typing import Final

# Titles and endings that are certainly no given or family name.
_PREFIXES: Final = frozenset((
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "herr",
    "frau", "hr", "fr", "monsieur", "madame", "m", "mme", "mlle", "ing", "dipl-ing", "mag",
    "don", "doña", "sr", "sra", "srta",
))  # fmt: skip
_SUFFIXES: Final = frozenset((
    "jr", "sr", "ii", "iii", "iv", "esq", "phd", "md", "mba", "cpa", "dds", "jd", "msc", "bsc",
    "mph", "obe", "kbe",
))  # fmt: skip
_PARTICLES: Final = frozenset((
    "von", "van", "vom", "zu", "zum", "zur", "de", "del", "della", "di", "da", "dos", "das",
    "du", "der", "den", "ten", "ter", "la", "le", "al", "el", "bin", "ibn", "ben", "af", "av",
    "mac", "o'",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameParts:
    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""

    @property
    def is_empty(self) -> bool:
        return not any((self.prefix, self.given, self.additional, self.family, self.suffix))

    @property
    def display_name(self) -> str:
        """The parts in the order of a Western letter."""
        parts = (self.prefix, self.given, self.additional, self.family, self.suffix)
        return " ".join(part for part in parts if part)


def parts_from(display_name: str) -> NameParts:
    """A best guess; an e-mail address or a number is no name and gives nothing."""
    if "@" in display_name or not re.search(r"[^\W\d_]", display_name):
        return NameParts()
    before, comma, after = (part.strip() for part in display_name.partition(","))
    if not comma:
        return _in_order(display_name.split())
    if all(_bare(word) in _SUFFIXES for word in re.split(r"[\s,]+", after) if word):
        return replace(_in_order(before.split()), suffix=after)
    if before and after and "," not in after:  # "Gump, Forrest Hoge"
        given = _in_order(after.split())
        return replace(_first_and_more(after.split()), family=before, prefix=given.prefix)
    return NameParts(given=display_name)


def _first_and_more(words: list[str]) -> NameParts:
    words = [word for word in words if _bare(word) not in _PREFIXES]
    return NameParts(given=" ".join(words[:1]), additional=" ".join(words[1:]))


def _in_order(words: list[str]) -> NameParts:
    first, last = 0, len(words)
    while first < last - 1 and _bare(words[first]) in _PREFIXES and _is_title(words[first]):
        first += 1
    while last > first + 1 and _bare(words[last - 1]) in _SUFFIXES:
        last -= 1
    middle = words[first:last]
    prefix, suffix = " ".join(words[:first]), " ".join(words[last:])
    if len(middle) < 2:
        return NameParts(prefix=prefix, given=" ".join(middle), suffix=suffix)
    start = _family_start(middle)
    return NameParts(prefix, middle[0], " ".join(middle[1:start]), " ".join(middle[start:]), suffix)


def _family_start(words: list[str]) -> int:
    """The last word, or the first particle that leads to it: "Otto | von der Heide"."""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return start


def _bare(word: str) -> str:
    return word.strip(".,").replace(".", "").lower()


def _is_title(word: str) -> bool:
    """ "M Curie" may be Marie; "M. Curie" is Monsieur: a single letter needs more to be a title."""
    return len(word.strip(".")) > 1
