"""Exact cases of structure, and agreement with networkx on random ones."""

from math import isnan

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as some

from network.relations import KNOWN, WORKED_TOGETHER, Relation, neighbours
from network.structure import Structure, sole_links, structure
from tests.network.acquaintances import make_person, often, relations, weights

ME = "me"


def tied(*pairs: str, weight: float = 1.0) -> list[Relation]:
    return [Relation(pair[0], pair[1], weight) for pair in pairs]


def equally(names: str) -> dict[str, float]:
    return dict.fromkeys(names, 1.0)


def graph_of(own: dict[str, float], among: list[Relation]) -> "nx.Graph[str]":
    graph = nx.Graph()
    graph.add_weighted_edges_from((ME, uid, weight) for uid, weight in own.items())
    for uid, known in neighbours(among, own).items():
        graph.add_weighted_edges_from((uid, other, weight) for other, weight in known.items())
    return graph


@pytest.mark.parametrize(
    ("own", "among", "size", "constraint"),
    [
        (equally("a"), [], 1, 1),
        (equally("abcd"), [], 4, 0.25),
        (equally("ab"), tied("ab"), 1, 1.125),
        (equally("abcd"), tied("ab", "ac", "ad", "bc", "bd", "cd"), 1, 0.765625),
        (equally("abcdef"), tied("ab", "bc", "ac", "de", "ef", "df"), 4, 0.462962963),
        (equally("abcde"), tied("ab", "ac", "ad", "ae"), 3.4, 0.5904),
        (
            {"a": 0.9, "b": 0.7, "c": 0.5, "d": 0.3, "e": 0.3},
            tied("ab", "bc", weight=KNOWN),
            4.226337449,
            0.482548188,
        ),
    ],
)
def test_known_networks_have_their_known_figures(
    own: dict[str, float], among: list[Relation], size: float, constraint: float
) -> None:
    found = structure(own, among)

    assert found.effective_size == pytest.approx(size)
    assert found.efficiency == pytest.approx(size / len(own))
    assert found.constraint == pytest.approx(constraint)


def test_nobody_has_no_structure() -> None:
    found = structure({}, tied("ab"))

    assert found == Structure(0, 0, {}, {}, ())
    assert found.effective_size is found.efficiency is found.constraint is None
    assert not found.is_meaningful


def test_a_relation_with_a_stranger_or_oneself_says_nothing() -> None:
    found = structure(equally("ab"), tied("ax", "aa"))

    assert found == structure(equally("ab"), [])


def test_of_several_relations_the_strongest_counts() -> None:
    several = [
        Relation("a", "b", KNOWN),
        Relation("b", "a", WORKED_TOGETHER),
        Relation("a", "b", KNOWN),
    ]

    assert structure(equally("ab"), several) == structure(equally("ab"), tied("ab"))


@pytest.mark.parametrize("weight", [0, -1, 1.5])
def test_a_relation_weighs_something_and_at_most_one(weight: float) -> None:
    with pytest.raises(ValueError, match="weighs"):
        Relation("a", "b", weight)


@pytest.mark.parametrize(
    ("people", "pairs", "shown"),
    [("abcde", (), False), ("abcde", ("ab",), True), ("abcdef", ("ab",), False)],
)
def test_one_relation_for_five_people_makes_the_figures_worth_showing(
    people: str, pairs: tuple[str, ...], shown: bool
) -> None:
    assert structure(equally(people), tied(*pairs)).is_meaningful == shown


def test_clusters_are_what_holds_together_without_oneself() -> None:
    found = structure(equally("fedcba"), tied("ab", "bc", "de"))

    assert found.clusters == (("a", "b", "c"), ("d", "e"), ("f",))
    assert found.sole_links == ("f",)


def test_a_company_may_hang_on_one_person() -> None:
    acme, bolt = ("organisation", "Acme"), ("organisation", "Bolt")
    people = [
        make_person("ann", 50, acme, ("industry", "law")),
        make_person("bob", 50, acme, bolt),
        make_person("zoe", 10, bolt),
    ]

    assert sole_links(people, "organisation") == {"Bolt": "bob"}


@often
@given(weights, relations)
def test_size_and_constraint_are_those_of_networkx(
    own: dict[str, float], among: list[Relation]
) -> None:
    graph = graph_of(own, among)

    found = structure(own, among)

    size = nx.effective_size(graph, nodes=[ME], weight="weight")[ME]
    constraint = nx.constraint(graph, nodes=[ME], weight="weight")[ME]
    assert found.effective_size == pytest.approx(size, abs=1e-9)
    assert found.constraint == pytest.approx(constraint, abs=1e-9)


@often
@given(some.sets(some.sampled_from("abcdefgh"), min_size=1), relations)
def test_with_equal_ties_the_size_is_what_borgatti_found(
    uids: set[str], among: list[Relation]
) -> None:
    own = dict.fromkeys(uids, 1.0)
    binary = [Relation(each.one, each.other, 1.0) for each in among]

    found = structure(own, binary)

    assert found.effective_size == pytest.approx(
        len(own) - 2 * found.relations / len(own), abs=1e-9
    )
    assert found.effective_size == pytest.approx(
        nx.effective_size(graph_of(own, binary), nodes=[ME])[ME], abs=1e-9
    )


@often
@given(weights, relations)
def test_clusters_are_the_components_without_oneself(
    own: dict[str, float], among: list[Relation]
) -> None:
    graph = graph_of(own, among)
    graph.remove_node(ME)

    found = structure(own, among)

    assert {frozenset(each) for each in found.clusters} == {
        frozenset(each) for each in nx.connected_components(graph)
    }
    assert sum(len(each) for each in found.clusters) == found.people
    assert found.relations == graph.number_of_edges()


@often
@given(weights, relations, some.floats(0.1, 10))
def test_figures_keep_within_their_limits_and_know_no_unit(
    own: dict[str, float], among: list[Relation], factor: float
) -> None:
    found = structure(own, among)

    assert all(0 <= each < 1 for each in found.redundancy.values())
    assert found.efficiency is not None
    assert 0 < found.efficiency <= 1
    assert found.constraint is not None
    assert 1 / found.people - 1e-9 <= found.constraint
    assert not isnan(found.constraint)
    alone = structure({uid: weight * factor for uid, weight in own.items()}, [])
    assert alone.constraint == pytest.approx(structure(own, []).constraint)
