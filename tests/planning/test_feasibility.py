"""Can all these rhythms be kept up, and which dormant tie is worth waking."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from planning.feasibility import (
    CADENCES,
    Slower,
    is_feasible,
    slowed_down,
    weekly_actual,
    weekly_demand,
)
from planning.reconnecting import Dormant, by_worth

EXAMPLES = Path(__file__).parents[3] / "shared" / "spec" / "planning_examples.json"
FULL_NETWORK = 5 * [7] + 10 * [30] + 35 * [182] + 100 * [365]
BY_DEFAULT = 5 * [7] + 10 * [30] + 35 * [90] + 100 * [182]


def test_a_full_network_costs_ten_to_fourteen_conversations_a_week() -> None:
    assert weekly_demand(FULL_NETWORK) == pytest.approx(10.597295, abs=1e-6)
    assert weekly_demand(BY_DEFAULT) == pytest.approx(13.901709, abs=1e-6)


def test_demand_agrees_with_the_published_example() -> None:
    if not EXAMPLES.exists():
        pytest.skip("the examples are not at hand")
    published = json.loads(EXAMPLES.read_text())["weekly_demand"]
    groups = [group.split("x") for group in published["cadences"].split()]

    demand = weekly_demand(int(days) for count, days in groups for _ in range(int(count)))

    assert demand == pytest.approx(published["per_week"], abs=1e-6)
    by_default = published["with_default_cadences_5x7_10x30_35x90_100x182"]
    assert weekly_demand(BY_DEFAULT) == pytest.approx(by_default, abs=1e-6)


def test_a_quarter_more_than_there_is_can_be_kept_up() -> None:
    assert weekly_actual(32) == 4
    assert is_feasible(5.0, actual=4)
    assert not is_feasible(5.1, actual=4)


def test_the_least_important_are_slowed_down_first() -> None:
    cadences = {"ann": 7, "bob": 7, "cem": 7}

    assert slowed_down(cadences, ["cem", "bob", "ann"], actual=3) == []
    assert slowed_down(cadences, ["cem", "bob", "ann"], actual=2) == [Slower("cem", 7, 30)]
    assert slowed_down(cadences, ["cem", "bob", "ann"], actual=0.4) == [
        Slower("ann", 7, 30),
        Slower("bob", 7, 90),
        Slower("cem", 7, 90),
    ]


def test_what_cannot_be_kept_up_at_all_is_slowed_down_to_a_year() -> None:
    assert slowed_down({"ann": 7, "bob": 400}, ["ann", "bob"], actual=0) == [Slower("ann", 7, 365)]


@given(
    some.dictionaries(some.integers(1, 50), some.sampled_from(CADENCES), max_size=20),
    some.floats(0, 10),
)
def test_it_is_slowed_down_as_far_as_needed(cadences: dict[int, int], actual: float) -> None:
    proposed = slowed_down(cadences, sorted(cadences), actual)
    after = cadences | {each.id: each.instead for each in proposed}

    assert all(each.instead > each.cadence for each in proposed)
    lasting = all(days == CADENCES[-1] for days in after.values())
    assert lasting or is_feasible(weekly_demand(after.values()), actual + 1e-9)


def test_trusted_ties_that_reach_others_and_serve_an_aspiration_are_woken_first() -> None:
    trusted = Dormant("ann", trust=1.0, redundancy=0.0, fit=0.5)
    redundant = Dormant("bob", trust=1.0, redundancy=0.8, fit=0.5)
    unrated = Dormant("cem", trust=None, redundancy=0.0, fit=0.5)
    idle = Dormant("dee", trust=1.0, redundancy=0.0, fit=0.0)
    idle_too = Dormant("eva", trust=0.5, redundancy=0.0, fit=0.0)

    found = by_worth([idle_too, idle, unrated, redundant, trusted])

    assert [each.id for each in found] == ["ann", "cem", "bob", "dee", "eva"]
