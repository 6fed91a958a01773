"""Days to remember within a week, and who has one."""

import datetime as dt

import pytest

from accounts.models import User
from planning.gathering import gather
from tests.makers import make_event
from tests.planning.people_of_a_day import TODAY, day, make_date, make_neglected

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]


def days_ahead(user: User, today: dt.date = TODAY) -> int | None:
    """Until the day of the one person there is."""
    (candidate,) = gather(user, today).candidates
    return candidate.date_in


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("--11-23", 0),
        ("1990-11-30", 7),
        ("--12-01", None),
        ("2026-11", None),
        ("2027-11-24", None),
        ("odd-11-24", None),
        ("", None),
    ],
)
def test_dates_within_a_week(alice: User, written: str, days: int | None) -> None:
    make_date(make_neglected(alice), written)
    assert days_ahead(alice) == days


@pytest.mark.parametrize(("year", "days"), [(2027, 0), (2028, 1)])
def test_who_was_born_on_a_leap_day_has_a_birthday_every_year(
    alice: User, year: int, days: int
) -> None:
    make_date(make_neglected(alice), "2000-02-29")
    assert days_ahead(alice, dt.date(year, 2, 28)) == days


@pytest.mark.parametrize(
    ("begins", "ends", "going", "days"),
    [
        (2, None, "planned", 2),
        (-1, 1, "planned", 0),
        (-1, 1, "attended", 0),
        (-2, -1, "planned", None),
        (-1, None, "planned", None),
        (8, None, "planned", None),
        (2, None, "considered", None),
        (2, None, "skipped", None),
    ],
)
def test_an_event_that_both_go_to_counts_while_it_lasts(
    alice: User, begins: int, ends: int | None, going: str, days: int | None
) -> None:
    ends_on = None if ends is None else day(-ends)
    fair = make_event(alice, starts_on=day(-begins), ends_on=ends_on, going=going)
    fair.attendances.create(contact=make_neglected(alice))
    assert days_ahead(alice) == days
