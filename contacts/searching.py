"""Writes what can be found: the entries of people, and those of the rooms above."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet

from contacts import naming
from contacts.finding import find_people
from contacts.models import (
    Contact,
    Email,
    Interest,
    Job,
    Phone,
    PostalAddress,
    SearchEntry,
    SearchWord,
    Tagging,
)
from contacts.words import CITY, COMPANY, NAME, marked, phone_forms, words_of
from netcrm.lib.folding import fold
from netcrm.lib.id_lists import among, among_uids

__all__ = ["PERSON", "Entry", "find_people", "forget_entries", "index_people", "write_entries"]

PERSON = "person"
# What of the person's own row can be found.
FOUND_BY = (
    *("name", "prefix", "given", "additional", "family", "suffix", "nickname"),
    *("phonetic_given", "phonetic_family", "place", "industry"),
    *("how_met", "met_at", "notes"),
)
BATCH = 2000  # SQLite takes a limited number of values in one statement
TARGET = SearchEntry._meta.get_field("target_uid")
COLUMNS = ("owner_id", "kind", "target_uid", "contact_id", "title", "text", "phone", "on")
INSERT_ENTRY = f"""
INSERT INTO {SearchEntry._meta.db_table} ({", ".join(f'"{name}"' for name in COLUMNS)})
VALUES ({", ".join(["%s"] * len(COLUMNS))}) ON CONFLICT ("kind", "target_uid") DO UPDATE SET
{", ".join(f'"{name}" = excluded."{name}"' for name in COLUMNS[3:])}
"""  # noqa: S608 - our own names only


class Entry(NamedTuple):
    """One thing that can be found. Texts come as they are; folding happens here.

    `words` hold what one or two typed letters, and typos, are compared with. Leave them empty for
    what is found by longer parts only: each word is a row, and an entry that has some keeps some.
    `on` is the day of a thing, `contact_id` whose it is alone.
    """

    owner_id: int
    kind: str
    target_uid: uuid.UUID
    contact_id: int | None
    title: str
    text: str = ""
    words: str = ""
    phone: str = ""
    on: dt.date | None = None


def write_entries(entries: Sequence[Entry]) -> None:
    """Insert or replace the entries of these kinds and targets, in the caller's transaction."""
    for start in range(0, len(entries), BATCH):
        _write_batch(entries[start : start + BATCH])


def forget_entries(kind: str, target_uids: Sequence[uuid.UUID]) -> None:
    for start in range(0, len(target_uids), BATCH):
        SearchEntry.objects.filter(
            kind=kind, target_uid__in=target_uids[start : start + BATCH]
        ).delete()


def index_people(contact_ids: Sequence[int]) -> None:
    """Bring the entries of these people up to date, in the caller's transaction."""
    for start in range(0, len(contact_ids), BATCH):
        write_entries(list(_people_entries(contact_ids[start : start + BATCH])))


def _write_batch(entries: Sequence[Entry]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(INSERT_ENTRY, [_columns(entry) for entry in entries])
    worded = [(entry, words) for entry in entries if (words := _words_of(entry))]
    if worded:
        ids = _ids_of([entry for entry, _ in worded])
        SearchWord.objects.filter(entry__in=among(ids.values())).delete()
        _insert_words(
            (entry.owner_id, word, ids[entry.kind, entry.target_uid])
            for entry, words in worded
            for word in words
        )


def _columns(entry: Entry) -> tuple[Any, ...]:
    """In the order of COLUMNS. Plain values: an import writes ten thousand."""
    return (
        entry.owner_id,
        entry.kind,
        TARGET.get_db_prep_value(entry.target_uid, connection),
        entry.contact_id,
        fold(entry.title),
        "\n".join(filter(None, map(fold, entry.text.splitlines()))),
        entry.phone,
        connection.ops.adapt_datefield_value(entry.on),
    )


def _ids_of(entries: Sequence[Entry]) -> dict[tuple[str, uuid.UUID], int]:
    written = SearchEntry.objects.filter(
        kind__in={entry.kind for entry in entries},
        target_uid__in=among_uids(entry.target_uid for entry in entries),
    )
    return {(kind, uid): pk for kind, uid, pk in written.values_list("kind", "target_uid", "pk")}


def _words_of(entry: Entry) -> list[str]:
    names = words_of(fold(entry.title)) if entry.kind == PERSON else []
    return [*words_of(fold(entry.words)), *(NAME + name for name in names)]


def _insert_words(rows: Iterator[tuple[int, str, int]]) -> None:
    """Plain tuples: an import writes a hundred thousand, and instances would take longest."""
    table = SearchWord._meta.db_table
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (owner_id, word, entry_id) VALUES (%s, %s, %s)",  # noqa: S608 - our own table's name
            list(rows),
        )


