"""Outcomes handed up the chain of introductions."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from goals.crediting import Credit, Introduced, chain_of, credited, introducers

EXAMPLES = Path(__file__).parents[3] / "shared" / "spec" / "planning_examples.json"
TODAY = date(2026, 1, 1)
ANN_BOB_CEM = [Introduced("Cem", "Bob"), Introduced("Bob", "Ann")]
IN_A_CIRCLE = [Introduced("X", "Y"), Introduced("Y", "X")]

people = some.integers(1, 8)
introductions = some.builds(
    Introduced,
    people,
    people,
    some.none() | some.integers(-100, 100).map(lambda days: TODAY + timedelta(days=days)),
)
graphs = some.lists(introductions, max_size=12)
shares = some.dictionaries(people, some.floats(0, 10), min_size=1, max_size=5)
values = some.floats(0, 1e6)


def published() -> list[Any]:
    if not EXAMPLES.exists():
        return [pytest.param(None, marks=pytest.mark.skip("the examples are not at hand"))]
    found: list[Any] = json.loads(EXAMPLES.read_text())["attribution"]
    return found


def amounts(
    contributors: dict[str, float],
    known: list[Introduced[str]],
    value: float = 100,
    me: str | None = None,
) -> dict[str, float]:
    found = credited(value, contributors, known, TODAY, me)
    return {each.person: each.amount for each in found}


@pytest.mark.parametrize("example", published())
def test_credit_agrees_with_the_published_examples(example: dict[str, Any]) -> None:
    found = amounts(example["contributors"], [*ANN_BOB_CEM, *IN_A_CIRCLE], value=example["value"])

    assert found == {who: pytest.approx(much, abs=1e-6) for who, much in example["out"].items()}


def test_a_chain_of_three_is_shared_by_halves() -> None:
    found = amounts({"Cem": 1}, ANN_BOB_CEM)

    assert found == {
        "Cem": pytest.approx(400 / 7),
        "Bob": pytest.approx(200 / 7),
        "Ann": pytest.approx(100 / 7),
    }


def test_who_contributes_and_introduces_is_credited_for_both() -> None:
    ann, cem, bob = credited(100, {"Cem": 1, "Ann": 1}, ANN_BOB_CEM, TODAY)

    assert [each.person for each in (ann, cem, bob)] == ["Ann", "Cem", "Bob"]
    assert ann.amount == pytest.approx(57.142857, abs=1e-6)
    assert ann.contributed == 50
    assert (ann.introduced, bob.introduced, cem.introduced) == (("Bob",), ("Cem",), ())
    assert ann.share == pytest.approx(0.571429, abs=1e-6)
    assert cem.amount == pytest.approx(28.571429, abs=1e-6)
    assert bob.amount == pytest.approx(14.285714, abs=1e-6)


def test_an_introduction_after_the_outcome_earns_nothing() -> None:
    tomorrow, today = TODAY + timedelta(days=1), TODAY

    assert amounts({"Bob": 1}, [Introduced("Bob", "Ann", tomorrow)]) == {"Bob": 100}
    assert len(amounts({"Bob": 1}, [Introduced("Bob", "Ann", today)])) == 2


def test_of_two_introductions_the_first_one_counts() -> None:
    later = Introduced("Bob", "Ann", date(2025, 6, 1))
    sooner = Introduced("Bob", "Zoe", date(2024, 6, 1))

    assert introducers([later, sooner], TODAY) == {"Bob": "Zoe"}
    assert introducers([later, Introduced("Bob", "Cem")], TODAY) == {"Bob": "Cem"}


def test_a_chain_ends_at_oneself_at_a_circle_and_after_four() -> None:
    up = {person: person + 1 for person in range(1, 9)}

    assert chain_of(1, up) == [1, 2, 3, 4]
    assert chain_of(1, up, me=3) == [1, 2]
    assert chain_of("X", {"X": "Y", "Y": "X"}) == ["X", "Y"]
    assert chain_of("X", {"X": "X"}) == ["X"]


def test_oneself_is_no_contributor() -> None:
    assert amounts({"me": 3, "Ann": 1}, [], me="me") == {"Ann": 100}
    assert amounts({"me": 1}, [], me="me") == {}


def test_shares_of_nothing_are_equal_shares() -> None:
    assert amounts({"Ann": 0, "Bob": 0}, []) == {"Ann": 50, "Bob": 50}
    assert amounts({"Ann": 0, "Bob": 1}, []) == {"Bob": 100}


@pytest.mark.parametrize(("value", "share"), [(-1, 1), (1, -1)])
def test_there_is_no_negative_credit(value: float, share: float) -> None:
    with pytest.raises(ValueError, match="zero or more"):
        credited(value, {"Ann": share}, [], TODAY)


@given(values, shares, graphs)
def test_credits_sum_to_the_value_and_are_not_negative(
    value: float, contributors: dict[int, float], known: list[Introduced[int]]
) -> None:
    found = credited(value, contributors, known, TODAY)

    assert sum(each.amount for each in found) == pytest.approx(value)
    assert sum(each.share for each in found) == pytest.approx(1)
    assert all(each.amount >= each.contributed >= 0 for each in found)


@given(shares, graphs, people)
def test_there_is_no_self_credit(
    contributors: dict[int, float], known: list[Introduced[int]], me: int
) -> None:
    found = credited(100, contributors, known, TODAY, me)

    assert me not in {each.person for each in found}
    assert sum(each.amount for each in found) == (
        0 if set(contributors) == {me} else pytest.approx(100)
    )


@given(shares, graphs, people, people)
def test_an_introducer_further_up_never_raises_what_one_contributed(
    contributors: dict[int, float], known: list[Introduced[int]], top: int, above: int
) -> None:
    known = [each for each in known if each.person != top]
    before = {each.person: each.contributed for each in credited(100, contributors, known, TODAY)}

    for each in credited(100, contributors, [*known, Introduced(top, above)], TODAY):
        assert each.contributed <= before.get(each.person, 0) + 1e-9


@given(graphs, people, people, people)
def test_an_introducer_further_up_never_raises_a_sole_contributor(
    known: list[Introduced[int]], who: int, top: int, above: int
) -> None:
    known = [each for each in known if each.person != top]

    def credit_of_contributor(known: list[Introduced[int]]) -> float:
        found = credited(100, {who: 1}, known, TODAY)
        return next(each.amount for each in found if each.person == who)

    more = credit_of_contributor([*known, Introduced(top, above)])
    assert more <= credit_of_contributor(known) + 1e-9


@given(shares, graphs, some.randoms())
def test_the_order_of_entry_does_not_matter(
    contributors: dict[int, float], known: list[Introduced[int]], random: Any
) -> None:
    def found() -> list[Credit[int]]:
        return credited(100, dict(mixed), known, TODAY)

    mixed = list(contributors.items())
    before = found()
    random.shuffle(mixed)
    random.shuffle(known)

    assert found() == before
