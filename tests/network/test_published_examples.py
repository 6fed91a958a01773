"""The worked examples of the model's description, where they lie beside the project."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from network.assessing import assess
from network.coverage import Coverage
from network.diversity import Homophily, spread
from network.needs import Need, usefulness_of
from network.people import Mark, Person
from network.relations import Relation
from network.structure import structure

EXAMPLES = Path(__file__).parents[3] / "shared" / "spec" / "network_examples.json"
Example = dict[str, Any]


def close(value: object) -> object:
    return None if value is None else pytest.approx(value, abs=1e-6)


def published(section: str) -> list[Any]:
    """What a test of this section runs on; one that is skipped when the examples are absent."""
    if not EXAMPLES.exists():
        return [pytest.param(None, marks=pytest.mark.skip("the published examples are absent"))]
    found = json.loads(EXAMPLES.read_text())[section]
    return [pytest.param(each, id=each.get("name", str(each))) for each in found]


@pytest.mark.parametrize("example", published("structure"))
def test_structure_agrees(example: Example) -> None:
    expected = example["result"]

    found = structure(
        example["ego_weights"], [Relation(*relation) for relation in example["alter_ties"]]
    )

    assert found.people == expected["n"]
    assert found.relations == expected["alter_ties"]
    for name in ("effective_size", "efficiency", "constraint"):
        assert getattr(found, name) == close(expected[name]), name
    assert found.redundancy == close(expected["redundancy"])
    assert found.dyadic_constraint == close(expected["dyadic_constraint"])
    assert [list(each) for each in found.clusters] == expected["clusters"]
    assert list(found.sole_links) == expected["sole_link_to_cluster"]
    assert found.effective_size == close(example["check"]["effective_size"])
    assert found.constraint == close(example["check"]["constraint"])


@pytest.mark.parametrize("example", published("diversity"))
def test_diversity_agrees(example: Example) -> None:
    expected = example["result"]

    found = spread(example["weights"])

    assert found is not None
    assert len(found.shares) == expected["categories"]
    assert found.shannon == close(expected["shannon"])
    assert found.effective == close(expected["effective_shannon"])
    assert found.blau == close(expected["blau"])
    assert found.inverse_simpson == close(expected["effective_simpson"])
    assert found.evenness == close(expected["evenness"])
    assert found.largest[1] == close(expected["largest_share"])
    assert found.concentration == close(expected["hhi"])


@pytest.mark.parametrize("example", published("homophily"))
def test_homophily_agrees(example: Example) -> None:
    assert Homophily(example["same"], example["other"]).index == close(example["ei"])


@pytest.mark.parametrize("example", published("suitability"))
def test_usefulness_agrees(example: Example) -> None:
    need = Need("any", ("industry", "any"), example["kind"])

    assert usefulness_of(person_of(example, uid="any"), need) == close(example["u"])


@pytest.mark.parametrize("example", published("coverage"))
def test_coverage_agrees(example: Example) -> None:
    expected = example["result"]

    found = assess(
        [need_of(each) for each in example["needs"]],
        [person_in(example, each) for each in example["contacts"]],
    )

    assert found.share == close(expected["aspiration_coverage"])
    assert len(found.needs) == len(expected["needs"])
    for coverage, wanted in zip(found.needs, expected["needs"], strict=True):
        assert_agrees(coverage, wanted)


def assert_agrees(coverage: Coverage, expected: Example) -> None:
    assert coverage.need.uid == expected["need"]
    assert coverage.points == close(expected["points"])
    assert coverage.share == close(expected["coverage"])
    assert len(coverage.parts) == expected["people"]
    assert coverage.without_best == close(expected["without_best_person"])
    assert coverage.fragility == close(expected["fragility"])
    assert coverage.gap == close(expected["gap"])
    assert coverage.room == close(expected["room_in_existing_ties"])
    assert coverage.action.new_people == expected["new_people_wanted"]
    assert coverage.action.course.replace("_", " ") == expected["action"]
    assert parts_of(coverage) == {
        each["contact"]: close([each["rel"], each["u"], each["points"], each["room"]])
        for each in expected["parts"]
    }


def parts_of(coverage: Coverage) -> dict[str, list[float]]:
    return {
        part.person.uid: [part.relevance, part.usefulness, part.points, part.room]
        for part in coverage.parts
    }


def mark_of(need: str) -> Mark:
    kind, _, value = need.partition(":")
    return kind, value


def need_of(need: Example) -> Need:
    return Need(need["id"], mark_of(need["id"]), need["kind"], need["importance"], need["target"])


def person_of(
    contact: Example,
    uid: str,
    marks: frozenset[Mark] = frozenset(),
    benefits: frozenset[str] = frozenset(),
) -> Person:
    return Person(
        uid,
        contact["strength"],
        marks,
        benefits,
        redundancy=contact.get("redundancy", 0.0),
        is_dormant=contact.get("dormant", False),
        strength_at_last_contact=contact.get("s_last"),
    )


def person_in(example: Example, contact: Example) -> Person:
    """Marked with the benefit wherever the example counts the person in full."""
    full = {need for need, relevance in contact["match"].items() if relevance == 1}
    return person_of(
        contact,
        uid=contact["id"],
        marks=frozenset(mark_of(need) for need in contact["match"]),
        benefits=frozenset(benefits_of(example, full)),
    )


def benefits_of(example: Example, needs: set[str]) -> Iterator[str]:
    return (need["kind"] for need in example["needs"] if need["id"] in needs)
