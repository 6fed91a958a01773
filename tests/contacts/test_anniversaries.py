"""When a day comes round next, and what year it makes."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from contacts.anniversaries import next_anniversary

TODAY = dt.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "on", "years"),
    [
        ("1987-11-29", dt.date(2026, 11, 29), 39),
        ("1987-11-26", TODAY, 39),
        ("1987-11-25", dt.date(2027, 11, 25), 40),
        ("--11-29", dt.date(2026, 11, 29), 0),
        ("2026-12-05", dt.date(2026, 12, 5), 0),
        ("2000-02-29", dt.date(2027, 2, 28), 27),
    ],
)
def test_it_is_the_first_one_from_today_on(text: str, on: dt.date, years: int) -> None:
    assert next_anniversary(text, TODAY) == (on, years)


@pytest.mark.parametrize("text", ["", "1987", "1987-11", "2027-11-29", "odd-11-29", "--13-29"])
def test_what_is_no_day_of_a_year_or_not_yet_begun_has_none(text: str) -> None:
    assert next_anniversary(text, TODAY) is None


@given(some.text(max_size=10), some.dates(max_value=dt.date(9998, 12, 31)))
def test_no_date_is_too_odd(text: str, today: dt.date) -> None:
    comes = next_anniversary(text, today)
    assert comes is None or comes.on >= today
