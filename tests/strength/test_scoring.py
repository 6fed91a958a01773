"""The score, against exact cases and the tables that the bands were set by."""

from dataclasses import asdict, replace
from datetime import date
from typing import Any

import pytest

from strength.events import day_credit, depth_of_minutes
from strength.scoring import (
    Favour,
    History,
    Rated,
    Strength,
    Sums,
    Touch,
    Weights,
    band_of,
    score,
    stored,
    sums_at,
)
from tests.strength.histories import (
    TODAY,
    days_ago,
    make_rhythm,
    rated,
)


def strength_of(history: History) -> Strength:
    return score(sums_at(history, TODAY))


ONE_MEETING = (Touch(TODAY),)
MONTHLY = make_rhythm(30, answer=4.4)
HELP_LONG_AGO = (Favour(days_ago(425), given=True), Favour(days_ago(425), given=False))
HELP_BOTH_WAYS = (Favour(days_ago(60), given=True), Favour(days_ago(60), given=False))


@pytest.mark.parametrize(
    ("history", "points", "half_width"),
    [
        pytest.param(History(), (0, 0, 0, 0, 0), 20.0, id="nothing known"),
        pytest.param(
            History(ONE_MEETING, (rated(TODAY, 4),)),
            (17.4, 6.0, 1.538462, 0, 24.938462),
            13.142857,
            id="one good first meeting",
        ),
        pytest.param(
            History((Touch(days_ago(90)),), (rated(days_ago(90), 4),)),
            (14.563297, 1.939723, 1.538462, 0, 18.041481),
            14.190445,
            id="the same, 90 days later",
        ),
        pytest.param(
            History(ONE_MEETING), (4.8, 6.0, 1.538462, 0, 12.338462), 16.8, id="one, unrated"
        ),
        pytest.param(
            History((Touch(TODAY, "message"),) * 10),
            (4.703518, 5.879397, 1.50289, 0, 12.085805),
            16.864322,
            id="ten e-mails on one day",
        ),
        pytest.param(
            History((Touch(TODAY, "message", answered=False),)),
            (0.441718, 0.552147, 0.124224, 0, 1.118089),
            19.705521,
            id="one unanswered e-mail",
        ),
        pytest.param(
            replace(make_rhythm(30, answer=4.4, silent_days=365), favours=HELP_LONG_AGO),
            (30.532556, 3.786567, 15.102041, 3.085111, 52.506275),
            7.102915,
            id="monthly with help both ways, silent for a year",
        ),
        pytest.param(
            History(ratings=(rated(TODAY, 5),), known_since=days_ago(3653), added_on=TODAY),
            (20.0, 0, 12.500642, 0, 32.500642),
            14.666667,
            id="rated, known for ten years, never met since",
        ),
        pytest.param(
            History((Touch(TODAY, "video"),), (Rated(TODAY, trust=4),)),
            (11.428571, 5.0, 1.25, 0, 17.678571),
            15.428571,
            id="only trust answered",
        ),
    ],
)
def test_it_adds_up_four_parts(
    history: History, points: tuple[float, ...], half_width: float
) -> None:
    strength = strength_of(history)

    found = (strength.quality, strength.contact, strength.history, strength.help, strength.score)
    assert found == pytest.approx(points, abs=1e-6)
    assert strength.half_width == pytest.approx(half_width, abs=1e-6)


def test_a_reset_forgets_how_it_was_rated_before() -> None:
    broken = replace(MONTHLY, favours=HELP_BOTH_WAYS)
    today = Rated(TODAY, 1, 2, 3)
    earlier = tuple(each for each in broken.ratings if each.on < TODAY)

    without_mark = strength_of(replace(broken, ratings=(*earlier, today)))
    with_mark = strength_of(
        replace(broken, ratings=(*earlier, replace(today, changed_things=True)))
    )

    assert without_mark.score == pytest.approx(67.25, abs=0.005)
    assert with_mark.score == pytest.approx(37.159112, abs=1e-6)
    assert with_mark.gate == pytest.approx(0.725)


def test_a_reset_without_answers_leaves_the_contact_unrated() -> None:
    history = History(ONE_MEETING, (rated(days_ago(9), 5), Rated(TODAY, changed_things=True)))

    assert strength_of(history).m is None


def test_a_reset_keeps_other_ratings_of_its_day() -> None:
    history = History((), (rated(TODAY, 5), rated(TODAY, 1, changed_things=True)))

    assert strength_of(history).m == pytest.approx(0.5)


def test_the_latest_reset_counts() -> None:
    history = History(
        (),
        (
            rated(days_ago(20), 1, changed_things=True),
            rated(days_ago(15), 1),
            rated(days_ago(10), 4, changed_things=True),
            rated(TODAY, 4),
        ),
    )

    assert strength_of(history).m == pytest.approx(0.75)


def test_help_one_way_counts_a_quarter() -> None:
    one_sided = strength_of(History(favours=(Favour(TODAY, given=True, size=4),)))
    balanced = strength_of(History(favours=(Favour(TODAY, True, 2), Favour(TODAY, False, 2))))

    assert one_sided.help == pytest.approx(5)
    assert balanced.help == pytest.approx(10 * 2 / 3)


def test_years_known_before_count_as_twelve_years_at_most() -> None:
    def known_for(days: int) -> float:
        return History(known_since=days_ago(days), added_on=TODAY).known_before()

    assert known_for(1461) == 8
    assert known_for(20 * 366) == 24
    assert known_for(-9) == 0


def test_what_lies_ahead_has_no_effect() -> None:
    tomorrow = days_ago(-1)
    ahead = History(
        (Touch(tomorrow),),
        (rated(tomorrow, 5, changed_things=True),),
        (Favour(tomorrow, given=True),),
    )

    assert sums_at(ahead, TODAY) == Sums()
    assert not strength_of(ahead).has_information


