"""Ids that a form or an address names."""

from uuid import UUID


def as_uid(text: str) -> UUID | None:
    """None for whatever is no uid."""
    try:
        return UUID(text)
    except ValueError:
        return None
