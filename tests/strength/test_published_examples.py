"""The worked examples of the model's description, where they lie beside the project."""

import csv
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from strength.events import Favour, History, Rated, Touch
from strength.forecasting import next_band_down, score_in
from strength.scoring import score, stored, sums_at

EXAMPLES = Path(__file__).parents[3] / "shared" / "spec" / "strength_examples.csv"
SIZES = {"small": 0.5, "medium": 1.0, "large": 2.0}
COLUMNS = {
    "quality": "quality",
    "contact": "contact",
    "history": "history",
    "recip": "help",
    "score": "score",
    "floor": "floor",
    "confidence": "confidence",
    "half_width": "half_width",
    "half_life": "half_life",
    **{name: name for name in ("m", "kappa", "gate", "H", "E", "C", "Q", "R")},
}
STATES = {
    "state_Ef": "fresh",
    "state_Es": "established",
    "state_N": "history",
    "state_Pr": "rating_precision",
    "state_Pm": "rating_weight",
    "state_M": "rating_value",
    "state_G": "given",
    "state_V": "received",
}


@dataclass(frozen=True)
class Example:
    name: str
    as_of: date
    history: History
    row: dict[str, str]

    def __str__(self) -> str:
        return self.name

    def number(self, column: str) -> float | None:
        return float(self.row[column]) if self.row[column] else None


def published_examples() -> list[Example]:
    """Empty when the folder with them is absent."""
    if not EXAMPLES.exists():
        return []
    with EXAMPLES.open(newline="") as lines:
        return [_example(row) for row in csv.DictReader(lines)]


def _example(row: dict[str, str]) -> Example:
    events = json.loads(row["events_json"])
    history = History(
        tuple(
            _touch(each) for each in events["interactions"] if each[5] or _is_planned(each, events)
        ),
        tuple(Rated(date.fromisoformat(each[0]), *each[1:]) for each in events["ratings"]),
        tuple(
            Favour(date.fromisoformat(day), direction == "given", SIZES[size])
            for day, direction, size in events["help"]
        ),
        _day(events["known_since"]),
        _day(events["added"]),
    )
    return Example(row["example"], date.fromisoformat(events["as_of"]), history, row)


def _is_planned(interaction: list[Any], events: dict[str, Any]) -> bool:
    """A planned meeting lies ahead and goes in, so that ignoring it is tested too."""
    return bool(interaction[0] > events["as_of"])


def _touch(interaction: list[Any]) -> Touch:
    day, channel, depth, people, answered, _held = interaction
    return Touch(date.fromisoformat(day), channel, depth, people, answered)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


# what a test runs on when the folder with the published examples is absent
ABSENT = (
    []
    if EXAMPLES.exists()
    else [pytest.param(None, marks=pytest.mark.skip("the published examples are not at hand"))]
)


@pytest.fixture(params=[*published_examples(), *ABSENT], ids=str)
def example(request: pytest.FixtureRequest) -> Example:
    found: Example = request.param
    return found


def test_it_agrees_with_the_published_examples(example: Example) -> None:
    sums = sums_at(example.history, example.as_of)
    strength = score(sums)

    for column, name in COLUMNS.items():
        expected = example.number(column)
        assert getattr(strength, name) == (
            None if expected is None else pytest.approx(expected, abs=1e-6)
        ), column
    for column, name in STATES.items():
        assert getattr(sums, name) == pytest.approx(example.number(column), abs=1e-6), column
    assert strength.band == example.row["band"]


def test_stored_sums_agree_with_the_published_examples(example: Example) -> None:
    sums = stored(example.history, example.as_of).brought_to(example.as_of)

    assert score(sums).score == pytest.approx(example.number("score"), abs=1e-6)


def test_it_agrees_with_the_published_forecasts(example: Example) -> None:
    sums = sums_at(example.history, example.as_of)
    down = next_band_down(sums)

    for days in (30, 90, 365):
        expected = example.number(f"score_in_{days}d")
        assert score_in(sums, days) == pytest.approx(expected, abs=1e-6)
    assert (None if down is None else down[1]) == example.number("days_until_next_band_down")
