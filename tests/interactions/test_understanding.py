import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactions.understanding import understand
from tests.interactions.line_reading import TODAY, find, names, read


def test_the_line_of_the_design() -> None:
    understood = read("coffee with Ana and Ben yesterday 45 min")
    assert [m.people[0].name for m in understood.mentions] == ["Ana Pereira", "Ben Okafor"]
    assert understood.said.on == dt.date(2026, 11, 22)
    assert understood.said.channel == "in_person"
    assert understood.said.minutes == 45
    assert understood.subject == "Coffee"


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("45 min", 45),
        ("45min", 45),
        ("1h30", 90),
        ("1.5 hours", 90),
        ("an hour", 60),
        ("half an hour", 30),
        ("2h", 120),
    ],
)
def test_lengths(words: str, minutes: int) -> None:
    understood = read(f"lunch with Ben {words} yesterday")
    assert understood.said.minutes == minutes
    assert understood.said.on == dt.date(2026, 11, 22)
    assert understood.subject == "Lunch"


@pytest.mark.parametrize(
    ("line", "channel"),
    [
        ("video call with Ben", "video"),
        ("call with Ben on zoom", "video"),
        ("phoned Ben", "phone"),
        ("emailed Ben", "message"),
        ("linkedin Ben", "social"),
        ("Ben", ""),
    ],
)
def test_channels(line: str, channel: str) -> None:
    assert read(line).said.channel == channel
    assert names(line) == ["Ben Okafor"]


def test_short_words_and_no_with_are_enough() -> None:
    understood = read("coffee ana yest")
    assert understood.said.on == dt.date(2026, 11, 22)
    assert names("coffee ana yest") == ["Ana Pereira"]


def test_who_bears_the_name_in_full_comes_before_who_only_begins_so() -> None:
    (mention,) = read("lunch with ana").mentions
    assert [known.name for known in mention.people] == ["Ana Pereira"]


def test_several_who_fit_are_offered() -> None:
    (mention,) = read("lunch with be").mentions
    assert [known.name for known in mention.people] == ["Ben Okafor", "Anastasia Berlin"]


def test_two_words_name_one_person_before_they_name_two() -> None:
    assert names("call ana silva") == ["Ana-Maria Silva"]
    assert names("call Pereira Ana") == ["Ana Pereira"]
    assert names("call ana ben") == ["Ana Pereira", "Ben Okafor"]


def test_accents_and_case_do_not_matter() -> None:
    assert names("call with jose muller") == ["José Müller"]


def test_nicknames_are_names() -> None:
    assert names("call bill") == ["William Door"]


def test_unknown_names_after_with_are_new_people() -> None:
    understood = read("lunch with Zoe Quark and Ben yesterday")
    assert names("lunch with Zoe Quark and Ben yesterday") == ["Zoe Quark", "Ben Okafor"]
    assert understood.mentions[0].people == ()


def test_words_that_name_nobody_are_what_it_was_about() -> None:
    assert read("met Ben budget for 2027").subject == "Budget for 2027"
    assert read("call Ben about the Berlin office with Mark").subject == (
        "The Berlin office with Mark"
    )


@pytest.mark.parametrize(
    ("line", "channel", "subject"),
    [
        ("Ana wrote", "message", ""),
        ("ana called yesterday", "phone", ""),
        ("message from Ana", "message", ""),
        ("got an email from Ana yesterday", "message", ""),
        ("Ana texted me about the grid", "message", "The grid"),
        ("Ana emailed: budgets", "message", "Budgets"),
        ("linkedin message from Ana", "social", ""),
        ("heard from Ana", "", ""),
        ("Ana reached out on LinkedIn", "social", "Reached out"),
        ("Ana sent me the deck", "", "Sent me the deck"),
    ],
)
def test_they_reached_out(line: str, channel: str, subject: str) -> None:
    said = read(line).said
    assert (said.direction, said.channel, read(line).subject) == ("incoming", channel, subject)
    assert names(line) == ["Ana Pereira"]


@pytest.mark.parametrize(
    "line",
    [
        "wrote to Ana, no answer",
        "called Ana yesterday 10 min",
        "I emailed Ana",
        "email to Ana",
        "finally phoned ana",
        "yesterday wrote Ana about Ben",
        "reached out to Ana",
    ],
)
def test_one_reached_out_oneself(line: str) -> None:
    assert read(line).said.direction == "outgoing"
    assert names(line) == ["Ana Pereira"]


@pytest.mark.parametrize(
    "line",
    [
        "coffee with Ana",
        "call with Ana",
        "email Ana",
        "coffee with Ana, then called Ben",
        "walk from Ana",
        "got lunch with Ana",
        "wrote",
    ],
)
def test_who_reached_out_is_left_open(line: str) -> None:
    assert read(line).said.direction == ""


def test_no_answer_is_understood() -> None:
    understood = read("emailed Ben no reply")
    assert understood.said.is_unanswered
    assert understood.said.channel == "message"


@given(st.text(max_size=80), st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_it_never_fails(line: str, today: dt.date) -> None:
    understand(line, today, find)


pieces = st.sampled_from(
    [
        "coffee",
        "with",
        "Ana",
        "Ben",
        "and",
        ",",
        "yesterday",
        "yest",
        "45",
        "min",
        "1h",
        "about",
        ":",
        "no",
        "reply",
        "14",
        "Nov",
        "2026-01-02",
        "next",
        "last",
        "friday",
        "ago",
        "days",
        "3",
        "in",
        "a",
        "week",
        "zoom",
        "call",
        "Zoe",
        "Quark",
        "budget",
        "on",
        "31",
        "Feb",
        "2031",
        "15h",
        "14:30",
        "pm",
        "12/11",
        "y",
        "with",
        "w/",
        "wrote",
        "called",
        "from",
        "got",
    ]
)


@given(st.lists(pieces, max_size=14).map(" ".join))
def test_lines_of_likely_words_never_fail_and_lose_no_name(line: str) -> None:
    understood = read(line)
    if "Zoe" in line.split():
        said = " ".join([understood.subject, *(each.typed for each in understood.mentions)])
        assert "zoe" in said.lower()


@given(st.lists(pieces, max_size=14).map(" ".join))
def test_a_day_is_read_or_doubted_and_never_both(line: str) -> None:
    understood = read(line)
    assert understood.said.on is None or understood.day_doubt is None


@given(
    st.lists(pieces, max_size=10)
    .map(" ".join)
    .filter(lambda line: not {"next", "in", "14", "31", "12/11"} & set(line.split()))
)
def test_only_words_that_point_ahead_give_a_day_ahead(line: str) -> None:
    on = read(line).said.on
    assert on is None or on <= TODAY
