"""The day and the time that a line names, and what only looks like a day."""

import datetime as dt

import pytest

from interactions.line_doubts import DayDoubt
from interactions.understanding import understand
from tests.interactions.line_reading import TODAY, find, names, read


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-23"),
        ("yesterday", "2026-11-22"),
        ("yest", "2026-11-22"),
        ("day before yesterday", "2026-11-21"),
        ("monday", "2026-11-23"),
        ("on friday", "2026-11-20"),
        ("Fri", "2026-11-20"),
        ("last monday", "2026-11-16"),
        ("next friday", "2026-11-27"),
        ("tomorrow", "2026-11-24"),
        ("3 days ago", "2026-11-20"),
        ("a week ago", "2026-11-16"),
        ("in two weeks", "2026-12-07"),
        ("14 Nov", "2026-11-14"),
        ("Nov 14th", "2026-11-14"),
        ("24 December", "2026-12-24"),
        ("1 Mar", "2026-03-01"),
        ("2 March 2024", "2024-03-02"),
        ("2025-12-31", "2025-12-31"),
        ("14.11.", "2026-11-14"),
        ("14/11/2025", "2025-11-14"),
        ("29 Feb", "2024-02-29"),
    ],
)
def test_days(words: str, day: str) -> None:
    for line in (f"call with Ben {words}", f"{words} call with Ben", f"call Ben re tax {words}"):
        understood = read(line)
        assert understood.said.on == dt.date.fromisoformat(day), line
        assert [m.people[0].name for m in understood.mentions] == ["Ben Okafor"], line


def test_slashes_follow_the_users_habit() -> None:
    assert understand("4/11", TODAY, find, month_first=True).said.on == dt.date(2026, 4, 11)
    assert understand("4/11", TODAY, find).said.on == dt.date(2026, 11, 4)


@pytest.mark.parametrize("words", ["31 Feb 2026", "2026-13-40", "99999999 days ago", "32.13."])
def test_what_is_no_day_stays_in_the_words(words: str) -> None:
    understood = read(f"call Ben about {words}")
    assert understood.said.on is None
    assert understood.subject == words


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("14:30", "14:30"),
        ("at 14:30", "14:30"),
        ("at 3pm", "15:00"),
        ("3 pm", "15:00"),
        ("9:30am", "09:30"),
        ("12am", "00:00"),
        ("noon", "12:00"),
        ("15h", "15:00"),
        ("15h30", "15:30"),
        ("at 9h", "09:00"),
    ],
)
def test_times(words: str, at: str) -> None:
    for line in (f"lunch with Ben {words}", f"{words} lunch with Ben", f"lunch Ben: tax {words}"):
        understood = read(line)
        assert understood.said.at == dt.time.fromisoformat(at), line
        assert understood.said.minutes is None, line
        assert names(line) == ["Ben Okafor"], line
        assert understood.subject in {"Lunch", "Lunch: tax"}, line


@pytest.mark.parametrize("words", ["25:00", "14:60", "13pm", "0am", "24h00", "at"])
def test_what_no_clock_shows_is_no_time(words: str) -> None:
    assert read(f"call with Ben {words}").said.at is None


def test_a_time_and_a_length_stand_side_by_side() -> None:
    said = read("call with Ben yesterday at 15h for 2h").said
    assert (said.at, said.minutes, said.on) == (dt.time(15), 120, dt.date(2026, 11, 22))


@pytest.mark.parametrize(
    ("line", "typed", "is_span"),
    [
        ("call with Ben on 31 February", "31 February", False),
        ("call with Ben Feb 31st 2026", "Feb 31st 2026", False),
        ("2026-02-30 call with Ben", "2026-02-30", False),
        ("call with Ben 30/2", "30/2", False),
        ("call with Ben 31.2.2026", "31.2.2026", False),
        ("call Ben about budgets on 31 February", "31 February", False),
        ("lunch with Ben in 2031", "in 2031", True),
        ("lunch with Ben 2019", "2019", True),
        ("lunch with Ben in March 2024", "in March 2024", True),
        ("last month lunch with Ben", "last month", True),
    ],
)
def test_what_is_meant_as_a_day_and_is_none_is_doubted(
    line: str, typed: str, is_span: bool
) -> None:
    understood = read(line)
    assert understood.said.on is None
    assert understood.day_doubt == DayDoubt(typed, is_span)
    assert names(line) == ["Ben Okafor"]
    assert typed.removeprefix("in ").lower() in understood.subject.lower(), "nothing is lost"


@pytest.mark.parametrize(
    "line",
    [
        "lunch with Ben",
        "lunch with Ben yesterday",
        "lunch with Ben yesterday, in 2031 he retires",
        "met Ben budget for 2027",
        "call Ben about plans in 2031",
        "call Ben about release 2.0",
        "call Ben about 3.14",
        "split 50/50 with Ben",
        "lunch with Ben 1.5 hours",
        "lunch with Ben 14:30",
    ],
)
def test_what_is_a_day_or_no_day_at_all_is_not_doubted(line: str) -> None:
    assert read(line).day_doubt is None
