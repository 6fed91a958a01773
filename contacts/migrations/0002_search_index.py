"""Parts of words are found by trigrams: FTS5 on SQLite, pg_trgm on PostgreSQL.

Only entries of people are in this index: ten conversations a person would make it ten times as
long, and every keystroke in the list of people would read past them. On SQLite triggers keep the index in step with contacts_searchentry. A migration that lets Django
remake that table loses them and must call `create_index` of this module again.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = (
    """
    CREATE VIEW contacts_searchperson AS
    SELECT id, title, text, phone FROM contacts_searchentry WHERE kind = 'person'
    """,
    """
    CREATE VIRTUAL TABLE contacts_searchtrigram USING fts5(
        title, text, phone, content='contacts_searchperson', content_rowid='id',
        tokenize='trigram', columnsize=0
    )
    """,
    """
    CREATE TRIGGER contacts_searchentry_added AFTER INSERT ON contacts_searchentry
    WHEN new.kind = 'person' BEGIN
        INSERT INTO contacts_searchtrigram(rowid, title, text, phone)
        VALUES (new.id, new.title, new.text, new.phone);
    END
    """,
    """
    CREATE TRIGGER contacts_searchentry_gone AFTER DELETE ON contacts_searchentry
    WHEN old.kind = 'person' BEGIN
        INSERT INTO contacts_searchtrigram(contacts_searchtrigram, rowid, title, text, phone)
        VALUES ('delete', old.id, old.title, old.text, old.phone);
    END
    """,
    """
    CREATE TRIGGER contacts_searchentry_changed AFTER UPDATE ON contacts_searchentry
    WHEN new.kind = 'person'
    AND (old.title, old.text, old.phone) IS NOT (new.title, new.text, new.phone) BEGIN
        INSERT INTO contacts_searchtrigram(contacts_searchtrigram, rowid, title, text, phone)
        VALUES ('delete', old.id, old.title, old.text, old.phone);
        INSERT INTO contacts_searchtrigram(rowid, title, text, phone)
        VALUES (new.id, new.title, new.text, new.phone);
    END
    """,
    "INSERT INTO contacts_searchtrigram(contacts_searchtrigram) VALUES ('rebuild')",
)
SQLITE_BACK = (
    "DROP TRIGGER contacts_searchentry_changed",
    "DROP TRIGGER contacts_searchentry_gone",
    "DROP TRIGGER contacts_searchentry_added",
    "DROP TABLE contacts_searchtrigram",
    "DROP VIEW contacts_searchperson",
)
POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    """
    CREATE INDEX contacts_searchtrigram ON contacts_searchentry
    USING gin (title gin_trgm_ops, text gin_trgm_ops, phone gin_trgm_ops)
    WHERE kind = 'person'
    """,
    # By bytes, so that a range finds a prefix whatever the language of the server.
    'ALTER TABLE contacts_searchword ALTER COLUMN word TYPE varchar(64) COLLATE "C"',
)
POSTGRESQL_BACK = (
    "ALTER TABLE contacts_searchword ALTER COLUMN word TYPE varchar(64)",
    "DROP INDEX contacts_searchtrigram",
)


def create_index(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def drop_index(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


def run(editor: BaseDatabaseSchemaEditor, statements: dict[str, tuple[str, ...]]) -> None:
    for statement in statements[editor.connection.vendor]:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("contacts", "0001_initial")]
    operations = [migrations.RunPython(create_index, drop_index)]
