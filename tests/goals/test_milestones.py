"""Steps held against time, and the meetings that lead to a relationship."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from goals.milestones import (
    STEP_WEIGHTS,
    Step,
    milestone,
    realistic_target,
    relationship_share,
    route,
)
from goals.standing import Standing
from strength.events import History, Rated, Touch
from strength.forecasting import meetings_needed, score_in
from strength.scoring import score
from strength.summing import Sums, sums_at

TODAY = date(2026, 1, 1)
HALF_A_YEAR = 182  # days
GOOD_MEETING = sums_at(History((Touch(TODAY),), (Rated(TODAY, 4, 4, 4),)), TODAY)


def steps(*done: float) -> list[Step]:
    return [Step(weight, part) for weight, part in zip(STEP_WEIGHTS.values(), done, strict=True)]


def test_half_of_the_work_in_a_third_of_the_time_is_on_track() -> None:
    found = milestone(steps(1, 1, 0.5, 0.25), 60, HALF_A_YEAR)

    assert found.progress == pytest.approx(0.55)
    assert found.spi == pytest.approx(1.668333, abs=1e-6)
    assert found.standing == Standing.ON_TRACK
    assert found.forecast_day == pytest.approx(109.090909, abs=1e-6)


@pytest.mark.parametrize(
    ("day", "standing"),
    [(18, "on_track"), (33, "on_track"), (34, "at_risk"), (50, "at_risk"), (51, "behind")],
)
def test_three_tenths_of_the_work_are_judged_by_the_day(day: int, standing: str) -> None:
    assert milestone(steps(1, 1, 0, 0), day, 100).standing == standing


def test_nothing_needs_to_be_done_in_the_first_tenth() -> None:
    early, later = milestone(steps(0, 0, 0, 0), 9, 100), milestone(steps(0, 0, 0, 0), 10, 100)

    assert (early.standing, early.forecast_day) == (Standing.ON_TRACK, None)
    assert later.standing == Standing.BEHIND


def test_a_milestone_is_missed_only_after_its_last_day() -> None:
    assert milestone(steps(1, 1, 1, 0.9), 100, 100).standing == Standing.ON_TRACK
    assert milestone(steps(1, 1, 1, 0.9), 101, 100).standing == Standing.MISSED
    assert milestone(steps(1, 1, 1, 1), 101, 100).standing == Standing.ACHIEVED


def test_a_milestone_has_steps() -> None:
    with pytest.raises(ValueError, match="steps"):
        milestone([], 1, 10)


def test_the_relationship_grows_from_its_start_to_the_target() -> None:
    assert relationship_share(30, at_start=10) == 0.5
    assert relationship_share(5, at_start=10) == 0
    assert relationship_share(70, at_start=10) == 1
    assert relationship_share(55, at_start=60, target=58) == 0


@pytest.mark.parametrize(
    ("target", "rated_as", "meetings", "interval"),
    [
        *((40, 4, 4, 46), (40, 4.5, 3, 61), (40, 5, 2, 91)),
        *((50, 4, 7, 26), (50, 4.5, 6, 30), (50, 5, 5, 36)),
        *((60, 4, 15, 12), (60, 4.5, 11, 17), (60, 5, 8, 23)),
    ],
)
def test_from_one_good_meeting_to_a_relationship(
    target: float, rated_as: float, meetings: int, interval: int
) -> None:
    found = route(GOOD_MEETING, HALF_A_YEAR, target, rated_as=rated_as)

    assert found.meetings == meetings
    assert found.interval is not None
    assert abs(found.interval - interval) <= 0.5


@pytest.mark.parametrize(
    ("target", "standing"), [(50, "on_track"), (60, "at_risk"), (65, "behind"), (95, "behind")]
)
def test_the_interval_says_how_it_stands(target: float, standing: str) -> None:
    assert route(GOOD_MEETING, HALF_A_YEAR, target).standing == standing


def test_no_meetings_reach_what_is_too_high() -> None:
    found = route(GOOD_MEETING, HALF_A_YEAR, 95)

    assert (found.meetings, found.interval) == (None, None)


def test_a_goal_may_ask_for_meetings_beside_the_score() -> None:
    near = route(GOOD_MEETING, HALF_A_YEAR, 10, meetings_lacking=4)

    assert (near.meetings, near.interval, near.standing) == (4, 45.5, Standing.ON_TRACK)
    assert route(GOOD_MEETING, HALF_A_YEAR, 10).standing == Standing.ACHIEVED
    assert route(GOOD_MEETING, HALF_A_YEAR, 50, meetings_lacking=4).meetings == 7


def test_what_was_not_reached_in_time_is_missed() -> None:
    assert route(GOOD_MEETING, -1, 50).standing == Standing.MISSED
    assert route(GOOD_MEETING, -1, 20).standing == Standing.ACHIEVED
    assert route(GOOD_MEETING, 0, 50).standing == Standing.BEHIND


def test_a_realistic_target_is_about_one_good_meeting_a_month() -> None:
    assert realistic_target(GOOD_MEETING, HALF_A_YEAR) == 50
    assert realistic_target(GOOD_MEETING, HALF_A_YEAR, rated_as=5) == 60
    assert realistic_target(GOOD_MEETING, 10) == 20
    assert realistic_target(Sums(), 0) == 0


@settings(max_examples=60, deadline=None)
@given(some.floats(0, 60), some.integers(0, 400), some.sampled_from([1.0, 3.0, 4.0, 5.0]))
def test_a_route_is_as_long_as_the_strength_model_says(
    target: float, days: int, rated_as: float
) -> None:
    found = route(GOOD_MEETING, days, target, rated_as=rated_as)

    if found.standing == Standing.ACHIEVED:
        assert score(GOOD_MEETING).score >= target
    else:
        assert found.meetings == meetings_needed(GOOD_MEETING, target, days, rated_as)
        assert found.meetings != 0 or score_in(GOOD_MEETING, days) >= target


@settings(max_examples=40, deadline=None)
@given(some.integers(0, 365))
def test_more_time_leaves_more_days_between_the_meetings(days: int) -> None:
    sooner = route(GOOD_MEETING, days, 10, meetings_lacking=3)
    later = route(GOOD_MEETING, days + 1, 10, meetings_lacking=3)

    assert (later.interval or 0) > (sooner.interval or 0)
