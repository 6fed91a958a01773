"""Finds things beside people by what is typed: the newest of each kind, by one statement.

Three letters and more are looked for in the trigrams, on SQLite from the latest entry backwards.
One or two letters are too short for those: words that begin so are looked for among the latest
`RECENT` of each kind. Either way the number of rows read is limited, however many fit.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from accounts.models import User
from contacts.findable import SCOPE
from contacts.finding import TRIGRAM, Term

RECENT = 300  # of each kind that one or two letters are compared with
READ = 1000  # trigram hits of each kind that shorter terms beside them are compared with
COLUMNS = 'entry.id, entry.kind, entry.target_uid, entry."on", entry.title, entry.text'
# Whose person is in the trash is there with them.
OF_SOMEBODY_HERE = """
LEFT JOIN contacts_contact AS person ON person.id = entry.contact_id
WHERE person.deleted_at IS NULL AND entry.owner_id = %s
"""
# CROSS JOIN keeps SQLite from reading the entries first and asking the trigrams about each.
BY_TRIGRAMS = f"""
SELECT {COLUMNS} FROM contacts_thingtrigram
CROSS JOIN contacts_searchentry AS entry ON entry.id = contacts_thingtrigram.rowid
{OF_SOMEBODY_HERE} AND contacts_thingtrigram MATCH %s
ORDER BY contacts_thingtrigram.rowid DESC LIMIT %s
"""  # noqa: S608 - our own names
# "NOT (kind = 'person')" is said as the index by day says it, or SQLite would not use that.
HOLDS_ALL = "(0 = 0)"  # stands where the conditions of the long terms go
BY_DAY = f"""
SELECT {COLUMNS} FROM contacts_searchentry AS entry
{OF_SOMEBODY_HERE} AND entry.kind = %s AND NOT (entry.kind = 'person') AND {HOLDS_ALL}
ORDER BY entry."on" DESC, entry.id DESC LIMIT %s
"""  # noqa: S608 - our own names
HOLDS = "(entry.title LIKE %s ESCAPE '\\' OR entry.text LIKE %s ESCAPE '\\')"
BEGINS = "(' ' || title LIKE %s OR ' ' || replace(text, '\n', ' ') LIKE %s)"

Found = dict[str, list[UUID]]
Statement = tuple[str, list[Any]]


def things_found(user: User, terms: Sequence[Term], kinds: Iterable[str], most: int) -> Found:
    """Up to `most` uids of each kind that holds all terms, the newest first."""
    members = [_member(user, terms, kind, most) for kind in kinds]
    if not (terms and members):
        return {}
    union = " UNION ALL ".join(sql for sql, _ in members)
    statement = f'SELECT kind, target_uid FROM ({union}) AS found ORDER BY "on" DESC, id DESC'  # noqa: S608 - values are bound
    found: defaultdict[str, list[UUID]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for _, values in members for value in values])
        for kind, uid in cursor.fetchall():
            found[kind].append(UUID(str(uid)))
    return found


def is_brief(terms: Sequence[Term]) -> bool:
    """Whether only the latest of each kind are looked at."""
    return bool(terms) and not any(_is_long(term) for term in terms)


def _is_long(term: Term) -> bool:
    return len(term.text) >= TRIGRAM


def _member(user: User, terms: Sequence[Term], kind: str, most: int) -> Statement:
    """The part of the union for one kind."""
    long = [term.text for term in terms if _is_long(term)]
    short = [term.prefix or term.text for term in terms if not _is_long(term)]
    source, values = _source(user, long, kind, _reach(long, short, most))
    begins = " AND ".join([BEGINS] * len(short)) or "0 = 0"
    patterns = [f"% {word}%" for word in short for _ in range(2)]
    sql = (
        f'SELECT * FROM (SELECT id, kind, target_uid, "on" FROM ({source}) AS read_{kind} '  # noqa: S608 - values are bound, kinds are ours
        f"WHERE {begins} LIMIT %s) AS newest_{kind}"
    )
    return sql, [*values, *patterns, most]


def _reach(long: Sequence[str], short: Sequence[str], most: int) -> int:
    if not long:
        return RECENT
    return READ if short else most


def _source(user: User, long: Sequence[str], kind: str, number: int) -> Statement:
    """The newest entries of a kind that hold the long terms."""
    if long and connection.vendor == "sqlite":
        return BY_TRIGRAMS, [user.pk, _fts_expression(kind, long), number]
    holds = " AND ".join([HOLDS] * len(long)) or HOLDS_ALL
    patterns = [_pattern(text) for text in long for _ in range(2)]
    return BY_DAY.replace(HOLDS_ALL, holds), [user.pk, kind, *patterns, number]


def _pattern(text: str) -> str:
    return f"%{connection.ops.prep_for_like_query(text)}%"


def _fts_expression(kind: str, texts: Sequence[str]) -> str:
    quoted = " AND ".join('"' + text.replace('"', '""') + '"' for text in texts)
    return f'scope : "{kind[:SCOPE]}" AND {{title text}} : ({quoted})'
