"""Many people at once: every fact stored, shared things made once, and what is new completed."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from contacts.adding import (
    AddressDraft,
    DateDraft,
    JobDraft,
    Made,
    PersonDraft,
    PointDraft,
    add_people,
    add_person,
)
from contacts.completing import complete
from contacts.fitting import fit
from contacts.models import Contact, Organisation, SearchEntry, Tag
from contacts.signals import people_changed
from tests.makers import make_contact

pytestmark = pytest.mark.database


def ana(**facts: Any) -> PersonDraft:
    return PersonDraft(
        **{
            "given": "Ana",
            "family": "Pereira",
            "emails": [PointDraft("ana@lumen.example", "work", is_preferred=True)],
            "phones": [PointDraft("030 1234567", "mobile")],
            "addresses": [AddressDraft(street="Rua Nova 1", city="Lisbon", label="home")],
            "jobs": [JobDraft("Lumen", "Head of Product"), JobDraft("Acme", ended="2019")],
            "dates": [DateDraft("birthday", "--04-15")],
            "tags": ["Climate", "climate ", "Finance"],
            "roles": ["client", "friend", "client"],
            "benefits": {"insight": "climate finance"},
            "interests": ["Rowing", "rowing"],
            "known_since": "2019-05",
            **facts,
        }
    )


def test_it_stores_every_fact_of_a_draft(alice: User) -> None:
    [person] = add_people(alice, [ana()])
    person.refresh_from_db()
    assert (person.name, person.sort_name, person.known_since) == (
        "Ana Pereira",
        "pereira ana",
        "2019-05",
    )
    assert person.added_on == alice.today()
    assert person.emails.get().is_preferred
    assert person.phones.get().digits == "0301234567"
    assert str(person.addresses.get()) == "Rua Nova 1, Lisbon"
    assert [str(job) for job in person.jobs.all()] == ["Head of Product · Lumen", "Acme"]
    assert not person.jobs.get(organisation__name="Acme").is_current
    assert sorted(person.tags.values_list("name", flat=True)) == ["Climate", "Finance"]
    assert person.roles.count() == 2
    assert person.benefits.get().note == "climate finance"
    assert person.interests.get().name == "Rowing"
    assert person.dates.get().day == "--04-15"
    assert SearchEntry.objects.filter(contact=person).exists()


def test_it_shares_organisations_and_tags_however_they_are_spelled(alice: User) -> None:
    Organisation.objects.create(owner=alice, name="Müller AG")
    made = Made()
    add_people(alice, [ana(jobs=[JobDraft("MULLER ag")]), ana(jobs=[JobDraft("Zürich Re")])], made)
    assert set(Organisation.objects.values_list("name", flat=True)) == {"Müller AG", "Zürich Re"}
    assert len(made.organisations) == 1
    assert len(made.tags) == Tag.objects.count() == 2


def test_nothing_of_mallory_is_shared(alice: User, mallory: User) -> None:
    add_people(mallory, [ana()])
    add_people(alice, [ana()])
    assert Organisation.objects.of(alice).count() == Organisation.objects.of(mallory).count() == 2
    assert Tag.objects.of(alice).get(slug="climate").owner == alice


def test_the_queries_do_not_grow_with_the_people(alice: User) -> None:
    def queries(count: int) -> int:
        drafts = [ana(given=f"Ana {count} {at}") for at in range(count)]
        with (
            transaction.atomic(),
            CaptureQueriesContext(
                connection,
            ) as seen,
        ):
            add_people(alice, drafts)
        return len(seen)

    queries(1)
    assert queries(14) == queries(1)


def test_the_rooms_above_are_told_in_the_same_transaction(alice: User) -> None:
    heard: list[list[int]] = []

    def listen(contact_ids: list[int], **_facts: object) -> None:
        heard.append(contact_ids)

    people_changed.connect(listen)
    try:
        people = add_people(alice, [ana(), ana()])
    finally:
        people_changed.disconnect(listen)
    assert heard == [[person.pk for person in people]]


def test_what_no_column_holds_is_cut_and_named() -> None:
    draft = ana(
        given="A" * 300,
        met_on="last spring",
        emails=[PointDraft("x\x00" * 400)],
        dates=[DateDraft("birthday", "1990-02-31")],
        jobs=[JobDraft("Lumen", started="sometime")],
        tags=["t" * 101],
    )
    assert fit(draft) == ["dates", "emails", "given", "jobs", "met_on", "tags"]
    assert (len(draft.given), draft.met_on, draft.dates) == (200, "", [])
    assert fit(draft) == []


def test_absurd_drafts_are_stored_all_the_same(alice: User) -> None:
    [nobody, long] = add_people(alice, [PersonDraft(), ana(given="👩‍🚀" * 200, family="م" * 500)])
    assert nobody.name == "Nameless"
    assert len(Contact.objects.get(pk=long.pk).name) == 400


def test_a_second_card_fills_only_what_is_empty(alice: User) -> None:
    [person] = add_people(alice, [ana()])
    done = complete(
        alice,
        Contact.objects.get(pk=person.pk),
        ana(
            given="Anna",
            place="Lisbon",
            emails=[PointDraft("ANA@lumen.example"), PointDraft("ana@home.example")],
            jobs=[JobDraft("lumen"), JobDraft("Nova", "Adviser")],
            dates=[DateDraft("birthday", "--01-01"), DateDraft("wedding", "2011-06-01")],
            tags=["FINANCE", "Rowing"],
        ),
    )
    person = Contact.objects.get(pk=person.pk)
    assert (person.given, person.place) == ("Ana", "Lisbon")
    assert (done.before, done.after) == ({"place": ""}, {"place": "Lisbon"})
    assert [row.address for row in person.emails.all()] == ["ana@lumen.example", "ana@home.example"]
    assert sorted(done.added) == ["email", "importantdate", "job", "tagging"]
    assert done.added["email"] == [person.emails.get(address="ana@home.example").pk]
    assert person.jobs.count() == 3
    assert person.tags.count() == 3
    assert not complete(alice, Contact.objects.get(pk=person.pk), ana())


@pytest.mark.parametrize(("spelled", "expected"), [("+49 30 1234567", 1), ("030 999", 2)])
def test_a_phone_in_another_spelling_is_the_same_phone(
    alice: User, spelled: str, expected: int
) -> None:
    alice.phone_country = "DE"
    alice.save()
    [person] = add_people(alice, [ana()])
    complete(alice, person, PersonDraft(phones=[PointDraft(spelled)]))
    assert person.phones.count() == expected


def test_a_name_typed_while_logging_makes_a_person(alice: User) -> None:
    person = add_person(alice, "Jan van der Berg")
    assert (person.given, person.family) == ("Jan", "van der Berg")
    assert person.added_on == alice.today()
    assert isinstance(person.added_on, dt.date)
    assert make_contact(alice).sort_name == "pereira ana"
