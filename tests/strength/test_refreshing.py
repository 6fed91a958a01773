"""The database computes what the model computes."""

from dataclasses import fields
from datetime import date
from random import Random

import pytest

from accounts.models import User
from contacts.models import Contact
from strength.events import Favour, History, Rated, Touch
from strength.refreshing import refresh
from strength.scoring import Sums, score, stored
from strength.weights import CHANNELS, DEPTHS, Weights
from tests.makers import make_contact
from tests.strength.histories import TODAY, days_ago, make_rhythm, rated

pytestmark = [pytest.mark.django_db, pytest.mark.database]
COLUMNS = {each.name: f"sum_{each.name}" for each in fields(Sums)}


def keep(contact: Contact, history: History, weights: Weights) -> None:
    sums = stored(history, TODAY, weights)
    for name, column in COLUMNS.items():
        setattr(contact, column, getattr(sums, name))
    contact.save()


def random_history(dice: Random) -> History:
    def day() -> date:
        return days_ago(int(dice.expovariate(1 / 300)))

    def answer() -> float | None:
        return dice.choice([None, 1, 2, 3, 4, 5, 3.4])

    return History(
        tuple(
            Touch(
                day(),
                dice.choice(list(CHANNELS)),
                dice.choice(list(DEPTHS)),
                dice.randint(1, 9),
                dice.random() < 0.8,
            )
            for _ in range(dice.randint(0, 20))
        ),
        tuple(
            Rated(day(), answer(), answer(), answer(), dice.random() < 0.1)
            for _ in range(dice.choice([0, 0, 1, 6]))
        ),
        tuple(
            Favour(day(), dice.random() < 0.5, dice.choice([0.5, 1, 2]))
            for _ in range(dice.randint(0, 3))
        ),
        known_since=dice.choice([None, day()]),
        added_on=TODAY,
    )


@pytest.mark.parametrize(
    "weights",
    [
        pytest.param(Weights(), id="default"),
        pytest.param(
            Weights(
                rating_points=25,
                contact_points=35,
                history_points=25,
                help_points=15,
                fresh_half_life=30,
                established_half_life=90,
                rating_half_life=200,
                mean_half_life=100,
                help_half_life=700,
                contact_half=3,
                history_half=9,
                rating_half=2,
                help_half=1.5,
                presumed=0.7,
                gate_at_worst=0.3,
                smaller_help_share=0.6,
                information_half=3,
                information_per_meeting=0.4,
                least_half_width=3,
                further_half_width=12,
            ),
            id="all changed",
        ),
    ],
)
def test_the_statement_equals_the_model(alice: User, weights: Weights) -> None:
    dice = Random(45)  # noqa: S311 - makes test cases, guards nothing
    histories = [
        History(),
        make_rhythm(7, answer=1.4),
        make_rhythm(30),
        History(ratings=(rated(TODAY, 1),)),
        *(random_history(dice) for _ in range(200)),
    ]
    people = [make_contact(alice, f"Person {number}") for number in range(len(histories))]
    for person, history in zip(people, histories, strict=True):
        keep(person, history, weights)

    for day in (TODAY, days_ago(-90), days_ago(-3650)):
        refresh(alice, day, weights)
        found = Contact.objects.in_bulk([person.pk for person in people])
        for person, history in zip(people, histories, strict=True):
            expected = score(stored(history, TODAY, weights).brought_to(day, weights), weights)
            row = found[person.pk]
            assert row.strength == pytest.approx(expected.score, abs=1e-9)
            assert row.strength_low == pytest.approx(expected.low, abs=1e-9)


def test_only_scored_people_of_the_owner_change(alice: User, mallory: User) -> None:
    history = make_rhythm(30)
    moving = make_contact(alice, "Ana Pereira")
    others = [
        make_contact(alice, "Bo Archived", archived_at=alice.created_at),
        make_contact(alice, "Cy Trashed", deleted_at=alice.created_at),
        make_contact(alice, "Di Deceased", is_deceased=True),
        make_contact(alice, "Ed Family", is_unscored=True),
        make_contact(alice, "Front Desk", kind="office"),
        make_contact(mallory, "Flo Elsewhere"),
    ]
    for person in (moving, *others):
        keep(person, history, Weights())

    refresh(alice, TODAY)

    moving.refresh_from_db()
    assert moving.strength > 40
    assert {each.strength for each in Contact.objects.exclude(pk=moving.pk)} == {0}


def test_batches_cover_everyone(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("strength.refreshing.BATCH", 2)
    for number in range(5):
        keep(make_contact(alice, f"Person {number}"), make_rhythm(30), Weights())

    refresh(alice, TODAY)

    assert len(set(Contact.objects.values_list("strength", flat=True))) == 1
    assert Contact.objects.filter(strength__gt=40).count() == 5
