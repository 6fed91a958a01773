"""What a browser's languages tell about dates, weeks and phone numbers, so nobody has to say it."""

import re
from dataclasses import dataclass
from zoneinfo import available_timezones

from accounts.models import DateFormat, WeekStart

REGION = re.compile(r"\b[a-z]{2,3}-(?:[A-Za-z]{4}-)?([A-Z]{2})\b")
LANGUAGE = re.compile(r"^\s*([a-z]{2})\b")

# Where the week starts on another day than Monday, by the supplemental data of Unicode's CLDR.
SUNDAY = "AR AU BR CA CO HK ID IL IN JP KR MX PE PH PT SA SG TH TW US VE ZA"
SATURDAY = "AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"
MONTH_FIRST = "PH US"
ISO = "CA CN HU JP KR LT SE TW"
DOTS = "AT BG CH CZ DE DK EE FI HR NO PL RO RU SI SK TR UA"
# A language without a region still tells the country where nearly all its speakers live.
HOMES = {"de": "DE", "fr": "FR", "it": "IT", "nl": "NL", "pl": "PL", "ja": "JP", "sv": "SE"}


@dataclass(frozen=True, slots=True)
class Guess:
    phone_country: str
    date_format: DateFormat
    week_start: WeekStart


def guess(accept_language: str) -> Guess:
    """From the value of an `Accept-Language` header, first choice first; it may be anything."""
    country = _country(accept_language)
    return Guess(country, _date_format(country), _week_start(country))


def known_zone(zone: str) -> str:
    """The time zone that a browser names; one that nobody knows counts as none."""
    return zone if zone in available_timezones() else "UTC"


def _country(accept_language: str) -> str:
    return next((land for each in accept_language.split(",") if (land := _land(each))), "")


def _land(choice: str) -> str:
    found = REGION.search(choice)
    if found:
        return found[1]
    language = LANGUAGE.match(choice)
    return HOMES.get(language[1], "") if language else ""


def _date_format(country: str) -> DateFormat:
    if country in MONTH_FIRST.split():
        return DateFormat.MONTH_FIRST
    if country in ISO.split():
        return DateFormat.ISO
    return DateFormat.DOTS if country in DOTS.split() else DateFormat.DAY_FIRST


def _week_start(country: str) -> WeekStart:
    if country in SUNDAY.split():
        return WeekStart.SUNDAY
    return WeekStart.SATURDAY if country in SATURDAY.split() else WeekStart.MONDAY
