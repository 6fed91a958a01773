"""Many ids as one value of a statement."""

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Value
from django.db.models.expressions import RawSQL


def among(ids: Iterable[int]) -> RawSQL:
    """For `pk__in` and its like where there may be hundreds: of a list, Django prepares each by
    itself, which takes longer than the answer.
    """
    return _one_of(ids, "bigint")


def among_uids(uids: Iterable[UUID]) -> RawSQL:
    """The same for `uid__in`."""
    return _one_of(uids, "uuid")


def packed(values: Iterable[Any]) -> Any:
    """What the database is sent."""
    if connection.vendor == "postgresql":
        return list(values)
    return json.dumps([each.hex if isinstance(each, UUID) else each for each in values])


def _one_of(values: Iterable[Any], kind: str) -> RawSQL:
    # a prepared query packs when it is filled
    one = values if isinstance(values, Value) else packed(values)
    if connection.vendor == "postgresql":
        return RawSQL(f"SELECT unnest(%s::{kind}[])", [one])  # noqa: S611 - our own words only
    return RawSQL("SELECT value FROM json_each(%s)", [one])
