"""What a card says about why somebody is on it."""

from typing import Any

from hypothesis import given

from planning.candidates import Candidate, Fit
from planning.ranking import ranked
from planning.reasons import Reason, reasons
from tests.planning.test_ranking import candidates, make_candidate


def codes(**facts: Any) -> list[str]:
    return [each.code for each in reasons(ranked(make_candidate(**facts)))]


def test_a_card_names_its_two_largest_parts() -> None:
    overdue, fading = reasons(ranked(make_candidate(days_since=34, loss=5.0, date_in=7)))

    assert (overdue.code, overdue.facts) == ("overdue", {"days_over": 4, "days_since": 34})
    assert fading == Reason("fading", 12.5, {"loss": 5.0, "days": 90})


def test_the_need_that_counts_is_named() -> None:
    fit = Fit(3, 1.0, True, name="a CFO as mentor")

    (aspiration,) = reasons(ranked(make_candidate(days_since=0, fits=(fit,))))

    assert aspiration.facts == {"need": "a CFO as mentor", "importance": 3, "has_gap": True}


def test_a_promise_leads_its_card() -> None:
    promise, overdue = reasons(ranked(make_candidate(promise_in=-2, days_since=34, loss=5)))

    assert promise == Reason("promise", None, {"due_in": -2})
    assert overdue.code == "overdue"


def test_a_date_of_tomorrow_leads_its_card_though_other_parts_are_larger() -> None:
    far_overdue = {"days_since": 90, "loss": 20.0}

    assert codes(date_in=1, **far_overdue) == ["date", "overdue"]
    assert codes(date_in=2, **far_overdue) == ["overdue", "fading"]


def test_who_was_never_met_is_said_to_be_so() -> None:
    (overdue,) = reasons(ranked(make_candidate(days_since=None, days_since_chosen=40)))

    assert overdue.facts == {"days_over": 10, "days_since": None}


def test_where_nothing_speaks_for_somebody_nothing_is_said() -> None:
    assert codes(days_since=None) == []


@given(candidates)
def test_reasons_are_few_and_the_larger_comes_first(candidate: Candidate[int]) -> None:
    found = ranked(candidate)
    told = [each for each in reasons(found) if each.points is not None]

    assert len(reasons(found)) <= 2
    assert all(each.points for each in told)
    if found.tier == 3:
        points = [each.points or 0.0 for each in told]
        assert points == sorted(points, reverse=True)
        assert sum(points) <= found.parts.total + 1e-9
