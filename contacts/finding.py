"""Finds people by what is typed: parts of words by trigrams, one or two letters by whole words.

What counts as found is said once, as a condition on one entry (`is_match`), and is the same on both
databases; each condition also knows the index that finds the people it fits.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from accounts.models import User
from contacts.conditions import Condition, narrow
from contacts.models import Contact, ContactQuerySet, SearchEntry, SearchWord
from contacts.queries import Query, parse
from contacts.words import CITY, COMPANY, NAME, WORD, phone_forms
from netcrm.lib.folding import fold

PERSON = "person"
TRIGRAM = 3
AFTER_EVERY_WORD = "\U0010ffff"
# CROSS JOIN keeps SQLite from reading the entries first and asking the trigrams about each.
TRIGRAMS = """
SELECT entry.contact_id FROM contacts_searchtrigram
CROSS JOIN contacts_searchentry AS entry ON entry.id = contacts_searchtrigram.rowid
WHERE contacts_searchtrigram MATCH %s AND entry.owner_id = %s
"""
# Asked at each letter typed: writing it anew through the ORM would take longer than it takes.
WORDS = """
SELECT entry.contact_id FROM contacts_searchword AS word
JOIN contacts_searchentry AS entry ON entry.id = word.entry_id
WHERE word.owner_id = %s AND entry.kind = %s AND word.word >= %s AND word.word < %s
"""
ANOTHER_WORD = """
AND word.entry_id IN (
    SELECT entry_id FROM contacts_searchword WHERE owner_id = %s AND word >= %s AND word < %s
)
"""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be found: `text` in a text, or any of `phones` in a number."""

    text: str
    phones: tuple[str, ...] = ()
    is_word: bool = True

    @property
    def prefix(self) -> str:
        """What a word must start with, where the term is too short for trigrams; else empty."""
        if not self.is_word or len(self.text) >= TRIGRAM:
            return ""
        return "".join(WORD.findall(self.text))

    @property
    def has_trigrams(self) -> bool:
        return all(len(text) >= TRIGRAM for text in (self.text, *self.phones))


def find_people(user: User, text: str) -> ContactQuerySet:
    """The listed people whom `text` finds, in no order."""
    query = parse(text)
    people = Contact.objects.of(user).listed()
    if not query.has_text:
        return people.none()
    terms = terms_of(query, user.phone_country)
    return narrow(people, list(text_conditions(user, terms))).people


def terms_of(query: Query, country: str = "") -> list[Term]:
    words = [Term(word) for word in query.words]
    phones = [_phone_term(number, country) for number in query.phones]
    companies = [Term(COMPANY + word, is_word=False) for word in query.companies]
    cities = [Term(CITY + word, is_word=False) for word in query.cities]
    return words + phones + companies + cities


def _phone_term(number: str, country: str) -> Term:
    forms = phone_forms(number, country)
    return Term(fold(number), tuple(f for f in forms if len(f) >= TRIGRAM), is_word=False)


def text_conditions(user: User, terms: list[Term]) -> Iterator[Condition]:
    """All terms are found somewhere."""
    long = [term for term in terms if not term.prefix]
    if long:
        yield Condition(_of_entry(_all_of(long)), _by_trigrams(user, long))
    if short := [term for term in terms if term.prefix]:
        yield Condition(_of_entry(_all_of(short)), _by_words(user, [t.prefix for t in short]))


def name_conditions(user: User, terms: list[Term]) -> Iterator[Condition]:
    """The words are found in the name: whoever types "ana" means Ana, not the manager."""
    if words := _words(terms):
        yield Condition(_of_entry(_is_named(terms)), _by_words(user, [NAME + w for w in words]))
    yield from text_conditions(user, [term for term in terms if not term.is_word])


def elsewhere_conditions(user: User, terms: list[Term]) -> Iterator[Condition]:
    """All terms are found, but not all words in the name."""
    yield from text_conditions(user, terms)
    yield Condition(_of_entry(~_is_named(terms)))


def is_named(person: Contact, terms: list[Term]) -> bool:
    """Whether `person` belongs to those of `name_conditions` rather than elsewhere."""
    entries = SearchEntry.objects.filter(kind=PERSON, target_uid=person.uid)
    return entries.filter(_is_named(terms)).exists()


def is_match(term: Term) -> Q:
    """Whether an entry holds `term`."""
    if term.prefix:
        return _is_begun(term.prefix)
    found = Q(title__contains=term.text) | Q(text__contains=term.text)
    return reduce(or_, (Q(phone__contains=phone) for phone in term.phones), found)


def _is_begun(prefix: str) -> Q:
    words = SearchWord.objects.filter(entry=OuterRef("pk"))
    return Q(Exists(words.filter(**_starting(prefix))))


def _is_in_name(word: str) -> Q:
    return Q(title__startswith=word) | Q(title__contains=f" {word}")


def _is_named(terms: list[Term]) -> Q:
    return reduce(and_, map(_is_in_name, _words(terms)), Q())


def _words(terms: list[Term]) -> list[str]:
    return [word for term in terms if term.is_word for word in WORD.findall(term.text)]


def _all_of(terms: list[Term]) -> Q:
    return reduce(and_, map(is_match, terms), Q())


def _of_entry(found: Q) -> Q:
    """Of a person whose entry fits."""
    of_one = SearchEntry.objects.filter(kind=PERSON, target_uid=OuterRef("uid"))
    return Q(Exists(of_one.filter(found)))


def _by_words(user: User, prefixes: list[str]) -> RawSQL:
    """The longest first, since fewest words begin with it."""
    longest, *others = sorted(set(prefixes), key=len, reverse=True)
    values = [user.pk, PERSON, longest, longest + AFTER_EVERY_WORD]
    for prefix in others:
        values += [user.pk, prefix, prefix + AFTER_EVERY_WORD]
    return RawSQL(WORDS + ANOTHER_WORD * len(others), values)  # noqa: S611 - bound


def _by_trigrams(user: User, terms: list[Term]) -> "QuerySet[SearchEntry, int] | RawSQL | None":
    """None where SQLite's index knows none of the terms; PostgreSQL chooses its index itself."""
    if connection.vendor != "sqlite":
        entries = SearchEntry.objects.filter(owner=user, kind=PERSON).filter(_all_of(terms))
        return entries.values_list("contact", flat=True)
    if not all(term.has_trigrams for term in terms):
        return None
    match = " AND ".join(map(_fts_expression, terms))
    return RawSQL(TRIGRAMS, [match, user.pk])  # noqa: S611 - bound


def _fts_expression(term: Term) -> str:
    quoted = (text.replace('"', '""') for text in (term.text, *term.phones))
    return "(" + " OR ".join(f'"{text}"' for text in quoted) + ")"


def _starting(prefix: str) -> dict[str, str]:
    """A range: SQLite would not use the index for LIKE."""
    return {"word__gte": prefix, "word__lt": prefix + AFTER_EVERY_WORD}
