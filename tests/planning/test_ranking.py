"""Who is worth a word today, and how much."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from planning.candidates import Candidate, Fit
from planning.ranking import parts_of, rank, ranked

EXAMPLES = Path(__file__).parents[3] / "shared" / "spec" / "planning_examples.json"

fits = some.builds(Fit, some.integers(1, 3), some.floats(0, 1), some.booleans())
spans = some.none() | some.integers(0, 2000)
candidates = some.builds(
    Candidate,
    some.integers(1, 1000),
    some.none() | some.integers(1, 730),
    spans,
    spans,
    some.floats(0, 60),
    some.lists(fits, max_size=3).map(tuple),
    some.none() | some.integers(-5, 30),
    some.just("birthday"),
    some.none() | some.integers(-30, 30),
    some.integers(0, 5),
    some.none() | some.integers(0, 200),
    some.booleans(),
)
networks = some.lists(candidates, max_size=12, unique_by=lambda each: each.id)


def published() -> list[Any]:
    if not EXAMPLES.exists():
        return [pytest.param(None, marks=pytest.mark.skip("the examples are not at hand"))]
    found: list[Any] = json.loads(EXAMPLES.read_text())["follow_up"]
    return found


def make_candidate(**facts: Any) -> Candidate[int]:
    return Candidate(**({"id": 1, "cadence": 30, "days_since": 20} | facts))


def candidate_of(given: dict[str, Any]) -> Candidate[int]:
    # the examples give the share itself: that of the most important open need
    fit = Fit(3, given.get("aspiration", 0.0), has_gap=True)
    return Candidate(
        id=1,
        cadence=given["cadence"],
        days_since=given["days_since"],
        days_since_chosen=given.get("cadence_since_days"),
        loss=given["loss90"],
        fits=(fit,),
        date_in=given.get("date_in"),
        promise_in=given.get("promise_in"),
        unanswered=given.get("unanswered", 0),
        days_since_outreach=given.get("days_since_outreach"),
    )


@pytest.mark.parametrize("example", published())
def test_it_agrees_with_the_published_examples(example: dict[str, Any]) -> None:
    expected = example["out"]

    found = ranked(candidate_of(example["in"]))

    assert found.priority == pytest.approx(expected["priority"], abs=1e-6)
    assert found.tier == expected["tier"]
    assert (found.out is not None) == expected["resting"]
    assert found.candidate.x == pytest.approx(expected["x"], abs=1e-6)
    for name, points in expected["parts"].items():
        assert getattr(found.parts, name) == pytest.approx(points, abs=1e-6), name


@pytest.mark.parametrize(("days", "points"), [(0, 0), (15, 35 / 9), (30, 17.5), (60, 280 / 9)])
def test_overdue_is_half_of_its_points_on_the_due_day(days: int, points: float) -> None:
    assert parts_of(make_candidate(days_since=days)).overdue == pytest.approx(points)


def test_who_was_never_met_waits_since_the_circle_was_chosen() -> None:
    chosen = make_candidate(days_since=None, days_since_chosen=30)

    assert parts_of(chosen).overdue == 17.5


def test_the_unknown_is_not_neglected() -> None:
    assert ranked(make_candidate(days_since=None)).priority == 0


def test_the_most_important_open_need_counts() -> None:
    eva = make_candidate(fits=(Fit(1, 1.0, True), Fit(3, 0.5, True), Fit(3, 0.9, False)))

    assert eva.best_fit == Fit(3, 0.5, True)
    assert parts_of(eva).aspiration == 12.5


@pytest.mark.parametrize(
    ("days", "points"), [(-1, 0), (0, 15), (1, 15), (4, 11.25), (7, 7.5), (8, 0), (None, 0)]
)
def test_a_date_counts_in_the_week_before_it(days: int | None, points: float) -> None:
    assert parts_of(make_candidate(date_in=days)).date == pytest.approx(points)


@pytest.mark.parametrize(
    ("facts", "tier"),
    [
        ({"promise_in": 2, "date_in": 0}, 1),
        ({"promise_in": -40}, 1),
        ({"promise_in": 3}, 3),
        ({"date_in": 1}, 2),
        ({"date_in": 2}, 3),
        ({"date_in": -1}, 3),
    ],
)
def test_promises_come_before_dates_and_dates_before_the_rest(
    facts: dict[str, Any], tier: int
) -> None:
    assert ranked(make_candidate(**facts)).tier == tier


@pytest.mark.parametrize(
    ("facts", "out"),
    [
        ({"is_snoozed": True, "promise_in": 0}, "snoozed"),
        ({"cadence": None}, "never"),
        ({"days_since": 3}, "contacted"),
        ({"days_since": 4}, None),
        ({"unanswered": 1, "days_since_outreach": 6}, "waiting"),
        ({"unanswered": 1, "days_since_outreach": 7}, None),
        ({"unanswered": 3, "days_since_outreach": 27}, "waiting"),
        ({"unanswered": 3, "days_since_outreach": 28}, None),
        ({"unanswered": 0, "days_since_outreach": 1}, None),
    ],
)
def test_some_are_better_left_alone(facts: dict[str, Any], out: str | None) -> None:
    found = ranked(make_candidate(**facts))

    assert found.out == out
    assert (found.tier is None) == (out is not None)


def test_a_promise_outweighs_that_one_has_just_met() -> None:
    assert ranked(make_candidate(days_since=0, promise_in=1)).tier == 1
    assert ranked(make_candidate(cadence=None, date_in=0)).tier == 2


def test_each_message_without_a_reply_halves_the_priority() -> None:
    silent = make_candidate(days_since=60, unanswered=2, days_since_outreach=100)

    assert ranked(silent).priority == ranked(make_candidate(days_since=60)).priority / 4


def test_a_hundred_messages_without_a_reply_are_enough() -> None:
    assert ranked(make_candidate(unanswered=5000, days_since_outreach=900)).out == "waiting"


def test_tiers_come_first_then_points_then_ids() -> None:
    network = [
        make_candidate(id=5),
        make_candidate(id=4),
        make_candidate(id=3, days_since=90),
        make_candidate(id=2, date_in=1),
        make_candidate(id=9, promise_in=1),
        make_candidate(id=1, is_snoozed=True),
    ]

    assert [each.id for each in rank(network)] == [9, 2, 3, 4, 5, 1]


@given(networks, some.randoms())
def test_the_order_of_the_list_does_not_matter(network: list[Candidate[int]], random: Any) -> None:
    before = rank(network)
    random.shuffle(network)

    assert rank(network) == before


@given(candidates)
def test_priorities_keep_within_their_limits(candidate: Candidate[int]) -> None:
    found = ranked(candidate)

    assert 0 <= found.priority <= 100
    assert min(found.parts.overdue, found.parts.fading, found.parts.date) >= 0


@given(candidates)
def test_the_snoozed_are_always_out(candidate: Candidate[int]) -> None:
    assert ranked(replace(candidate, is_snoozed=True)).out == "snoozed"


@given(candidates, some.integers(0, 2000))
def test_more_recent_contact_never_raises_overdue(candidate: Candidate[int], days: int) -> None:
    silent = candidate.silent_days
    met = replace(candidate, days_since=min(days, silent))

    assert parts_of(met).overdue <= parts_of(candidate).overdue


@given(candidates, some.floats(0, 60))
def test_more_to_lose_never_lowers_the_place(candidate: Candidate[int], loss: float) -> None:
    more = replace(candidate, loss=candidate.loss + loss)

    assert ranked(more).priority >= ranked(candidate).priority
    assert ranked(more).tier == ranked(candidate).tier