@dataclass(slots=True)
class _Facts:
    """What hangs on one person and can be found."""

    work: list[str] = field(default_factory=list)
    companies: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)


def _people_entries(contact_ids: Sequence[int]) -> Iterator[Entry]:
    facts = _facts_of(contact_ids)
    # Rows and not instances: an import reads ten thousand.
    people: QuerySet[Contact, Any] = Contact.objects.filter(pk__in=among(contact_ids)).values_list(
        "pk", "uid", "owner_id", "owner__phone_country", *FOUND_BY, named=True
    )
    for person in people:
        yield _person_entry(person, facts[person.pk])


def _person_entry(person: Any, facts: _Facts) -> Entry:
    places = list(filter(None, [person.place, *facts.places]))
    words = list(
        filter(None, [*facts.work, *facts.companies, *facts.marks, *places, person.industry])
    )
    more = [
        *facts.emails,
        f"{person.phonetic_given} {person.phonetic_family}",
        *(person.how_met, person.met_at, person.notes),
        marked(COMPANY, facts.companies),
        marked(CITY, places),
    ]
    names = (person.name, naming.full_name(person), person.nickname)
    title, country = " ".join(dict.fromkeys(names)), person.owner__phone_country
    numbers = [form for phone in facts.phones for form in phone_forms(phone, country)]
    return Entry(
        owner_id=person.owner_id,
        kind=PERSON,
        target_uid=person.uid,
        contact_id=person.pk,
        title=title,
        text="\n".join(filter(None, (*words, *more))),
        words=" ".join((title, *words)),
        phone=" ".join(dict.fromkeys(numbers)),
    )


def _facts_of(contact_ids: Sequence[int]) -> dict[int, _Facts]:
    found: defaultdict[int, _Facts] = defaultdict(_Facts)
    jobs = Job.objects.filter(contact__in=among(contact_ids)).order_by(
        "contact", "-is_current", "id"
    )
    for pk, title, department, company, industry in jobs.values_list(
        "contact", "title", "department", "organisation__name", "organisation__industry"
    ):
        found[pk].work += [title, department, industry or ""]
        if company:
            found[pk].companies.append(company)
    for pk, *parts in PostalAddress.objects.filter(contact__in=among(contact_ids)).values_list(
        "contact", "city", "region", "country"
    ):
        found[pk].places += parts
    for pk, text in _pairs(Tagging.objects.all(), contact_ids, "tag__name"):
        found[pk].marks.append(text)
    for pk, text in _pairs(Interest.objects.all(), contact_ids, "name"):
        found[pk].marks.append(text)
    for pk, text in _pairs(Email.objects.all(), contact_ids, "address"):
        found[pk].emails.append(text)
    for pk, text in _pairs(Phone.objects.all(), contact_ids, "number"):
        found[pk].phones.append(text)
    return found


def _pairs(
    rows: "QuerySet[Tagging] | QuerySet[Interest] | QuerySet[Email] | QuerySet[Phone]",
    contact_ids: Sequence[int],
    column: str,
) -> Iterator[tuple[int, str]]:
    return rows.filter(contact__in=among(contact_ids)).order_by("id").values_list("contact", column)  # type: ignore[return-value] # the column is chosen by name
