"""Plain makers of histories, and the published worked examples when they lie beside the project."""

import csv
import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from strength.events import Favour, History, Rated, Touch

TODAY = date(2026, 1, 1)
EXAMPLES = Path(__file__).parents[3] / "shared" / "spec" / "strength_examples.csv"
ABSENT = pytest.param(
    None, marks=pytest.mark.skip("the published examples do not lie beside the project")
)
SIZES = {"small": 0.5, "medium": 1.0, "large": 2.0}


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def rated(on: date, answer: float | None, *, changed_things: bool = False) -> Rated:
    return Rated(on, answer, answer, answer, changed_things)


def make_rhythm(
    every_days: int, *, years: float = 3, answer: float | None = None, silent_days: int = 0
) -> History:
    """Meetings at one rhythm, the last one `silent_days` ago, each rated alike."""
    days = [days_ago(silent_days + past) for past in range(0, int(years * 365) + 1, every_days)]
    ratings = () if answer is None else tuple(rated(day, answer) for day in days)
    return History(tuple(Touch(day) for day in days), ratings)


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
    """Empty when the folder with the worked examples is absent."""
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
