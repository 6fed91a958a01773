"""Who could introduce whom: exact cases, and every path tried on random networks."""

from itertools import pairwise, permutations
from math import prod
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as some

from network.paths import LONGEST, Path, Wayfinder, wayfinder
from network.people import Person
from network.relations import Relation, neighbours
from tests.network.acquaintances import NAMES, TOLERANCE, crowds, make_person, often, relations

ANN, BOB = make_person("ann", 90), make_person("bob", 30)
CEM, DEE, EVA = make_person("cem", 0), make_person("dee", 5), make_person("eva", 0)


def every_path(people: tuple[Person, ...], among: list[Relation], target: str) -> list[Path]:
    """By trying them all."""
    known = neighbours(among, [person.uid for person in people])
    own = {person.uid: person.weight for person in people if person.is_counted}
    chains = (
        (*chain, target)
        for length in range(LONGEST)
        for chain in permutations(known.keys() - {target}, length)
    )
    return [
        _path(chain, own, known)
        for chain in chains
        if chain[0] in own and all(b in known[a] for a, b in pairwise(chain))
    ]


def _path(
    chain: tuple[str, ...], own: dict[str, float], known: dict[str, dict[str, float]]
) -> Path:
    path = Path((), 1.0).to(chain[0], own[chain[0]])
    for one, other in pairwise(chain):
        path = path.to(other, known[one][other])
    return path


class Found(NamedTuple):
    shortest: Path
    strongest: Path


def shortest_and_strongest(ways: Wayfinder, uid: str) -> Found | None:
    """None where no chain leads there."""
    paths = ways.best.get(uid)
    return Found(paths[0], paths[-1]) if paths else None


def test_whom_one_knows_needs_no_introduction() -> None:
    found = shortest_and_strongest(wayfinder([ANN], []), "ann")

    assert found is not None
    assert found.shortest == found.strongest
    assert found.shortest.people == ("ann",)
    assert found.shortest.introducers == ()
    assert found.shortest.strength == 0.9


def test_a_path_is_as_strong_as_the_product_of_its_ties() -> None:
    found = shortest_and_strongest(wayfinder([ANN, CEM], [Relation("cem", "ann", 0.5)]), "cem")

    assert found is not None
    assert found.shortest.people == ("ann", "cem")
    assert found.shortest.introducers == ("ann",)
    assert [step.weight for step in found.shortest.steps] == [0.9, 0.5]
    assert found.shortest.strength == pytest.approx(0.45)


def test_the_shortest_path_need_not_be_the_strongest() -> None:
    relations = [Relation("bob", "cem", 0.5), Relation("ann", "dee", 1), Relation("dee", "cem", 1)]

    found = shortest_and_strongest(wayfinder([ANN, BOB, CEM, DEE], relations), "cem")

    assert found is not None
    assert found.shortest.people == ("bob", "cem")
    assert found.shortest.strength == pytest.approx(0.15)
    assert found.strongest.people == ("ann", "dee", "cem")
    assert found.strongest.strength == pytest.approx(0.9)


def test_a_good_friend_may_be_the_better_way_to_a_loose_acquaintance() -> None:
    found = shortest_and_strongest(wayfinder([ANN, BOB], [Relation("ann", "bob", 1)]), "bob")

    assert found is not None
    assert found.shortest.people == ("bob",)
    assert found.strongest.people == ("ann", "bob")


def test_a_faint_tie_is_nobody_to_ask() -> None:
    assert shortest_and_strongest(wayfinder([DEE, EVA], [Relation("dee", "eva", 1)]), "eva") is None


def test_a_chain_has_an_end() -> None:
    chain = [make_person(f"link {number}", 100 if number == 1 else 0) for number in range(1, 7)]
    relations = [
        Relation(f"link {number}", f"link {number + 1}", 1) for number in range(1, len(chain))
    ]
    ways = wayfinder(chain, relations)

    assert shortest_and_strongest(ways, "link 4") is not None
    assert shortest_and_strongest(ways, "link 5") is None


@often
@given(crowds, relations, some.sampled_from(NAMES))
def test_no_path_is_shorter_or_stronger_than_those_found(
    people: tuple[Person, ...], among: list[Relation], target: str
) -> None:
    people = people[:6]
    all_paths = every_path(people, among, target) if target in [each.uid for each in people] else []

    found = shortest_and_strongest(wayfinder(people, among), target)

    assert (found is None) == (not all_paths)
    if found is None:
        return
    fewest = min(len(path.steps) for path in all_paths)
    assert len(found.shortest.steps) == fewest
    assert found.shortest.strength == pytest.approx(
        max(path.strength for path in all_paths if len(path.steps) == fewest)
    )
    assert found.strongest.strength == pytest.approx(max(path.strength for path in all_paths))
    for path in (found.shortest, found.strongest):
        assert path.strength == pytest.approx(prod(step.weight for step in path.steps))
        assert len(set(path.people)) == len(path.steps)


@often
@given(crowds, relations, relations, some.sampled_from(NAMES))
def test_one_more_relation_never_makes_a_way_worse(
    people: tuple[Person, ...], among: list[Relation], more: list[Relation], target: str
) -> None:
    before = shortest_and_strongest(wayfinder(people, among), target)
    after = shortest_and_strongest(wayfinder(people, [*among, *more]), target)

    if before is not None:
        assert after is not None
        assert len(after.shortest.steps) <= len(before.shortest.steps)
        assert after.strongest.strength >= before.strongest.strength - TOLERANCE
