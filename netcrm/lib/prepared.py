"""Queries whose SQL Django writes once and then only fills in.

Django builds a statement anew for every request, which takes ten times as long as its answer: half
of what a page cost went there. Here the compiled statement is kept, as SQLAlchemy keeps its own.
Django's own iterables read the rows, so models, `select_related` and `values_list` mean what they
always mean. Tests compare calls with what Django would have written for their values.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from copy import copy
from functools import lru_cache, update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, QuerySet, Value
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler

from netcrm.lib.id_lists import packed

FORMS = 64  # kept of one query; most have one

P = ParamSpec("P")
Row = TypeVar("Row")


class Slot(Value):
    """Where a value goes, in a statement."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place

    def as_sql(self, *_: Any, **__: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)


class Unknown(Slot):
    """Given for a value while the statement is written, which must not depend on it."""

    def __bool__(self) -> bool:
        raise TypeError("what decides the form of a prepared query is given by keyword")

    def resolve_expression(self, *_: Any, **__: Any) -> Slot:  # type: ignore[override] # Django hands over more than a slot needs
        return Slot(self.place)


class Statement(Query):
    """A query that hands out its compiler as it was after compiling."""

    compiled: SQLCompiler
    written: tuple[str, Sequence[Any]]
    values: Sequence[Any] = ()

    def get_compiler(self, using: str | None = None, *_: Any, **__: Any) -> SQLCompiler:
        compiler = copy(self.compiled)
        compiler.query = self
        compiler.connection = connections[using or DEFAULT_DB_ALIAS]  # that of this thread
        filled = self.filled(compiler.connection)
        compiler.as_sql = lambda *_, **__: filled  # type: ignore[method-assign] # only of this copy: the class has no other hook
        return compiler

    def filled(self, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        sql, parameters = self.written
        values = [_adapted(each, connection) for each in self.values]
        return sql, tuple(
            values[each.place] if isinstance(each, Slot) else each for each in parameters
        )


class Prepared(Generic[P, Row]):
    """Positional arguments are values, never None, and lists of ids for `id_lists.among`; those by
    keyword decide the form.
    """

    def __init__(self, build: Callable[P, QuerySet[Any, Row]]) -> None:
        update_wrapper(self, build)
        self.build = build
        self._rows = lru_cache(FORMS)(self._written)

    def __call__(self, *values: P.args, **form: P.kwargs) -> list[Row]:
        return list(self.rows(values, form))

    def first(self, *values: P.args, **form: P.kwargs) -> Row | None:
        """Of a query that asks for no more than one row."""
        return next(iter(self.rows(values, form)), None)

    def rows(self, values: Sequence[Any], form: dict[str, Any]) -> QuerySet[Any, Row]:
        if None in values:
            raise TypeError("nothing equals NULL: what may be None is given by keyword")
        rows = self._rows(len(values), *sorted(form.items())).all()
        statement: Any = rows.query
        statement.values = values
        return rows

    def _written(self, count: int, *form: tuple[str, Any]) -> QuerySet[Any, Row]:
        build: Callable[..., QuerySet[Any, Row]] = self.build
        rows = build(*map(Unknown, range(count)), **dict(form))
        query: Any = rows.query
        compiler = query.get_compiler(DEFAULT_DB_ALIAS)
        query.written, query.compiled = compiler.as_sql(), compiler
        query.__class__ = Statement
        return rows


def prepared(build: Callable[P, QuerySet[Any, Row]]) -> Prepared[P, Row]:
    return Prepared(build)


def _adapted(value: Any, connection: BaseDatabaseWrapper) -> Any:
    """As the fields of Django prepare it."""
    match value:
        case Model():
            return value.pk
        case dt.datetime():
            return connection.ops.adapt_datetimefield_value(value)
        case dt.date():
            return connection.ops.adapt_datefield_value(value)
        case UUID() if not connection.features.has_native_uuid_field:
            return value.hex
        case list() | tuple():
            return packed(value)
    return value
