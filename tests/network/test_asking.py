"""Whom to ask for an introduction: exact cases, and every way tried on random networks."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from network.asking import MOST, asks, own_tie
from network.paths import wayfinder
from network.people import Person
from network.relations import Relation
from tests.network.acquaintances import NAMES, crowds, make_person, often, relations
from tests.network.test_paths import every_path

ANN, BOB = make_person("ann", 90), make_person("bob", 30)
CEM, DEE, EVA = make_person("cem", 0), make_person("dee", 5), make_person("eva", 0)


def test_everybody_who_could_introduce_one_is_named_the_strongest_first() -> None:
    among = [Relation("ann", "cem", 0.5), Relation("bob", "cem", 1), Relation("eva", "cem", 1)]
    ways = wayfinder([ANN, BOB, CEM, EVA], among)
    assert [path.introducers for path in asks(ways, ["cem"])] == [("ann",), ("bob",)]
    assert asks(ways, ["nobody"]) == []


def test_a_longer_way_that_is_stronger_stands_before_the_shortest() -> None:
    among = [Relation("bob", "cem", 0.5), Relation("ann", "dee", 1), Relation("dee", "cem", 1)]
    found = asks(wayfinder([ANN, BOB, CEM, DEE], among), ["cem"])
    assert [path.people for path in found] == [("ann", "dee", "cem"), ("bob", "cem")]


def test_whom_one_knows_better_than_any_detour_needs_no_introduction() -> None:
    ways = wayfinder([ANN, BOB], [Relation("ann", "bob", 0.5)])
    assert asks(ways, ["ann"]) == []
    assert own_tie(ways, "ann") is not None
    assert [path.people for path in asks(ways, ["bob"])] == [("ann", "bob")]


def test_an_organisation_is_asked_for_through_different_people() -> None:
    friends = [make_person(f"friend {n}", 50 + n) for n in range(7)]
    among = [Relation(friend.uid, "cem") for friend in friends]
    found = asks(wayfinder([*friends, CEM, EVA], [*among, Relation("cem", "eva")]), ["cem", "eva"])
    assert len(found) == MOST
    assert len({path.people[0] for path in found}) == MOST


@often
@given(crowds, relations, some.sampled_from(NAMES))
def test_the_strongest_and_the_shortest_way_are_always_offered(
    people: tuple[Person, ...], among: list[Relation], target: str
) -> None:
    people = people[:6]
    known = target in [each.uid for each in people]
    every = every_path(people, among, target) if known else []
    own = max((path.strength for path in every if not path.introducers), default=0.0)
    better = [path for path in every if path.introducers and path.strength > own]

    found = asks(wayfinder(people, among), [target])

    assert bool(found) == bool(better)
    if not found:
        return
    assert found[0].strength == pytest.approx(max(path.strength for path in better))
    fewest = min(len(path.steps) for path in better)
    assert min(len(path.steps) for path in found) == fewest
    assert len({path.people for path in found}) == len(found) <= MOST
    assert all(
        path.target == target and len(set(path.people)) == len(path.people) for path in found
    )
