"""What must hold for every history, tried on random ones."""

from dataclasses import asdict, replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from strength.events import Favour, History, Rated, Touch
from strength.forecasting import score_in
from strength.recalling import curve
from strength.scoring import Strength, Sums, score, stored, sums_at
from strength.weights import CHANNELS, DEPTHS
from tests.strength.histories import TODAY, days_ago, rated

TOLERANCE = 1e-7
often = settings(max_examples=120, deadline=None)

past_days = some.integers(0, 2500).map(days_ago)
coming_days = some.integers(1, 900).map(lambda days: days_ago(-days))
answers = some.none() | some.integers(1, 5) | some.floats(1, 5, width=16)
touches = some.builds(
    Touch,
    past_days,
    some.sampled_from(list(CHANNELS)),
    some.sampled_from(list(DEPTHS)),
    some.integers(1, 30),
    some.booleans(),
)
ratings = some.builds(
    Rated,
    past_days,
    answers,
    answers,
    answers,
    some.sampled_from([False] * 9 + [True]),
)
favours = some.builds(Favour, past_days, some.booleans(), some.sampled_from([0.5, 1.0, 2.0]))
acquaintances = some.none() | some.integers(0, 9000).map(days_ago)
unknowns = some.builds(
    History,
    some.lists(touches, max_size=15).map(tuple),
    some.just(()),
    some.lists(favours, max_size=5).map(tuple),
    acquaintances,
    some.just(TODAY),
)
histories = some.builds(replace, unknowns, ratings=some.lists(ratings, max_size=6).map(tuple))


def strength_of(history: History, today: date = TODAY) -> Strength:
    return score(sums_at(history, today))


def score_of(history: History, today: date = TODAY) -> float:
    return strength_of(history, today).score


def with_touch(history: History, *more: Touch) -> History:
    return replace(history, touches=history.touches + more)


def with_rating(history: History, *more: Rated) -> History:
    return replace(history, ratings=history.ratings + more)


@often
@given(histories)
def test_score_and_half_width_keep_within_their_limits(history: History) -> None:
    strength = strength_of(history)

    assert 0 <= strength.score <= 100
    assert 4 <= strength.half_width <= 20
    assert strength.low <= strength.score


@often
@given(histories, some.integers(1, 4000), some.integers(1, 4000))
def test_silence_never_raises_nor_sharpens_it(history: History, days: int, more: int) -> None:
    sums = sums_at(history, TODAY)
    earlier, later = score(sums.after(days)), score(sums.after(days + more))

    assert later.score <= earlier.score + TOLERANCE
    assert later.half_width >= earlier.half_width - TOLERANCE
    assert later.score >= score(sums).floor - TOLERANCE


@often
@given(histories, some.integers(0, 4000))
def test_the_closed_form_is_the_recomputation(history: History, days: int) -> None:
    assert score_in(sums_at(history, TODAY), days) == pytest.approx(
        score_of(history, days_ago(-days)), abs=TOLERANCE
    )


@often
@given(histories, touches)
def test_one_more_conversation_never_lowers_it(history: History, touch: Touch) -> None:
    assert score_of(with_touch(history, touch)) >= score_of(history) - TOLERANCE


@often
@given(histories, favours)
def test_one_more_favour_never_lowers_it(history: History, favour: Favour) -> None:
    helped = replace(history, favours=(*history.favours, favour))

    assert score_of(helped) >= score_of(history) - TOLERANCE


@often
@given(histories, touches, some.integers(1, 2500))
def test_a_conversation_moved_to_a_later_empty_day_never_lowers_it(
    history: History, touch: Touch, days: int
) -> None:
    moved = replace(touch, on=touch.on + timedelta(days=days))
    taken = {each.on for each in history.touches}
    assume(moved.on <= TODAY and not taken & {touch.on, moved.on})

    before, after = with_touch(history, touch), with_touch(history, moved)

    assert score_of(after) >= score_of(before) - TOLERANCE


