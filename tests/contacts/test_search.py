"""Alice finds the people she means; the answers of both databases are the same."""

import pytest

from accounts.models import User
from contacts.finding import find_people
from contacts.models import Contact, Email, Job, Organisation, Phone, SearchEntry, Tag
from contacts.queries import parse
from contacts.searching import Entry, forget_entries, index_people, write_entries
from contacts.typos import correct
from tests.makers import make_contact


def names(user: User, typed: str) -> list[str]:
    return sorted(find_people(user, typed).values_list("name", flat=True))


@pytest.fixture
def network(alice: User) -> None:
    ana = make_contact(alice, "Ana Pereira", notes="Cares about the climate", place="Lisbon")
    jose = make_contact(alice, "José Strauß", nickname="Pepe")
    cem = make_contact(alice, "Cem Manager", how_met="through Ana at a fair")
    lumen = Organisation.objects.create(owner=alice, name="Lumen Énergie")
    Job.objects.create(contact=ana, organisation=lumen, title="Head of Product")
    Job.objects.create(contact=cem, title="Anaesthetist", is_current=False)
    Email.objects.create(contact=jose, address="jose.strauss@example.org")
    phone = Phone(contact=jose, number="+44 (0)20 7946-0018")
    phone.settle()
    phone.save()
    Tag.objects.create(owner=alice, name="Running Club").contacts.add(cem)
    index_people([ana.pk, jose.pk, cem.pk])


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ana", ["Ana Pereira", "Cem Manager"]),
        ("a", ["Ana Pereira", "Cem Manager"]),
        ("an", ["Ana Pereira", "Cem Manager"]),
        ("an pe", ["Ana Pereira"]),
        ("ANA PÉR", ["Ana Pereira"]),
        ("ereir", ["Ana Pereira"]),
        ("strauss", ["José Strauß"]),
        ("strauß", ["José Strauß"]),
        ("pepe", ["José Strauß"]),
        ("j", ["José Strauß"]),
        ("lumen", ["Ana Pereira"]),
        ("energie", ["Ana Pereira"]),
        ("head of product", ["Ana Pereira"]),
        ("@example", ["José Strauß"]),
        ("running", ["Cem Manager"]),
        ("climate", ["Ana Pereira"]),
        ("lisb", ["Ana Pereira"]),
        ("company:lum", ["Ana Pereira"]),
        ("company:lumen company:energie", ["Ana Pereira"]),
        ("company:ana", []),
        ("city:lisbon", ["Ana Pereira"]),
        ("city:lumen", []),
        ("ana zzz", []),
        ("100%", []),
        ("an_", []),
    ],
)
def test_people_are_found_by_what_is_known_of_them(
    alice: User, network: None, typed: str, found: list[str]
) -> None:
    assert names(alice, typed) == found


@pytest.mark.parametrize(
    "typed",
    [
        "+44 20 7946 0018",
        "+44 (0)20 7946 0018",
        "020 7946 0018",
        "0044 20 7946 0018",
        "7946-0018",
        "(020) 79460018",
        "79460",
    ],
)
def test_a_phone_number_is_found_in_any_spelling(alice: User, network: None, typed: str) -> None:
    assert names(alice, typed) == ["José Strauß"]


def test_a_local_number_is_found_with_its_country(alice: User) -> None:
    alice.phone_country = "GB"
    alice.save()
    ben = make_contact(alice, "Ben Okafor")
    Phone.objects.create(contact=ben, number="020 7946 0018")
    index_people([ben.pk])
    assert names(alice, "+44 20 7946 0018") == ["Ben Okafor"]


def test_the_trashed_and_the_archived_are_not_found(alice: User, network: None) -> None:
    Contact.objects.get(given="Ana").trash()
    Contact.objects.get(given="José").archive()
    assert names(alice, "ana") == ["Cem Manager"]
    assert names(alice, "jose") == []


def test_mallory_finds_nobody_of_alice(alice: User, mallory: User, network: None) -> None:
    make_contact(mallory, "Ana Other")
    index_people(list(Contact.objects.of(mallory).values_list("pk", flat=True)))
    assert names(mallory, "ana") == ["Ana Other"]
    assert names(mallory, "pereira") == []


def test_indexing_again_replaces_what_was_found_before(alice: User, network: None) -> None:
    ana = Contact.objects.get(given="Ana")
    before = SearchEntry.objects.get(contact=ana)
    ana.given, ana.notes = "Anna", ""
    ana.save()
    index_people([ana.pk])
    assert names(alice, "climate") == []
    assert names(alice, "anna") == ["Anna Pereira"]
    assert SearchEntry.objects.get(contact=ana).pk == before.pk


def test_who_is_deleted_for_good_is_forgotten(alice: User, network: None) -> None:
    Contact.objects.get(given="Ana").delete()
    assert names(alice, "pereira") == []
    assert not SearchEntry.objects.filter(title__contains="pereira").exists()


def test_many_hits_are_found_as_exactly_as_few(
    alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [make_contact(alice, f"Ana{number} Pereira") for number in range(9)]
    index_people([person.pk for person in people])
    few = names(alice, "ana")
    monkeypatch.setattr("contacts.conditions.FEW", 3)
    assert names(alice, "ana") == few
    assert names(alice, "an pe") == names(alice, "a") == few
    assert len(few) == 9


def test_conversations_are_no_people(alice: User, network: None) -> None:
    ana = Contact.objects.get(given="Ana")
    entry = Entry(alice.pk, "conversation", ana.uid, ana.pk, "Coffee in Porto", words="coffee")
    write_entries([entry])
    assert names(alice, "porto") == []
    assert names(alice, "co") == []
    forget_entries("conversation", [ana.uid])
    assert not SearchEntry.objects.filter(kind="conversation").exists()
    assert names(alice, "pereira") == ["Ana Pereira"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("periera", "pereira"),
        ("perreira", "pereira"),
        ("pereria", "pereira"),
        ("perie", "pereira"),
        ("enregie", "energie"),
        ("ana strasus", "ana strauss"),
    ],
)
def test_a_slip_is_understood(alice: User, network: None, typed: str, meant: str) -> None:
    corrected = correct(alice, parse(typed))
    assert corrected is not None
    assert " ".join(corrected.words) == meant


@pytest.mark.parametrize("typed", ["xyzzyx", "pereira", "ana", "qq", "zzz"])
def test_what_is_known_or_resembles_nothing_is_left_alone(
    alice: User, network: None, typed: str
) -> None:
    assert correct(alice, parse(typed)) is None


def test_a_slip_is_not_mended_with_the_words_of_others(
    alice: User, mallory: User, network: None
) -> None:
    assert correct(mallory, parse("periera")) is None
