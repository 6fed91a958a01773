"""Words, and phone numbers in the forms in which they are looked for."""

import re
from collections.abc import Iterable, Iterator

import phonenumbers

from netcrm.lib.folding import digits, fold

WORD = re.compile(r"[^\W_]+")
LONGEST_WORD = 63  # a column of 64, less the mark that may stand before it
# "+44 (0)20 7946 0018": the nought is dialled at home only.
TRUNK_PREFIX = re.compile(r"\(\s*0+\s*\)")

# Characters for private use: they stand before each word of a place or an employer, so that
# `city:` and `company:` look for that word there and nowhere else.
CITY = "\ue000"
COMPANY = "\ue001"
# Before the words of a name, beside the bare words: "co" finds Cosima before all consultants.
NAME = "\ue002"


def words_of(text: str) -> list[str]:
    """The words of folded `text`, each once, in their order."""
    return list(dict.fromkeys(word[:LONGEST_WORD] for word in WORD.findall(text)))


def marked(mark: str, names: Iterable[str]) -> str:
    return " ".join(f"{mark}{word}" for name in names for word in words_of(fold(name)))


def phone_forms(number: str, country: str = "") -> list[str]:
    """Digits as written, as dialled from abroad and as dialled at home, without leading noughts.

    `country` ("GB") tells what a number without a country code means.
    """
    written = digits(TRUNK_PREFIX.sub("", number))
    forms = [written.lstrip("0"), *_official_forms(number, country)]
    return [form for form in dict.fromkeys(forms) if form]


def _official_forms(number: str, country: str) -> Iterator[str]:
    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return
    national = str(parsed.national_number)
    yield f"{parsed.country_code}{national}"
    yield national
