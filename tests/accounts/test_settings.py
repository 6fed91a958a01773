"""Preferences, and what a browser's languages say about them."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from accounts.guessing import Guess, guess
from accounts.models import DateFormat, User, WeekStart

CHANGES = {
    "name": "Alice A.",
    "time_zone": "Pacific/Auckland",
    "date_format": "Y-m-d",
    "week_start": "6",
    "phone_country": "NZ",
}


def test_saving_keeps_every_preference(desk: Client, alice: User) -> None:
    assert desk.post("/settings/change/", CHANGES).status_code == 302
    alice.refresh_from_db()
    assert (alice.name, alice.time_zone, alice.phone_country) == (
        "Alice A.",
        "Pacific/Auckland",
        "NZ",
    )
    assert not alice.has_shortcuts


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("time_zone", "Mars/Olympus"),
        ("week_start", "9"),
        ("phone_country", "XX"),
        ("name", "x" * 300),
    ],
)
def test_a_bad_value_is_refused_and_nothing_is_saved(
    desk: Client, alice: User, field: str, value: str
) -> None:
    answer = desk.post("/settings/change/", {**CHANGES, field: value})
    assert answer.status_code == 422
    assert "field-error" in answer.text
    alice.refresh_from_db()
    assert alice.time_zone == "UTC"


def test_a_country_is_offered_with_its_calling_code(desk: Client) -> None:
    assert ">NZ +64<" in desk.get("/settings/").text


@time_machine.travel("2026-11-23T13:30:00Z", tick=False)
def test_today_is_the_users_own(alice: User) -> None:
    assert alice.today() == dt.date(2026, 11, 23)
    alice.time_zone = "Pacific/Auckland"
    assert alice.today() == dt.date(2026, 11, 24)


def test_signed_out_nobody_sees_settings(client: Client, alice: User) -> None:
    assert client.get("/settings/").headers["Location"].startswith("/account/login/")


@pytest.mark.parametrize(
    ("languages", "country", "dates", "week"),
    [
        ("en-US,en;q=0.9", "US", DateFormat.MONTH_FIRST, WeekStart.SUNDAY),
        ("en-GB", "GB", DateFormat.DAY_FIRST, WeekStart.MONDAY),
        ("de", "DE", DateFormat.DOTS, WeekStart.MONDAY),
        ("de,en-US;q=0.7,en;q=0.3", "DE", DateFormat.DOTS, WeekStart.MONDAY),
        ("en,en-US;q=0.7", "US", DateFormat.MONTH_FIRST, WeekStart.SUNDAY),
        ("zh-Hant-TW,zh;q=0.8", "TW", DateFormat.ISO, WeekStart.SUNDAY),
        ("ar-EG", "EG", DateFormat.DAY_FIRST, WeekStart.SATURDAY),
        ("", "", DateFormat.DAY_FIRST, WeekStart.MONDAY),
    ],
)
def test_languages_tell_habits(
    languages: str, country: str, dates: DateFormat, week: WeekStart
) -> None:
    assert guess(languages) == Guess(country, dates, week)


@given(st.text())
def test_any_header_gives_a_guess(languages: str) -> None:
    assert len(guess(languages).phone_country) in {0, 2}
