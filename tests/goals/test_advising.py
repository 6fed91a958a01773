"""What the form says about a goal before it is set."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from goals.advising import Advice, Draft, advise
from goals.milestones import Route, route
from goals.periods import Rhythm
from goals.standing import Standing
from strength.events import History, Rated, Touch
from strength.summing import sums_at

TODAY = date(2026, 1, 1)
GOOD_MEETING = sums_at(History((Touch(TODAY),), (Rated(TODAY, 4, 4, 4),)), TODAY)
ONE_EVENT_A_MONTH = Draft(
    counts="event",
    is_narrowed=True,
    wanted=1,
    rhythm=Rhythm.MONTH,
    has_aspiration=True,
    has_next_step=True,
    has_if_then=True,
)
A_MENTOR = replace(
    ONE_EVENT_A_MONTH,
    counts="relationship",
    wanted=None,
    target=50.0,
    rhythm=None,
    due_on=date(2026, 7, 2),
)


def codes(advice: list[Advice]) -> list[str]:
    return [each.code for each in advice]


@pytest.mark.parametrize("draft", [ONE_EVENT_A_MONTH, A_MENTOR])
def test_a_goal_with_everything_needs_no_advice(draft: Draft) -> None:
    assert advise(draft, TODAY) == []


def test_an_empty_goal_is_told_everything_in_the_order_of_the_letters() -> None:
    advice = advise(Draft(), TODAY)

    assert [(each.letter, each.code) for each in advice] == [
        ("S", "nothing_counted"),
        ("M", "not_measurable"),
        ("A", "no_next_step"),
        ("R", "no_aspiration"),
        ("T", "no_deadline"),
    ]
    assert [each.letter for each in advice if each.is_required] == ["S", "M", "T"]


@pytest.mark.parametrize(
    ("left_out", "code", "is_required"),
    [
        ({"counts": None}, "nothing_counted", True),
        ({"is_narrowed": False}, "broad", False),
        ({"is_narrowed": False, "has_channels": False}, "anybody", False),
        ({"wanted": None}, "not_measurable", True),
        ({"wanted": 0}, "not_measurable", True),
        ({"rhythm": None}, "no_deadline", True),
        ({"has_aspiration": False}, "no_aspiration", False),
        ({"has_next_step": False}, "no_next_step", False),
        ({"has_if_then": False}, "no_if_then", False),
    ],
)
def test_each_thing_left_out_is_named(
    left_out: dict[str, Any], code: str, is_required: bool
) -> None:
    (advice,) = advise(replace(ONE_EVENT_A_MONTH, **left_out), TODAY)

    assert (advice.code, advice.is_required) == (code, is_required)


def test_a_deadline_lies_ahead() -> None:
    yesterday = replace(A_MENTOR, due_on=date(2025, 12, 31))

    assert advise(yesterday, TODAY) == [Advice("deadline_passed", "T", {"due": date(2025, 12, 31)})]
    assert advise(replace(A_MENTOR, due_on=TODAY), TODAY) == []


def test_half_as_much_again_as_the_best_of_late_is_realistic() -> None:
    six, seven = replace(ONE_EVENT_A_MONTH, wanted=6), replace(ONE_EVENT_A_MONTH, wanted=7)

    assert advise(six, TODAY, past=[1, 4, 2]) == []
    assert advise(seven, TODAY, past=[1, 4, 2]) == [
        Advice("unrealistic", "R", {"wanted": 7, "best": 4, "limit": 6, "periods": 3})
    ]


def test_only_the_last_three_periods_are_compared() -> None:
    four = replace(ONE_EVENT_A_MONTH, wanted=4)

    assert codes(advise(four, TODAY, past=[9, 2, 2, 2])) == ["unrealistic"]
    assert advise(four, TODAY, past=[9, 2, 2]) == []
    assert advise(four, TODAY, past=[]) == []


def test_twice_a_best_of_one_is_not_answered_with_one() -> None:
    two = replace(ONE_EVENT_A_MONTH, wanted=2)

    assert codes(advise(two, TODAY, past=[1, 1])) == ["leap"]
    assert advise(replace(two, wanted=3), TODAY, past=[2]) == []
    assert codes(advise(replace(two, wanted=4), TODAY, past=[2])) == ["unrealistic"]


def test_one_is_never_too_much_to_begin_with() -> None:
    assert advise(ONE_EVENT_A_MONTH, TODAY, past=[0, 0, 0]) == []
    two = replace(ONE_EVENT_A_MONTH, wanted=2)
    assert advise(two, TODAY, past=[0, 0, 0])[0].facts["limit"] == 1


def test_a_relationship_that_needs_a_meeting_a_week_is_too_steep() -> None:
    steep = replace(A_MENTOR, target=65.0)

    (advice,) = advise(steep, TODAY, route=route(GOOD_MEETING, 182, 65), instead=50)

    assert (advice.code, advice.facts["instead"]) == ("too_steep", 50)
    assert advice.facts["interval"] == 182 / float(str(advice.facts["meetings"]))


def test_a_relationship_that_no_meetings_reach_is_out_of_reach() -> None:
    high = replace(A_MENTOR, target=95.0)

    assert advise(high, TODAY, route=route(GOOD_MEETING, 182, 95)) == [
        Advice("out_of_reach", "R", {"target": 95.0})
    ]


def test_a_route_that_can_be_kept_up_is_no_matter() -> None:
    assert advise(A_MENTOR, TODAY, route=route(GOOD_MEETING, 182, 50)) == []


def test_a_relationship_that_is_there_today_is_no_goal() -> None:
    assert advise(A_MENTOR, TODAY, route=Route(Standing.ACHIEVED, 182, 0, None)) == [
        Advice("met_already", "R", {"target": 50.0})
    ]


def test_a_deadline_that_has_passed_is_not_called_out_of_reach_too() -> None:
    late = replace(A_MENTOR, due_on=date(2025, 12, 31))

    assert codes(advise(late, TODAY, route=route(GOOD_MEETING, -1, 50))) == ["deadline_passed"]
