"""Days in words, each worked out once: pages name the same few hundred days again and again."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language

# How a day in words looks, by how one writes whole days; the others have the day before the month.
IN_ORDER: dict[str, dict[str, str]] = {
    "M j, Y": {"j F": "F j", "j M": "M j", "j F Y": "F j, Y", "l j F": "l, F j"},
    "d.m.Y": {"j F": "d.m.", "j M": "d.m.", "j F Y": "d.m.Y"},
    "Y-m-d": {"j F Y": "Y-m-d"},
}
_order: ContextVar[str] = ContextVar("order", default="")


@contextmanager
def ordered_as(date_format: str) -> Iterator[None]:
    """Until it is left, `in_order` follows who writes whole days like this, as Django follows the
    language that was activated.
    """
    token = _order.set(date_format)
    try:
        yield
    finally:
        _order.reset(token)


def in_order(day: dt.date, form: str) -> str:
    """`form` says day before month, as "j F" does; whoever writes the month first reads it so."""
    return written(day, IN_ORDER.get(_order.get(), {}).get(form, form))


def written(day: dt.date, form: str) -> str:
    """As `date_format` writes it in the language of the request."""
    return _written(day, form, get_language())


@lru_cache(maxsize=4096)
def _written(day: dt.date, form: str, _language: str | None) -> str:
    return date_format(day, form)
