"""Facts, dormancy and scores of days gone by."""

from dataclasses import replace

import pytest

from strength.events import Favour, History, Rated, Touch
from strength.facts import (
    Facts,
    dormant_after,
    facts_of,
    is_dormant,
    is_dormant_strong,
    usual_interval,
)
from strength.recalling import curve, score_at_last_contact, strength_on
from tests.strength.histories import TODAY, days_ago, make_rhythm, rated

MONTHLY = make_rhythm(30, answer=4.4)


def test_facts_count_two_way_days_only() -> None:
    history = History(
        (
            Touch(days_ago(400)),
            Touch(days_ago(20)),
            Touch(days_ago(20), "message"),
            Touch(days_ago(3), "message", answered=False),
            Touch(days_ago(-5)),
        ),
        (
            rated(days_ago(400), 2),
            rated(days_ago(20), 5, changed_things=True),
            Rated(days_ago(10)),
            rated(days_ago(-5), 5),
        ),
        (Favour(days_ago(9), True), Favour(days_ago(8), False), Favour(days_ago(-8), False)),
    )

    assert facts_of(history, TODAY) == Facts(
        first_day=days_ago(400),
        last_two_way_day=days_ago(20),
        days_in_touch=2,
        days_in_touch_last_year=1,
        rating_count=1,
        rating_since=days_ago(20),
        given_count=1,
        received_count=1,
    )


def test_facts_count_today_and_a_year_of_days() -> None:
    history = History(
        tuple(Touch(days_ago(days)) for days in (0, 364, 365)),
        (rated(TODAY, 4),),
        (Favour(TODAY, given=True),),
    )
    facts = facts_of(history, TODAY)

    assert (facts.last_two_way_day, facts.days_in_touch) == (TODAY, 3)
    assert facts.days_in_touch_last_year == 2
    assert (facts.rating_count, facts.given_count) == (1, 1)


def test_no_history_has_no_facts() -> None:
    assert facts_of(History(), TODAY) == Facts()


def test_the_usual_interval_is_the_mean_gap() -> None:
    assert usual_interval(days_ago(90), TODAY, 4) == 30
    assert usual_interval(days_ago(90), TODAY, 2) == 90
    assert usual_interval(TODAY, TODAY, 1) == 45


@pytest.mark.parametrize(
    ("gap", "silent_days"),
    [
        pytest.param(7, 180, id="weekly: half a year at least"),
        pytest.param(30, 240, id="monthly: eight intervals"),
        pytest.param(182, 1095, id="half-yearly: three years at most"),
    ],
)
def test_a_tie_is_dormant_after_eight_usual_intervals(gap: int, silent_days: int) -> None:
    first, last = days_ago(silent_days + 10 * gap), days_ago(silent_days)

    assert dormant_after(first, last, 11) == silent_days
    assert is_dormant(first, last, 11, TODAY)
    assert not is_dormant(first, last, 11, days_ago(1))


def test_a_single_day_in_touch_is_dormant_after_a_year() -> None:
    assert is_dormant(days_ago(360), days_ago(360), 1, TODAY)
    assert not is_dormant(days_ago(359), days_ago(359), 1, TODAY)


def test_who_was_never_met_is_not_dormant() -> None:
    assert not is_dormant(None, None, 0, TODAY)


def test_a_dormant_strong_tie_was_strong_at_the_last_contact() -> None:
    silent = make_rhythm(30, answer=4.4, silent_days=365)
    facts, at_last = facts_of(silent, TODAY), score_at_last_contact(silent, TODAY)

    assert at_last == pytest.approx(65.137487, abs=1e-6)
    assert is_dormant_strong(facts, at_last, TODAY)
    assert is_dormant_strong(facts, 60, TODAY)
    assert not is_dormant_strong(facts, 59.9, TODAY)
    assert not is_dormant_strong(facts, at_last, days_ago(200))
    assert not is_dormant_strong(facts, None, TODAY)


def test_an_unanswered_message_is_no_last_contact() -> None:
    attempt = Touch(TODAY, "message", answered=False)
    history = replace(MONTHLY, touches=(*MONTHLY.touches[3:], attempt))

    assert score_at_last_contact(History((attempt,)), TODAY) is None
    assert score_at_last_contact(history, TODAY) == strength_on(history, days_ago(90)).score


def test_the_curve_starts_and_ends_on_the_days_asked_for() -> None:
    walked = curve(MONTHLY, days_ago(1000), TODAY)

    assert len(walked) == 120
    assert [walked[0][0], walked[-1][0]] == [days_ago(1000), TODAY]
    assert [walked[0][1], walked[-1][1]] == pytest.approx(
        [strength_on(MONTHLY, day).score for day in (days_ago(1000), TODAY)]
    )


def test_the_curve_falls_on_the_day_of_a_reset() -> None:
    broken = replace(
        MONTHLY, ratings=(*MONTHLY.ratings, rated(days_ago(5), 1, changed_things=True))
    )

    scores = dict(curve(broken, days_ago(10), TODAY))

    assert scores[days_ago(5)] < scores[days_ago(6)] - 30
    assert scores[TODAY] == pytest.approx(strength_on(broken, TODAY).score)


def test_the_curve_knows_a_reset_without_answers_on_its_last_day() -> None:
    earlier = tuple(each for each in MONTHLY.ratings if each.on < TODAY)
    broken = replace(MONTHLY, ratings=(*earlier, Rated(TODAY, changed_things=True)))

    assert strength_on(broken, TODAY).m is None
    assert curve(broken, days_ago(9), TODAY)[-1][1] == pytest.approx(
        strength_on(broken, TODAY).score
    )
