"""Weeks, months, quarters and years as the user's calendar has them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from goals.periods import Period, Rhythm, period_of, periods_before, periods_since

SATURDAY, SUNDAY = 5, 6
days = some.dates(date(1990, 1, 1), date(2090, 12, 31))
rhythms = some.sampled_from(list(Rhythm))
week_starts = some.sampled_from([0, SATURDAY, SUNDAY])


@pytest.mark.parametrize(
    ("week_start", "first"),
    [(0, date(2026, 11, 23)), (SATURDAY, date(2026, 11, 21)), (SUNDAY, date(2026, 11, 22))],
)
def test_a_week_begins_on_the_day_the_user_chose(week_start: int, first: date) -> None:
    week = period_of(date(2026, 11, 25), Rhythm.WEEK, week_start)

    assert (week.first, week.length) == (first, 7)
    assert period_of(week.first, Rhythm.WEEK, week_start) == week
    assert period_of(week.last, Rhythm.WEEK, week_start) == week


@pytest.mark.parametrize(
    ("rhythm", "day", "first", "last"),
    [
        (Rhythm.MONTH, date(2028, 2, 29), date(2028, 2, 1), date(2028, 2, 29)),
        (Rhythm.MONTH, date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31)),
        (Rhythm.QUARTER, date(2026, 3, 31), date(2026, 1, 1), date(2026, 3, 31)),
        (Rhythm.QUARTER, date(2026, 11, 1), date(2026, 10, 1), date(2026, 12, 31)),
        (Rhythm.YEAR, date(2028, 7, 1), date(2028, 1, 1), date(2028, 12, 31)),
    ],
)
def test_months_quarters_and_years_are_those_of_the_calendar(
    rhythm: Rhythm, day: date, first: date, last: date
) -> None:
    assert period_of(day, rhythm) == Period.between(first, last)


def test_a_goal_begun_late_in_a_month_has_a_partial_first_period() -> None:
    november, december, january = periods_since(date(2026, 11, 20), date(2027, 1, 1), Rhythm.MONTH)

    assert (november.first, november.length, november.whole) == (date(2026, 11, 20), 11, 30)
    assert [each.is_partial for each in (november, december, january)] == [True, False, False]
    assert january.last == date(2027, 1, 31)


@pytest.mark.parametrize(("wanted", "asked"), [(1, 1), (3, 2), (4, 2), (30, 11)])
def test_a_partial_period_asks_for_its_share_rounded_up(wanted: int, asked: int) -> None:
    november = Period(date(2026, 11, 20), date(2026, 11, 30), whole=30)

    assert november.asks_for(wanted) == asked


def test_whole_periods_ask_for_everything() -> None:
    assert period_of(date(2026, 2, 3), Rhythm.MONTH).asks_for(7) == 7


def test_a_goal_set_for_next_week_has_one_period_still_to_come() -> None:
    assert periods_since(date(2026, 11, 30), date(2026, 11, 25), Rhythm.WEEK) == [
        Period.between(date(2026, 11, 30), date(2026, 12, 6))
    ]


def test_the_periods_before_are_whole_and_over() -> None:
    assert periods_before(date(2026, 2, 14), 3, Rhythm.MONTH) == [
        Period.between(date(2025, 11, 1), date(2025, 11, 30)),
        Period.between(date(2025, 12, 1), date(2025, 12, 31)),
        Period.between(date(2026, 1, 1), date(2026, 1, 31)),
    ]


def test_a_deadline_is_compared_with_the_equally_long_time_before() -> None:
    until_july = Period.between(date(2026, 7, 1), date(2026, 7, 10))

    assert until_july.before() == Period.between(date(2026, 6, 21), date(2026, 6, 30))


def test_days_are_numbered_from_one() -> None:
    month = period_of(date(2026, 11, 5), Rhythm.MONTH)

    assert month.number_of(date(2026, 11, 1)) == 1
    assert month.number_of(date(2026, 12, 1)) == 31
    assert month.day(11) == date(2026, 11, 11)


@given(days, rhythms, week_starts)
def test_every_day_lies_in_one_period_and_the_next_one_follows(
    day: date, rhythm: Rhythm, week_start: int
) -> None:
    period = period_of(day, rhythm, week_start)
    after = period_of(period.last + timedelta(days=1), rhythm, week_start)

    assert period.holds(day)
    assert not after.holds(day)
    assert after.first == period.last + timedelta(days=1)
    assert period_of(period.first, rhythm, week_start) == period


@given(days, some.integers(0, 800), rhythms, week_starts)
def test_periods_since_a_start_leave_no_gap(
    start: date, span: int, rhythm: Rhythm, week_start: int
) -> None:
    today = start + timedelta(days=span)

    periods = periods_since(start, today, rhythm, week_start)

    assert periods[0].first == start
    assert periods[-1].holds(today)
    assert sum(each.length for each in periods) == (periods[-1].last - start).days + 1
    assert not any(each.is_partial for each in periods[1:])
