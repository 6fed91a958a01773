import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactions.line_doubts import DayDoubt
from interactions.line_people import Known, Phrase, begins
from interactions.understanding import Understood, understand

TODAY = dt.date(2026, 11, 23)  # a Monday
PEOPLE = [
    Known("1", "Ana Pereira"),
    Known("2", "Ben Okafor"),
    Known("3", "Ana-Maria Silva"),
    Known("4", "José Müller"),
    Known("5", "Anastasia Berlin"),
    Known("6", "Mark Twain"),
    Known("7", "William Door", "Bill"),
]


def find(phrases: Sequence[Phrase]) -> dict[Phrase, list[Known]]:
    return {
        phrase: [known for known in PEOPLE if begins(phrase, known.words)] for phrase in phrases
    }


def read(line: str) -> Understood:
    return understand(line, TODAY, find)


def names(line: str) -> list[str]:
    return [each.people[0].name if each.people else each.typed for each in read(line).mentions]


def test_the_line_of_the_design() -> None:
    understood = read("coffee with Ana and Ben yesterday 45 min")
    assert [m.people[0].name for m in understood.mentions] == ["Ana Pereira", "Ben Okafor"]
    assert understood.said.on == dt.date(2026, 11, 22)
    assert understood.said.channel == "in_person"
    assert understood.said.minutes == 45
    assert understood.subject == "Coffee"


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
