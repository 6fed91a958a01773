import datetime as dt

import pytest

from accounts.models import User
from contacts.adding import JobDraft, PersonDraft, add_people
from interactions.people_meant import finder, work_of
from interactions.recording import record

pytestmark = pytest.mark.django_db


def found(user: User, *words: str) -> list[str]:
    return [known.name for known in finder(user)([words])[words]]


def test_beginnings_of_names_find_people_and_jobs_do_not(alice: User) -> None:
    add_people(
        alice,
        [
            PersonDraft(given="Ana", family="Pereira"),
            PersonDraft(given="Ben", family="O'Brien", jobs=[JobDraft(title="Analyst")]),
            PersonDraft(given="José", family="Müller", nickname="Pepe"),
        ],
    )
    assert found(alice, "ana") == ["Ana Pereira"]
    assert found(alice, "o'bri") == ["Ben O'Brien"]
    assert found(alice, "jose", "mul") == ["José Müller"]
    assert found(alice, "pepe") == ["José Müller"]
    assert found(alice, "'") == []


def test_whom_one_spoke_with_last_comes_first(alice: User) -> None:
    ana, anna = add_people(
        alice, [PersonDraft(given="Anna"), PersonDraft(given="Annabel", family="Berg")]
    )
    record(alice, [ana], dt.date(2020, 1, 1))
    record(alice, [anna], dt.date(2021, 1, 1))
    assert found(alice, "ann") == ["Annabel Berg", "Anna"]


def test_one_or_two_letters_are_a_whole_name_or_nobodys(alice: User) -> None:
    add_people(alice, [PersonDraft(given="Bo", family="Ek"), PersonDraft(given="Boris")])
    assert found(alice, "bo") == ["Bo Ek"]
    assert found(alice, "b") == []
    assert found(alice, "b", "ek") == []


def test_beside_a_longer_word_a_short_beginning_is_enough(alice: User) -> None:
    add_people(alice, [PersonDraft(given="Ana", family=name) for name in ("Pereira", "Silva")])
    assert found(alice, "ana", "p") == ["Ana Pereira"]


def test_a_strangers_people_are_not_found(alice: User, mallory: User) -> None:
    add_people(alice, [PersonDraft(given="Ana")])
    assert found(mallory, "ana") == []


def test_work_tells_people_of_one_name_apart(alice: User) -> None:
    (ana,) = add_people(
        alice,
        [PersonDraft(given="Ana", jobs=[JobDraft(organisation="Lumen", title="Head of Product")])],
    )
    assert work_of([str(ana.uid)]) == {str(ana.uid): "Lumen, Head of Product"}
