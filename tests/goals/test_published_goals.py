"""The worked examples of the goals' description, where they lie beside the project."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from goals.milestones import GOOD_MEETING, Step, milestone, route
from goals.pacing import pace
from goals.streaks import Result, streak
from strength.events import History, Rated, Touch
from strength.summing import sums_at

EXAMPLES = Path(__file__).parents[3] / "shared" / "spec" / "goals_examples.json"
TODAY = date(2026, 1, 1)
E03 = History((Touch(TODAY),), (Rated(TODAY, 4, 4, 4),))  # one good first meeting


def published(kind: str) -> list[Any]:
    if not EXAMPLES.exists():
        return [pytest.param(None, marks=pytest.mark.skip("the examples are not at hand"))]
    found: list[Any] = json.loads(EXAMPLES.read_text())[kind]
    return found


def roughly(number: float | None) -> Any:
    return None if number is None else pytest.approx(number, abs=1e-6)


@pytest.mark.parametrize("example", published("pace"))
def test_pace_agrees_with_the_published_examples(example: dict[str, Any]) -> None:
    given, expected = example["in"], example["out"]

    found = pace(given["n"], given["done"], given["booked"], given["day"], given["length"])

    assert found.required_pace_ratio == roughly(expected["required_pace_ratio"])
    assert found.standing.replace("_", " ") == expected["status"]
    assert found.rate == roughly(expected["rate"])
    assert found.forecast == roughly(expected["forecast"])


@pytest.mark.parametrize("example", published("streak"))
def test_streaks_agree_with_the_published_examples(example: dict[str, Any]) -> None:
    assert example["open"] is None
    expected = example["out"]

    found = streak([Result(1, int(achieved)) for achieved in example["periods"]])

    for name in ("current", "longest", "skips_left", "skips_used"):
        assert getattr(found, name) == expected[name], name
    rate = found.hits / found.periods if found.periods else None
    assert rate == roughly(expected["hit_rate_12"])


@pytest.mark.parametrize("example", published("milestone"))
def test_milestones_agree_with_the_published_examples(example: dict[str, Any]) -> None:
    given, expected = example["in"], example["out"]

    found = milestone([Step(*step) for step in given["steps"]], given["day"], given["length"])

    for name in ("progress", "time_share", "spi", "forecast_day"):
        assert getattr(found, name) == roughly(expected[name]), name
    assert found.standing.replace("_", " ") == expected["status"]


@pytest.mark.parametrize("example", published("meetings_needed"))
def test_meetings_needed_agree_with_the_published_examples(example: dict[str, Any]) -> None:
    assert example["start"] == "E03"
    assert 1 + 4 * example["rating"] == GOOD_MEETING
    meetings, interval = example["k_and_interval"]

    found = route(sums_at(E03, TODAY), example["days"], example["target"])

    assert (found.meetings, found.interval) == (meetings, roughly(interval))
