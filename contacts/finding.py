"""Finds people by what is typed: parts of words by trigrams, one or two letters by whole words.

What counts as found is said once, as a condition on one entry (`is_match`), and is the same on both
databases. On SQLite the trigram index is asked first, and only narrows down.
"""

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
from contacts.words import CITY, COMPANY, WORD, phone_forms
from netcrm.lib.folding import fold

PERSON = "person"
TRIGRAM = 3
AFTER_EVERY_WORD = "\U0010ffff"
TRIGRAMS = "SELECT rowid FROM contacts_searchtrigram WHERE contacts_searchtrigram MATCH %s"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be found: any of `texts` in a text, or any of `phones` in a number."""

    texts: tuple[str, ...]
    phones: tuple[str, ...] = ()
    is_word: bool = True

    @property
    def prefix(self) -> str:
        """What a word must start with, where the term is too short for trigrams; else empty."""
        if not self.is_word or len(self.texts[0]) >= TRIGRAM:
            return ""
        return "".join(WORD.findall(self.texts[0]))


def find_people(user: User, text: str) -> ContactQuerySet:
    """The listed people whom `text` finds, in no order."""
    query = parse(text)
    people = Contact.objects.of(user).listed()
    if not query.has_text:
        return people.none()
    return narrow(people, [text_condition(user, terms_of(query, user.phone_country))])


def terms_of(query: Query, country: str = "") -> list[Term]:
    words = [Term((word,)) for word in query.words]
    phones = [_phone_term(number, country) for number in query.phones]
    companies = [Term((COMPANY + word,), is_word=False) for word in query.companies]
    cities = [Term((CITY + word,), is_word=False) for word in query.cities]
    return words + phones + companies + cities


def _phone_term(number: str, country: str) -> Term:
    forms = phone_forms(number, country)
    return Term((fold(number),), tuple(f for f in forms if len(f) >= TRIGRAM), is_word=False)


def text_condition(user: User, terms: list[Term]) -> Condition:
    return _condition(user, _all_of(terms), terms)


def name_condition(user: User, terms: list[Term]) -> Condition:
    """Those found by the words of their name: whoever types "ana" means Ana, not the manager."""
    return _condition(user, is_name_match(terms), terms)


def elsewhere_condition(user: User, terms: list[Term]) -> Condition:
    """Those found, but not by their name."""
    found = _all_of(terms)
    return _condition(user, found & ~is_name_match(terms), terms)


def _condition(user: User, found: Q, terms: list[Term]) -> Condition:
    entries = SearchEntry.objects.filter(owner=user, kind=PERSON)
    of_one = SearchEntry.objects.filter(kind=PERSON, target_uid=OuterRef("uid"))
    return Condition(
        ids=_indexed(entries, user, terms).filter(found).values_list("contact_id", flat=True),
        where=Q(Exists(of_one.filter(found))),
    )


def is_match(term: Term) -> Q:
    """Whether an entry holds `term`."""
    if prefix := term.prefix:
        words = SearchWord.objects.filter(entry=OuterRef("pk"))
        return Q(Exists(words.filter(**_starting(prefix))))
    texts = [Q(title__contains=text) | Q(text__contains=text) for text in term.texts]
    return reduce(or_, texts + [Q(phone__contains=phone) for phone in term.phones])


def is_name_match(terms: list[Term]) -> Q:
    """Whether each typed word starts a word of the title, and all else is found too."""
    found = Q()
    for term in terms:
        if term.is_word:
            text = term.texts[0]
            found &= Q(title__startswith=text) | Q(title__contains=f" {text}")
        else:
            found &= is_match(term)
    return found


def is_named(person: Contact, terms: list[Term]) -> bool:
    """Whether `name_condition` holds for `person`."""
    entries = SearchEntry.objects.filter(kind=PERSON, target_uid=person.uid)
    return entries.filter(is_name_match(terms)).exists()


def _indexed(
    entries: QuerySet[SearchEntry], user: User, terms: list[Term]
) -> QuerySet[SearchEntry]:
    """Narrowed down by whichever index knows the terms; may still hold too many."""
    for term in terms:
        if term.prefix:
            words = SearchWord.objects.filter(owner=user, **_starting(term.prefix))
            entries = entries.filter(pk__in=words.values("entry"))
    if connection.vendor == "sqlite" and (match := _fts_expression(terms)):
        entries = entries.filter(pk__in=RawSQL(TRIGRAMS, [match]))  # noqa: S611 - bound
    return entries


def _starting(prefix: str) -> dict[str, str]:
    """A range: SQLite would not use the index for LIKE."""
    return {"word__gte": prefix, "word__lt": prefix + AFTER_EVERY_WORD}


def _fts_expression(terms: list[Term]) -> str:
    """For FTS5's MATCH; terms without a trigram are left to `is_match`."""
    parts = []
    for term in terms:
        texts = [*term.texts, *term.phones]
        if all(len(text) >= TRIGRAM for text in texts):
            quoted = (text.replace('"', '""') for text in texts)
            parts.append("(" + " OR ".join(f'"{text}"' for text in quoted) + ")")
    return " AND ".join(parts)


def _all_of(terms: list[Term]) -> Q:
    return reduce(and_, (is_match(term) for term in terms), Q())
