"""A row by a column that is unique, where every request asks for it."""

from functools import cache
from typing import Any, TypeVar

from django.db import connection, models

M = TypeVar("M", bound=models.Model)


def one_row(model: type[M], column: str, value: Any) -> M | None:
    """As `filter(column=value).first()`, without building the same statement for each request:
    session and user took a tenth of a page.
    """
    statement, field = _reading(model, column)
    asked = field.get_db_prep_value(value, connection)
    return next(iter(model._default_manager.raw(statement, [asked])), None)


@cache
def _reading(model: type[models.Model], column: str) -> "tuple[str, models.Field[Any, Any]]":
    quote = connection.ops.quote_name
    field = next(each for each in model._meta.concrete_fields if each.attname == column)
    named = ", ".join(quote(str(each.column)) for each in model._meta.concrete_fields)
    table, asked = quote(model._meta.db_table), quote(str(field.column))
    return f"SELECT {named} FROM {table} WHERE {asked} = %s", field  # noqa: S608 - our own names only
