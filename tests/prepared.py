"""Holds prepared queries against what Django writes for the same values."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet

from netcrm.lib.prepared import Prepared

COMPARED = 25  # calls of each form in a process: writing all of them anew takes a tenth of a run

Rows = QuerySet[Any, Any]
Prepares = Callable[[Prepared[..., Any], Sequence[Any], dict[str, Any]], Rows]


def compared(prepare: Prepares) -> Prepares:
    calls: Counter[tuple[Any, ...]] = Counter()

    def rows(self: Prepared[..., Any], values: Sequence[Any], form: dict[str, Any]) -> Rows:
        kept = prepare(self, values, form)
        which = (self, len(values), *sorted(form.items()))
        calls[which] += 1
        if calls[which] <= COMPARED:
            assert statement(kept) == statement(self.build(*values, **form))
        return kept

    return rows


def statement(rows: Rows) -> tuple[str, tuple[Any, ...]]:
    sql, parameters = rows.query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
    return sql, tuple(parameters)
