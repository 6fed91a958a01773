"""Is it going well, and until when would it without doing anything."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from goals.pacing import Pace, pace, pace_in, usual_rate
from goals.periods import Period, Rhythm, period_of
from goals.standing import Standing

ORDER = [
    Standing.MISSED,
    Standing.BEHIND,
    Standing.AT_RISK,
    Standing.ON_TRACK,
    Standing.ACHIEVED,
]
paces = some.builds(
    pace,
    some.integers(1, 30),
    some.integers(0, 35),
    some.integers(0, 5),
    some.integers(-3, 95),
    some.integers(1, 92),
)


def standings(wanted: int, length: int) -> list[Standing]:
    """One for each day of a period in which nothing is done."""
    return [pace(wanted, 0, 0, day, length).standing for day in range(1, length + 1)]


def test_one_a_month_is_on_track_to_the_11th_and_behind_from_the_22nd() -> None:
    month = standings(1, 30)

    assert set(month[:11]) == {Standing.ON_TRACK}
    assert set(month[11:21]) == {Standing.AT_RISK}
    assert set(month[21:]) == {Standing.BEHIND}


def test_one_a_week_is_on_track_for_three_days_and_at_risk_for_two() -> None:
    week = standings(1, 7)

    assert week == 3 * [Standing.ON_TRACK] + 2 * [Standing.AT_RISK] + 2 * [Standing.BEHIND]


def test_many_in_a_year_are_judged_more_tightly() -> None:
    on_track, at_risk = pace(20, 8, 0, 180, 365), pace(20, 6, 0, 200, 365)

    assert (on_track.standing, round(on_track.required_pace_ratio or 0, 2)) == ("on_track", 1.18)
    assert (at_risk.standing, round(at_risk.required_pace_ratio or 0, 2)) == ("at_risk", 1.54)


def test_up_to_four_times_are_few() -> None:
    """Both at a ratio of 1.4, which is fine for single events and late for many."""
    assert pace(4, 0, 0, 11, 35).required_pace_ratio == 1.4
    assert pace(4, 0, 0, 11, 35).standing == Standing.ON_TRACK
    assert pace(5, 0, 0, 11, 35).standing == Standing.AT_RISK
    assert pace(5, 0, 0, 18, 35).standing == Standing.AT_RISK
    assert pace(5, 0, 0, 19, 35).standing == Standing.BEHIND


def test_the_rate_blends_this_period_with_half_a_period_of_before() -> None:
    assert pace(1, 0, 0, 1, 30).rate == pytest.approx(1 / 30)
    assert pace(4, 2, 0, 20, 30).rate == pytest.approx((2 + 0.5 * 4) / (19 + 15))
    assert pace(4, 2, 0, 20, 30).forecast == pytest.approx(3.294118, abs=1e-6)


def test_it_says_until_when_nothing_needs_to_be_done() -> None:
    assert (pace(1, 0, 0, 5, 30).on_track_until, pace(1, 0, 0, 5, 30).at_risk_until) == (11, 21)
    assert (pace(1, 0, 0, 5, 7).on_track_until, pace(1, 0, 0, 5, 7).at_risk_until) == (3, 5)
    assert pace(1, 1, 0, 5, 30).on_track_until is None
    assert pace(1, 0, 0, 31, 30).on_track_until is None


def test_a_booked_event_makes_it_on_track_at_once() -> None:
    late = pace(1, 0, booked=1, day=30, length=30)

    assert (late.standing, late.reason, late.forecast) == (Standing.ON_TRACK, "booked", 1)


def test_it_is_missed_only_once_the_period_is_over() -> None:
    last_day, day_after = pace(1, 0, 0, 30, 30), pace(1, 0, 1, 31, 30)

    assert (last_day.standing, last_day.days_left, last_day.reason) == ("behind", 1, "pace")
    assert (day_after.standing, day_after.days_left, day_after.reason) == ("missed", 0, "over")
    assert day_after.required_pace_ratio is None
    assert day_after.forecast == 0


def test_what_was_achieved_stays_so_when_the_period_is_over() -> None:
    over = pace(2, 3, 0, 100, 30)

    assert (over.standing, over.reason, over.forecast, over.lacking) == ("achieved", "done", 3, 0)


def test_before_it_begins_it_stands_as_on_its_first_day() -> None:
    assert pace(1, 0, 0, -2, 7) == pace(1, 0, 0, 1, 7)


def test_a_goal_asks_for_something() -> None:
    with pytest.raises(ValueError, match="one thing"):
        pace(0, 0, 0, 1, 7)


def test_a_partial_first_week_is_paced_by_its_own_days() -> None:
    from_friday = Period(date(2026, 11, 27), date(2026, 11, 29), whole=7)

    found = pace_in(from_friday, date(2026, 11, 27), wanted=5, done=0)

    assert (found.wanted, found.length, found.required_pace_ratio) == (3, 3, 1.0)


def test_a_whole_month_is_paced_by_its_calendar() -> None:
    november = period_of(date(2026, 11, 23), Rhythm.MONTH)

    assert pace_in(november, date(2026, 11, 23), 4, 0) == pace(4, 0, 0, 23, 30)


def test_the_own_pace_of_before_takes_the_place_of_the_goal() -> None:
    busy = usual_rate([(0, 31)] + 6 * [(6, 30)])

    assert busy == pytest.approx(0.2)
    assert pace(1, 0, 0, 1, 30, busy).forecast == pytest.approx(6)
    assert pace(1, 0, 0, 1, 30, 0.0).forecast == 0


def test_five_periods_do_not_make_a_usual_pace() -> None:
    assert usual_rate(5 * [(6, 30)]) is None


@given(paces)
def test_the_forecast_never_falls_below_what_is_done_and_booked(pace: Pace) -> None:
    assert pace.forecast >= pace.done
    assert not pace.days_left or pace.forecast >= pace.done + pace.booked


@given(paces)
def test_one_more_done_never_makes_it_worse(found: Pace) -> None:
    more = pace(found.wanted, found.done + 1, found.booked, found.day, found.length)

    assert ORDER.index(more.standing) >= ORDER.index(found.standing)
    assert more.forecast > found.forecast


@given(paces)
def test_a_day_of_waiting_never_makes_it_better(found: Pace) -> None:
    later = pace(found.wanted, found.done, found.booked, found.day + 1, found.length)

    assert ORDER.index(later.standing) <= ORDER.index(found.standing)


@given(paces)
def test_the_announced_days_are_the_last_ones(found: Pace) -> None:
    def standing_on(day: int) -> Standing:
        return pace(found.wanted, found.done, 0, day, found.length).standing

    if found.on_track_until is None or found.at_risk_until is None:
        assert found.standing in (Standing.ACHIEVED, Standing.MISSED)
    else:
        assert standing_on(found.on_track_until) == Standing.ON_TRACK
        assert standing_on(found.on_track_until + 1) != Standing.ON_TRACK
        assert standing_on(found.at_risk_until) in (Standing.ON_TRACK, Standing.AT_RISK)
        assert standing_on(found.at_risk_until + 1) in (Standing.BEHIND, Standing.MISSED)
