"""Phone numbers: kept as typed, shown and compared as the world dials them."""

from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

from netcrm.lib.folding import digits


def dialled(number: str, country: str) -> str:
    """Digits with the country's code in front; as typed where the number makes no sense.

    `country` is where a number without a code is at home, as two letters, or "".
    """
    if number.startswith("+") and "(0)" not in number:
        return digits(number)
    parsed = _parsed(number, country)
    return f"{parsed.country_code}{parsed.national_number}" if parsed else digits(number)


@lru_cache(maxsize=4096)
def shown(number: str, country: str) -> str:
    """Grouped as usual at home, with the country's code elsewhere; odd ones as typed."""
    parsed = _parsed(number, country)
    if parsed is None or not phonenumbers.is_valid_number(parsed):
        return number
    is_home = phonenumbers.region_code_for_number(parsed) == country
    style = PhoneNumberFormat.NATIONAL if is_home else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)


@lru_cache(maxsize=4096)
def link(number: str, country: str) -> str:
    """The address that makes a phone ring."""
    parsed = _parsed(number, country)
    if parsed is None:
        return f"tel:{digits(number)}"
    return phonenumbers.format_number(parsed, PhoneNumberFormat.RFC3966)


def _parsed(number: str, country: str) -> PhoneNumber | None:
    if not country and not number.lstrip().startswith("+"):
        return None
    try:
        return phonenumbers.parse(number, country or None)
    except NumberParseException:
        return None
