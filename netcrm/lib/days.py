"""Days in words, each worked out once: pages name the same few hundred days again and again."""

import datetime as dt
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language


def written(day: dt.date, form: str) -> str:
    """As `date_format` writes it in the language of the request."""
    return _written(day, form, get_language())


@lru_cache(maxsize=4096)
def _written(day: dt.date, form: str, _language: str | None) -> str:
    return date_format(day, form)
