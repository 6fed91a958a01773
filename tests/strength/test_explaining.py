"""Every point of a score has its reason."""

from dataclasses import replace

import pytest

from strength.events import Favour, History, Touch
from strength.explaining import Line, explain
from strength.facts import facts_of
from strength.scoring import score, sums_at
from strength.wording import sentence
from tests.strength.histories import TODAY, days_ago, make_rhythm, rated

MONTHLY = make_rhythm(30, answer=4.4, silent_days=12)


def lines_of(history: History) -> dict[str, Line]:
    lines = explain(sums_at(history, TODAY), facts_of(history, TODAY), TODAY)
    return {line.code: line for line in lines}


def test_the_points_of_the_four_parts_add_up_to_the_score() -> None:
    helped = replace(MONTHLY, favours=(Favour(days_ago(60), given=True),))
    parts = [line for line in lines_of(helped).values() if line.points is not None]

    assert [line.code for line in parts] == ["rating", "contact", "history", "help"]
    assert [line.maximum for line in parts] == [40, 30, 20, 10]
    assert sum(line.points or 0 for line in parts) == pytest.approx(
        score(sums_at(helped, TODAY)).score
    )


def test_each_part_tells_what_it_rests_on() -> None:
    favours = (
        Favour(days_ago(9), given=True),
        Favour(days_ago(9), given=True),
        Favour(days_ago(9), given=False),
    )
    lines = lines_of(replace(MONTHLY, favours=favours))

    assert lines["rating"].facts == {
        "mean": pytest.approx(4.4),
        "count": 37,
        "half_life_days": 365,
    }
    assert lines["contact"].facts == {"days_in_touch": 12, "days_ago": 12, "half_life_days": 102}
    assert lines["history"].facts == {"meetings": 37}
    assert lines["help"].facts == {"given": 2, "received": 1}


def test_an_unrated_tie_says_what_is_presumed() -> None:
    lines = lines_of(make_rhythm(30))

    assert "rating" not in lines
    assert lines["presumed"].facts == {"limit": 24}
    assert lines["presumed"].maximum == 40


def test_a_low_rating_says_what_it_leaves_of_the_rest() -> None:
    assert lines_of(make_rhythm(7, answer=1.4))["gate"].facts == {"percent": pytest.approx(60)}
    assert "gate" not in lines_of(MONTHLY)


def test_little_information_is_admitted() -> None:
    lines = lines_of(History((Touch(TODAY),), (rated(TODAY, 4),)))

    assert lines["uncertain"].facts == {
        "score": pytest.approx(24.938462),
        "half_width": pytest.approx(13.142857),
    }
    assert "uncertain" not in lines_of(MONTHLY)


def test_a_score_is_told_as_the_meter_shows_it() -> None:
    told = sentence(Line("uncertain", facts={"score": 59.6, "half_width": 12.6}))
    assert told == "Based on little information: 59 ± 13."


def test_nothing_known_claims_nothing() -> None:
    lines = lines_of(History())

    assert lines["unknown"].facts == {"half_width": 20}
    assert lines["contact"].facts["days_ago"] is None
    assert not {"uncertain", "forecast", "gate"} & lines.keys()


def test_the_forecast_names_band_and_day() -> None:
    lines = lines_of(History((Touch(TODAY),), (rated(TODAY, 4),)))

    assert lines["forecast"].facts == {"band": "faint", "days": 57, "on": days_ago(-57)}


def test_a_mismatch_is_named_either_way() -> None:
    neglected = lines_of(History((), (rated(TODAY, 5),)))
    thin = lines_of(make_rhythm(7, answer=1.4))

    assert neglected["neglected"].facts == {"mean": 5, "contact_percent": 0}
    assert thin["thin"].facts["mean"] == pytest.approx(1.4)
    assert not {"neglected", "thin"} & lines_of(MONTHLY).keys()
