"""Silence, meetings, rhythms: what the sums say about the days ahead."""

from dataclasses import replace

import pytest

from strength.estimating import estimated_touches
from strength.events import History, Touch
from strength.forecasting import (
    days_until_below,
    forecast_curve,
    gain_from_meeting,
    loss_in,
    meetings_needed,
    next_band_down,
    score_in,
)
from strength.scoring import Sums, score, sums_at
from tests.strength.histories import (
    TODAY,
    days_ago,
    make_rhythm,
    rated,
)

GOOD_MEETING = sums_at(History((Touch(TODAY),), (rated(TODAY, 4),)), TODAY)
QUARTERLY = sums_at(make_rhythm(91, answer=4), TODAY)


def test_a_good_first_meeting_fades_in_two_months() -> None:
    assert score_in(GOOD_MEETING, 30) == pytest.approx(22.000135, abs=1e-6)
    assert score_in(GOOD_MEETING, 365) == pytest.approx(11.683822, abs=1e-6)
    assert next_band_down(GOOD_MEETING) == ("faint", 57)
    assert loss_in(GOOD_MEETING, 90) == pytest.approx(24.938462 - 18.041481, abs=1e-6)


def test_the_day_below_a_threshold_is_the_first_one() -> None:
    days = days_until_below(QUARTERLY, 40)

    assert days is not None
    assert score_in(QUARTERLY, days) < 40 <= score_in(QUARTERLY, days - 1)


def test_it_is_below_a_higher_threshold_today() -> None:
    assert days_until_below(GOOD_MEETING, 60) == 0


def test_silence_never_takes_it_below_shared_history() -> None:
    strength = score(QUARTERLY)

    assert days_until_below(QUARTERLY, strength.floor - 0.001) is None
    assert days_until_below(QUARTERLY, strength.floor + 1) is not None


def test_the_lowest_band_leads_nowhere() -> None:
    assert next_band_down(Sums()) is None


def test_a_forecast_starts_today_and_ends_on_its_last_day() -> None:
    curve = forecast_curve(QUARTERLY, TODAY, 365, points=50)

    assert len(curve) == 50
    assert curve[0] == (TODAY, score(QUARTERLY).score)
    assert curve[-1] == (days_ago(-365), score_in(QUARTERLY, 365))
    assert [day for day, _ in curve] == sorted({day for day, _ in curve})


def test_a_short_forecast_has_a_point_for_every_day() -> None:
    assert len(forecast_curve(QUARTERLY, TODAY, 7)) == 8
    assert len(forecast_curve(QUARTERLY, TODAY, 0)) == 1


def test_the_gain_of_a_meeting_is_what_logging_it_brings() -> None:
    history = make_rhythm(91, answer=4, silent_days=50)
    sums = sums_at(history, TODAY)
    logged = replace(history, touches=(*history.touches, Touch(TODAY)))

    gain = score(sums_at(logged, TODAY)).score - score(sums).score

    assert gain > 1
    assert gain_from_meeting(sums) == pytest.approx(gain)


def test_a_second_meeting_on_one_day_gains_less() -> None:
    call = Touch(TODAY, "phone")
    history = History((call,))
    sums = sums_at(history, TODAY)
    logged = replace(history, touches=(call, Touch(TODAY)))

    gain = score(sums_at(logged, TODAY)).score - score(sums).score

    assert gain_from_meeting(sums, [call]) == pytest.approx(gain)
    assert gain_from_meeting(sums, [call]) < gain_from_meeting(sums)
    assert gain_from_meeting(sums, [Touch(TODAY, depth="deep")] * 3) == 0


def test_the_meetings_needed_reach_the_target_and_one_fewer_does_not() -> None:
    history = make_rhythm(91, answer=4, silent_days=91)
    sums = sums_at(history, TODAY)
    needed = meetings_needed(sums, 50, 90)

    def score_after(count: int) -> float:
        ahead = tuple(Touch(days_ago(place * 90 // count - 90)) for place in range(count))
        return score(
            sums_at(replace(history, touches=history.touches + ahead), days_ago(-90))
        ).score

    assert needed is not None
    assert needed > 1
    assert score_after(needed) >= 50 > score_after(needed - 1)


def test_each_meeting_needs_a_day_of_its_own() -> None:
    assert meetings_needed(Sums(), 30, 3) is None
    assert meetings_needed(Sums(), 30, 30) is not None


def test_more_than_a_hundred_meetings_are_no_advice() -> None:
    assert meetings_needed(Sums(), 65, 1000) is None


def test_rated_meetings_reach_a_target_that_unrated_ones_cannot() -> None:
    stranger = Sums()

    assert meetings_needed(stranger, 80, 365) is None
    assert meetings_needed(stranger, 80, 365, rated_as=5) is not None


def test_no_meeting_is_needed_for_what_silence_keeps() -> None:
    assert meetings_needed(QUARTERLY, 30, 30) == 0
    assert meetings_needed(QUARTERLY, score(QUARTERLY).score + 0.5, 0) == 1
    assert meetings_needed(QUARTERLY, 100, 0) is None


@pytest.mark.parametrize(("every_days", "points"), [(30, 61), (7, 75)])
def test_an_imported_best_friend_starts_where_the_rhythm_says(every_days: int, points: int) -> None:
    known_since = days_ago(3653)
    history = History(
        tuple(estimated_touches(every_days, TODAY, known_since)),
        (rated(TODAY, 5),),
        known_since=known_since,
        added_on=TODAY,
    )

    assert round(score(sums_at(history, TODAY)).score) == points


def test_a_friend_imported_without_a_rhythm_starts_low() -> None:
    friend = History(ratings=(rated(TODAY, 5),), known_since=days_ago(3653), added_on=TODAY)
    met_today = replace(friend, touches=(Touch(TODAY),))

    assert round(score(sums_at(friend, TODAY)).score) == 33
    assert round(score(sums_at(met_today, TODAY)).score) == 41


def test_estimated_conversations_run_back_from_the_last_contact() -> None:
    touches = estimated_touches(30, days_ago(10))

    assert touches[0] == Touch(days_ago(10))
    assert touches[1] == Touch(days_ago(40))
    assert len(touches) == 37


def test_nothing_is_estimated_before_the_acquaintance() -> None:
    known_for_a_quarter = estimated_touches(30, TODAY, known_since=days_ago(91))

    assert [touch.on for touch in known_for_a_quarter] == [
        days_ago(each) for each in (0, 30, 60, 90)
    ]
    assert estimated_touches(30, days_ago(100), known_since=days_ago(91)) == []


def test_a_rhythm_is_one_day_or_longer() -> None:
    assert len(estimated_touches(1, TODAY, known_since=days_ago(6))) == 7
    with pytest.raises(ValueError, match="one day"):
        estimated_touches(0, TODAY)