@often
@given(histories, touches, some.sampled_from(list(CHANNELS)), some.sampled_from(list(DEPTHS)))
def test_a_richer_channel_or_depth_is_never_worse(
    history: History, touch: Touch, channel: str, depth: str
) -> None:
    other = replace(touch, channel=channel, depth=depth)
    poorer, richer = sorted((touch, other), key=Touch.credit)

    assert score_of(with_touch(history, richer)) >= (
        score_of(with_touch(history, poorer)) - TOLERANCE
    )


@often
@given(histories, touches, some.integers(1, 50))
def test_a_larger_group_is_never_better(history: History, touch: Touch, more: int) -> None:
    crowd = replace(touch, people=touch.people + more)

    assert score_of(with_touch(history, crowd)) <= score_of(with_touch(history, touch)) + TOLERANCE


@often
@given(histories, past_days, some.floats(1, 5), some.floats(1, 5), some.booleans())
def test_a_higher_rating_never_scores_below_a_lower_one(
    history: History, day: date, one: float, other: float, changed_things: bool
) -> None:
    assume(day not in {each.on for each in history.ratings})
    lower, higher = (
        with_rating(history, rated(day, each, changed_things=changed_things))
        for each in sorted((one, other))
    )

    assert score_of(higher) >= score_of(lower) - TOLERANCE


@often
@given(histories, past_days, some.floats(0, 1))
def test_a_rating_above_the_mean_never_lowers_it(
    history: History, day: date, surplus: float
) -> None:
    mean = strength_of(history).m
    assume(mean is not None and day not in {each.on for each in history.ratings})
    assert mean is not None
    answer = 1 + 4 * (mean + surplus * (1 - mean))

    assert score_of(with_rating(history, rated(day, answer))) >= score_of(history) - TOLERANCE


@often
@given(unknowns, past_days, some.floats(3.4, 5))
def test_a_good_first_rating_never_lowers_it(history: History, day: date, answer: float) -> None:
    assert score_of(with_rating(history, rated(day, answer))) >= score_of(history) - TOLERANCE


def test_a_bad_rating_may_lower_it() -> None:
    history = History((Touch(TODAY),) * 3, (rated(days_ago(30), 5),))

    assert score_of(with_rating(history, rated(TODAY, 1))) < score_of(history) - 1


@often
@given(histories, coming_days, answers)
def test_what_lies_ahead_never_matters(history: History, day: date, answer: float | None) -> None:
    ahead = replace(
        history,
        touches=(*history.touches, Touch(day)),
        ratings=(*history.ratings, rated(day, answer, changed_things=True)),
        favours=(*history.favours, Favour(day, given=True)),
    )

    assert sums_at(ahead, TODAY) == sums_at(history, TODAY)
    assert stored(ahead, TODAY) == stored(history, TODAY)


@often
@given(histories, some.integers())
def test_the_order_of_entry_is_irrelevant(history: History, seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - shuffles a test, guards nothing
    other = replace(
        history,
        touches=tuple(dice.sample(history.touches, len(history.touches))),
        ratings=tuple(dice.sample(history.ratings, len(history.ratings))),
        favours=tuple(dice.sample(history.favours, len(history.favours))),
    )

    assert sums_at(other, TODAY) == sums_at(history, TODAY)


@often
@given(histories, some.integers(0, 400))
def test_stored_sums_are_the_same_on_any_day(history: History, days: int) -> None:
    day = days_ago(-days)

    assert asdict(stored(history, TODAY).brought_to(day)) == pytest.approx(
        asdict(sums_at(history, day)), abs=TOLERANCE
    )


@often
@given(histories, some.integers(1, 1500), some.integers(2, 40))
def test_the_curve_adds_events_one_by_one_to_the_same_scores(
    history: History, days: int, points: int
) -> None:
    walked = curve(history, days_ago(days), TODAY, points)

    assert len(walked) == min(points, days + 1)
    assert [value for _, value in walked] == pytest.approx(
        [score_of(history, day) for day, _ in walked], abs=TOLERANCE
    )


def test_nothing_known_is_nothing() -> None:
    assert sums_at(History(), TODAY) == Sums()
