"""Addresses by the name of their view, without the resolver's work for each.

A page names fifty of them, and looking through the site map for one takes longer than reading a row
from the database.
"""

import uuid
from functools import cache

from django.urls import get_script_prefix, reverse

PLACE = uuid.UUID(int=0)


def address_of(view: str, uid: uuid.UUID | None = None) -> str:
    """What `reverse(view, args=[uid])` says; the view takes one uid or nothing."""
    if uid is None:
        return _plain(view, get_script_prefix())
    return _with_a_place(view, get_script_prefix()).replace(str(PLACE), str(uid))


# By the prefix of a proxy that serves NetCRM below an address of its own.
@cache
def _plain(view: str, _prefix: str) -> str:
    return reverse(view)


@cache
def _with_a_place(view: str, _prefix: str) -> str:
    return reverse(view, args=[PLACE])
