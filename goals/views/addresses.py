"""Ids and days that a form or an address names."""

import datetime as dt
from uuid import UUID


def as_uid(text: str) -> UUID | None:
    """None for whatever is no uid."""
    try:
        return UUID(text)
    except ValueError:
        return None


def as_day(text: str) -> dt.date | None:
    """None for whatever is no day in ISO's writing."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
