"""Things beside people are found by parts of words too, in an index of their own.

`scope` holds the beginning of the kind, three letters and so a single trigram: the newest goals are
found without reading past the conversations with the same word. What 0002 says of triggers holds
for these too.
"""

import importlib

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

people = importlib.import_module("contacts.migrations.0002_search_index")

SQLITE = (
    """
    CREATE VIEW contacts_searchthing AS
    SELECT id, substr(kind, 1, 3) AS scope, title, text FROM contacts_searchentry
    WHERE kind <> 'person'
    """,
    """
    CREATE VIRTUAL TABLE contacts_thingtrigram USING fts5(
        scope, title, text, content='contacts_searchthing', content_rowid='id',
        tokenize='trigram', columnsize=0
    )
    """,
    """
    CREATE TRIGGER contacts_searchthing_added AFTER INSERT ON contacts_searchentry
    WHEN new.kind <> 'person' BEGIN
        INSERT INTO contacts_thingtrigram(rowid, scope, title, text)
        VALUES (new.id, substr(new.kind, 1, 3), new.title, new.text);
    END
    """,
    """
    CREATE TRIGGER contacts_searchthing_gone AFTER DELETE ON contacts_searchentry
    WHEN old.kind <> 'person' BEGIN
        INSERT INTO contacts_thingtrigram(contacts_thingtrigram, rowid, scope, title, text)
        VALUES ('delete', old.id, substr(old.kind, 1, 3), old.title, old.text);
    END
    """,
    """
    CREATE TRIGGER contacts_searchthing_changed AFTER UPDATE ON contacts_searchentry
    WHEN new.kind <> 'person' AND (old.title, old.text) IS NOT (new.title, new.text) BEGIN
        INSERT INTO contacts_thingtrigram(contacts_thingtrigram, rowid, scope, title, text)
        VALUES ('delete', old.id, substr(old.kind, 1, 3), old.title, old.text);
        INSERT INTO contacts_thingtrigram(rowid, scope, title, text)
        VALUES (new.id, substr(new.kind, 1, 3), new.title, new.text);
    END
    """,
    "INSERT INTO contacts_thingtrigram(contacts_thingtrigram) VALUES ('rebuild')",
)
SQLITE_BACK = (
    "DROP TRIGGER contacts_searchthing_changed",
    "DROP TRIGGER contacts_searchthing_gone",
    "DROP TRIGGER contacts_searchthing_added",
    "DROP TABLE contacts_thingtrigram",
    "DROP VIEW contacts_searchthing",
)
POSTGRESQL = (
    """
    CREATE INDEX contacts_thingtrigram ON contacts_searchentry
    USING gin (title gin_trgm_ops, text gin_trgm_ops) WHERE kind <> 'person'
    """,
)
POSTGRESQL_BACK = ("DROP INDEX contacts_thingtrigram",)


def create_index(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    people.run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def drop_index(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    people.run(schema_editor, {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("contacts", "0005_people_by_day_added"),
    ]
    operations = [
        migrations.AddField("searchentry", "on", models.DateField(null=True)),
        migrations.AddIndex(
            "searchentry",
            models.Index(
                fields=["owner", "kind", "-on", "-id"],
                condition=~models.Q(kind="person"),
                name="things_by_day",
            ),
        ),
        migrations.CreateModel(
            name="SearchState",
            fields=[
                (
                    "owner",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.RunPython(create_index, drop_index),
    ]