@pytest.mark.parametrize(
    ("every_days", "after_contact", "before_the_next"),
    [
        (7, (65, 64, 74, 84), (65, 64, 74, 84)),
        (14, (58, 60, 69, 79), (57, 59, 69, 79)),
        (30, (46, 52, 61, 71), (43, 50, 60, 69)),
        (60, (34, 43, 52, 61), (29, 40, 49, 57)),
        (91, (28, 38, 47, 55), (20, 33, 41, 50)),
        (182, (20, 31, 39, 46), (10, 23, 30, 37)),
        (365, (16, 26, 32, 39), (5, 15, 20, 25)),
    ],
)
def test_three_years_at_one_rhythm(
    every_days: int, after_contact: tuple[int, ...], before_the_next: tuple[int, ...]
) -> None:
    kept = [sums_at(make_rhythm(every_days, answer=each), TODAY) for each in (None, 3, 4, 5)]

    assert tuple(round(score(sums).score) for sums in kept) == after_contact
    assert tuple(round(score(sums.after(every_days)).score) for sums in kept) == before_the_next


@pytest.mark.parametrize(
    ("every_days", "scores"),
    [
        (7, (74, 73, 72, 69, 61, 49, 46)),
        (30, (61, 60, 57, 52, 46, 40, 35)),
        (91, (47, 45, 42, 38, 34, 28, 23)),
        (182, (39, 36, 33, 30, 26, 21, 16)),
    ],
)
def test_silence_after_three_years_at_one_rhythm(every_days: int, scores: tuple[int, ...]) -> None:
    sums = sums_at(make_rhythm(every_days, answer=4), TODAY)
    # the published table counts the silent days from the day after the last meeting
    silent = (0, 29, 90, 181, 364, 729, 1094)

    assert tuple(round(score(sums.after(days)).score) for days in silent) == scores


def test_rating_and_contact_far_apart_are_remarked() -> None:
    close = strength_of(History((), (rated(TODAY, 5),)))
    busy = strength_of(make_rhythm(7, answer=1.4))
    fitting = strength_of(make_rhythm(30, answer=4))
    just_not = strength_of(History((), (rated(TODAY, 1 + 4 * 0.39),)))
    just = strength_of(History((), (rated(TODAY, 1 + 4 * 0.41),)))

    assert (close.is_close_but_neglected, close.is_busy_but_thin) == (True, False)
    assert (busy.is_close_but_neglected, busy.is_busy_but_thin) == (False, True)
    assert (just_not.is_close_but_neglected, just.is_close_but_neglected) == (False, True)
    assert (fitting.is_close_but_neglected, fitting.is_busy_but_thin) == (False, False)


@pytest.mark.parametrize(
    ("points", "band"),
    [
        (100, "core"),
        (80, "core"),
        (79.999, "strong"),
        (60, "strong"),
        (40, "moderate"),
        (20, "weak"),
        (19.999, "faint"),
        (0, "faint"),
    ],
)
def test_a_band_starts_at_its_threshold(points: float, band: str) -> None:
    assert band_of(points) == band


@pytest.mark.parametrize(
    ("minutes", "depth"), [(14, "quick"), (15, "normal"), (90, "normal"), (91, "deep")]
)
def test_minutes_tell_the_depth(minutes: int, depth: str) -> None:
    assert depth_of_minutes(minutes) == depth


def test_a_day_is_capped_at_two_meetings() -> None:
    assert day_credit([1.5] * 10) == 2.0
    assert day_credit([1.5, 1.0]) == pytest.approx(1.75)
    assert day_credit([]) == 0.0


def test_a_dinner_for_five_is_shared_among_four_others() -> None:
    assert Touch(TODAY, "in_person", "deep", people=4).credit() == pytest.approx(0.75)
    assert Touch(TODAY, people=0).credit() == 1.0


def test_a_user_may_weigh_otherwise() -> None:
    even = Weights(rating_points=25, contact_points=25, history_points=25, help_points=25)
    letters = Weights(channels={"in_person": 1.0, "message": 1.0})

    assert score(sums_at(MONTHLY, TODAY), even).score == pytest.approx(
        25 * sum((strength_of(MONTHLY).Q, strength_of(MONTHLY).C, strength_of(MONTHLY).H))
    )
    assert sums_at(History((Touch(TODAY, "message"),)), TODAY, letters).fresh == 1.0


@pytest.mark.parametrize(
    "refused", [{"help_half_life": 13}, {"fresh_half_life": 121}, {"help_half": 0}]
)
def test_it_refuses_half_lives_that_break_the_model(refused: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"half-life|fade|evidence"):
        Weights(**refused)


def test_the_five_factors_are_all_that_stored_sums_need() -> None:
    history = replace(MONTHLY, favours=HELP_BOTH_WAYS, known_since=days_ago(4000), added_on=TODAY)

    for later in (0, 1, 400):
        day = days_ago(-later)
        assert asdict(stored(history, TODAY).brought_to(day)) == pytest.approx(
            asdict(sums_at(history, day)), abs=1e-9
        )


def test_a_mistyped_year_leaves_no_trace_too_small_to_store() -> None:
    for year in (26, 1820, 1850):
        assert stored(History((Touch(date(year, 3, 1)),)), TODAY).fresh == 0


def test_sums_add_up_one_by_one() -> None:
    assert Sums(1, 2, 3, 4, 5, 6, 7, 8).plus(Sums(8, 7, 6, 5, 4, 3, 2, 1)) == Sums(*(9,) * 8)
