"""Which tables speak of a row, read at once.

Most people's pages have more empty sections than full ones, and asking a room's table for nothing
takes as long as asking it for something.
"""

from functools import cache

from django.db import connection, models

Kinds = frozenset[type[models.Model]]


def kinds_that_mention(row: models.Model) -> Kinds:
    """Every kind of row with a reference to this one, in whichever room and whatever its state,
    trash included: a kind that is missing need not be asked for.
    """
    kinds, statement = _question(type(row))
    with connection.cursor() as cursor:
        cursor.execute(statement, [row.pk] * len(kinds))
        answers = cursor.fetchone()
    return frozenset(kind for kind, is_there in zip(kinds, answers, strict=True) if is_there)


@cache
def _question(model: type[models.Model]) -> tuple[list[type[models.Model]], str]:
    """One EXISTS for each foreign key; each has an index."""
    fields = [
        relation.field
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel)
    ]
    asked = [
        f'EXISTS (SELECT 1 FROM {field.model._meta.db_table} WHERE "{field.column}" = %s)'  # noqa: S608 - our own names only
        for field in fields
    ]
    return [field.model for field in fields], f"SELECT {', '.join(asked)}"
