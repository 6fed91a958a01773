"""What somebody typed into the search: words, and operators such as `tag:mentor` `last:>90d`."""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from contacts.kinds import BenefitKind, Circle, Role
from contacts.words import WORD
from netcrm.lib.folding import digits, fold

TOKEN = re.compile(r'(?:(?P<operator>[a-z]+):)?(?:"(?P<quoted>[^"]*)"|(?P<plain>\S+))', re.I)
PHONE_PART = re.compile(r"\+?[\d()./-]*\d[\d()./-]*")
FEWEST_PHONE_DIGITS = 3  # a trigram; fewer are a number in a text
COMPARISON = re.compile(r"(?P<sign>[<>]?)=?(?P<number>\d{1,4})(?P<unit>[dwmy]?)")
DAYS = {"d": 1, "w": 7, "m": 30, "y": 365, "": 1}
A_CENTURY = 36_500  # days; far more leave the calendar
NEVER = "never"
NO_CIRCLE = "none"
MOST_TERMS = 12  # more only slow the search down


class Span(NamedTuple):
    """From `low` on, below `high`; None is open."""

    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """Words are folded; industries, places and organisations are whole names. `phones` are numbers
    as typed. `days` count back from today.
    """

    words: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    circles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    seniorities: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    strength: Span | None = None
    days: Span | None = None
    is_never_met: bool = False

    @property
    def has_text(self) -> bool:
        return bool(self.words or self.phones or self.companies or self.cities)


def parse(text: str) -> Query:
    """Never refuses: an operator that is unknown, or makes no sense, is a word like any other."""
    query = Query()
    numbers: list[str] = []
    for token in list(TOKEN.finditer(text))[:MOST_TERMS]:
        operator, value = (token["operator"] or "").lower(), token["quoted"] or token["plain"] or ""
        if not operator and PHONE_PART.fullmatch(value):
            numbers.append(value)
            continue
        query, numbers = _with_numbers(query, numbers), []
        understood = _with_operator(query, operator, fold(value)) if operator else None
        query = understood or _with_words(query, token[0] if operator else value)
    return _with_numbers(query, numbers)


def _with_words(query: Query, text: str) -> Query:
    words = [word.strip('",;()') for word in fold(text).split()]
    return replace(query, words=query.words + tuple(w for w in words if WORD.search(w)))


def _with_numbers(query: Query, parts: list[str]) -> Query:
    """Parts that stand beside each other are one phone number, however it was grouped."""
    if len(digits("".join(parts))) < FEWEST_PHONE_DIGITS:
        return replace(query, words=query.words + tuple(digits(part) for part in parts))
    return replace(query, phones=(*query.phones, " ".join(parts)))


def _with_operator(query: Query, operator: str, value: str) -> Query | None:
    """None where the operator or its value is not understood."""
    if not value:
        return None
    if operator == "tag":
        return replace(query, tags=(*query.tags, value))
    if operator in {"company", "org"}:
        return replace(query, companies=(*query.companies, *value.split()))
    if operator in {"city", "place"}:
        return replace(query, cities=(*query.cities, *value.split()))
    understand = MEASURES.get(operator)
    return understand(query, value) if understand else _with_choice(query, operator, value)


def _with_strength(query: Query, value: str) -> Query | None:
    span = _span(value)
    return replace(query, strength=span) if span else None


def _with_choice(query: Query, operator: str, value: str) -> Query | None:
    choice = value.replace(" ", "_").replace("-", "_")
    if operator == "circle" and choice in (*Circle.values, NO_CIRCLE):
        return replace(query, circles=(*query.circles, choice))
    if operator == "role" and choice in Role.values:
        return replace(query, roles=(*query.roles, choice))
    if operator == "benefit" and choice in BenefitKind.values:
        return replace(query, benefits=(*query.benefits, choice))
    return None


def _with_last(query: Query, value: str) -> Query | None:
    """`last:>90d` is longer than 90 days ago; `last:never` is nobody ever spoken to."""
    if value == NEVER:
        return replace(query, is_never_met=True)
    span = _span(value, days=True)
    return replace(query, days=span) if span else None


def _span(value: str, *, days: bool = False) -> Span | None:
    found = COMPARISON.fullmatch(value)
    if not found or (found["unit"] and not days):
        return None
    number = float(min(int(found["number"]) * DAYS[found["unit"]], A_CENTURY))
    if found["sign"] == "<":
        return Span(high=number)
    if found["sign"] == ">" or days:
        return Span(low=number)
    return Span(number - 0.5, number + 0.5)  # the screen shows whole numbers


def misread(text: str) -> str:
    """The first operator that is known but whose value makes no sense; empty without one."""
    for token in TOKEN.finditer(text):
        operator, value = (token["operator"] or "").lower(), token["quoted"] or token["plain"] or ""
        if operator in OPERATORS and _with_operator(Query(), operator, fold(value)) is None:
            return operator
    return ""


MEASURES = {"strength": _with_strength, "last": _with_last}
OPERATORS = frozenset(
    {"tag", "company", "org", "city", "place", "circle", "role", "benefit", *MEASURES}
)
