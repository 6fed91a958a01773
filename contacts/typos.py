"""What may have been meant where nothing is found: the nearest word that somebody's entry has."""

from dataclasses import replace

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import OSA

from accounts.models import User
from contacts.conditions import first
from contacts.finding import AFTER_EVERY_WORD, Term, text_conditions
from contacts.models import SearchWord
from contacts.queries import Query

SHORTEST = 4  # letters; a slip in a shorter word may mean anything
LONG = 7  # letters from which two slips are forgiven
EQUALS = 5  # equally near words that are weighed by how often they occur

# Jumps from one distinct word to the next along the index instead of reading all of it.
VOCABULARY = """
WITH RECURSIVE known(word) AS (
    SELECT min(word) FROM contacts_searchword
    WHERE owner_id = %(owner)s AND word >= %(low)s AND word < %(high)s
    UNION ALL
    SELECT (
        SELECT min(later.word) FROM contacts_searchword AS later
        WHERE later.owner_id = %(owner)s AND later.word > known.word AND later.word < %(high)s
    )
    FROM known WHERE known.word IS NOT NULL
)
SELECT word FROM known WHERE word IS NOT NULL
"""


def correct(user: User, query: Query) -> Query | None:
    """`query` with the nearest known word for each unknown one; None where nothing is near."""
    words = tuple(_corrected(user, word) for word in query.words)
    return replace(query, words=words) if words != query.words else None


def _corrected(user: User, word: str) -> str:
    if len(word) < SHORTEST or _is_found(user, word):
        return word
    return nearest(user, word) or word


def _is_found(user: User, word: str) -> bool:
    return any(c.ids and first(c.ids, 1) for c in text_conditions(user, [Term(word)]))


def nearest(user: User, word: str) -> str | None:
    """The first letter, or the second in its place, is taken to be right."""
    slips = 2 if len(word) >= LONG else 1
    known = [known for letter in dict.fromkeys(word[:2]) for known in _vocabulary(user, letter)]
    # Somebody still typing has written only the beginning of the word.
    beginnings = [known_word[: len(word)] for known_word in known]
    near = [
        (distance, known[index])
        for choices in (known, beginnings)
        for _, distance, index in process.extract(
            word, choices, scorer=OSA.distance, score_cutoff=slips, limit=EQUALS
        )
    ]
    if not near:
        return None
    least = min(near)[0]
    return max((w for distance, w in near if distance == least), key=lambda w: _times(user, w))


def _times(user: User, word: str) -> int:
    return SearchWord.objects.filter(owner=user, word=word).count()


def _vocabulary(user: User, letter: str) -> list[str]:
    bounds: dict[str, int | str] = {
        "owner": user.pk,
        "low": letter,
        "high": letter + AFTER_EVERY_WORD,
    }
    with connection.cursor() as cursor:
        cursor.execute(VOCABULARY, bounds)
        return [word for (word,) in cursor.fetchall()]
