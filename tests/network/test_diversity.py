"""Exact cases of diversity, homophily, concentration and reach."""

from math import exp, log

import pytest

from network.diversity import (
    by_strength,
    concentration_of_people,
    diversity,
    homophily,
    reach,
    spread,
)
from network.people import Person
from tests.network.acquaintances import make_person

LADDER = ("student", "junior", "senior", "director", "executive")


def worker(uid: str, strength: float, *industries: str) -> Person:
    return make_person(uid, strength, *(("industry", each) for each in industries))


def test_diversity_is_told_as_a_number_of_equally_large_groups() -> None:
    found = spread({"finance": 4, "tech": 3, "health": 2, "education": 1})

    assert found is not None
    assert list(found.shares) == ["finance", "tech", "health", "education"]
    assert found.effective == pytest.approx(3.5961, abs=1e-4)
    assert found.blau == pytest.approx(0.7)
    assert found.inverse_simpson == pytest.approx(10 / 3)
    assert found.evenness == pytest.approx(0.9232, abs=1e-4)
    assert found.largest == ("finance", 0.4)


def test_a_single_group_is_as_concentrated_as_can_be() -> None:
    found = spread({"finance": 7, "tech": 0})

    assert found is not None
    assert found.effective == found.inverse_simpson == found.concentration == 1
    assert found.blau == 0
    assert found.evenness is None


def test_nothing_has_no_spread() -> None:
    assert spread({}) is None
    assert spread({"finance": 0}) is None


def test_strong_ties_may_be_less_diverse_than_contacts() -> None:
    people = [worker("ann", 90, "law"), worker("bob", 30, "steel"), worker("cem", 30, "tech")]

    found = diversity(people, "industry")

    assert found.by_head.spread is not None
    assert found.by_strength.spread is not None
    assert found.by_head.spread.effective == pytest.approx(3)
    assert dict(found.by_strength.spread.shares) == pytest.approx(
        {"law": 0.6, "steel": 0.2, "tech": 0.2}
    )
    assert found.by_strength.spread.effective == pytest.approx(
        exp(-0.6 * log(0.6) - 0.4 * log(0.2))
    )


def test_the_unknown_are_left_out_and_told_beside() -> None:
    people = [worker("ann", 80, "law"), worker("bob", 40, "tech"), worker("cem", 80)]

    found = diversity(people, "industry")

    assert found.by_head.known == pytest.approx(2 / 3)
    assert found.by_strength.known == pytest.approx(0.6)
    assert found.by_head.spread == spread({"law": 1, "tech": 1})


def test_faint_people_do_not_count() -> None:
    people = [worker("ann", 20, "law"), worker("zoe", 19.9, "tech")]

    assert diversity(people, "industry").by_head.spread == spread({"law": 1})


def test_without_anybody_nothing_is_known() -> None:
    found = diversity([], "industry")

    assert found.by_head.spread is None
    assert found.by_head.known is None


def test_whoever_is_several_things_is_shared_out() -> None:
    people = [worker("ann", 50, "law", "tech"), worker("bob", 50, "law")]

    found = diversity(people, "industry").by_head.spread

    assert found is not None
    assert dict(found.shares) == {"law": 0.75, "tech": 0.25}


def test_likeness_is_seen_by_head_and_by_strength() -> None:
    people = [
        worker("ann", 80, "law"),
        worker("bob", 40, "tech"),
        worker("cem", 40, "steel", "tech"),
        worker("dee", 90),
    ]

    one_by_one = homophily(people, "industry", ["law"])
    weighted = homophily(people, "industry", ["law"], by_strength)
    several = homophily(people, "industry", ["law", "steel"])

    assert one_by_one is not None
    assert weighted is not None
    assert several is not None
    assert (one_by_one.same, one_by_one.other) == (1, 2)
    assert one_by_one.index == pytest.approx(1 / 3)
    assert weighted.index == pytest.approx(0)
    assert several.index == pytest.approx(-1 / 3)


def test_likeness_is_unknown_while_oneself_or_everybody_is() -> None:
    nobody = homophily([worker("ann", 80)], "industry", ["law"])

    assert homophily([worker("ann", 80, "law")], "industry", []) is None
    assert nobody is not None
    assert nobody.index is None


def test_strength_in_few_people_is_concentrated() -> None:
    found = concentration_of_people([worker("ann", 90), worker("bob", 30), worker("zoe", 5)])

    assert found is not None
    assert found.largest == ("ann", 0.75)
    assert found.concentration == pytest.approx(0.625)
    assert found.inverse_simpson == pytest.approx(1.6)


def test_reach_goes_from_the_lowest_to_the_highest_position() -> None:
    people = [
        make_person("ann", 50, ("seniority", "senior")),
        make_person("bob", 30, ("seniority", "executive")),
        make_person("cem", 30, ("seniority", "senior")),
        make_person("zoe", 10, ("seniority", "student")),
        make_person("eva", 50, ("seniority", "wizard")),
    ]

    found = reach(people, LADDER)

    assert (found.positions, found.highest, found.lowest, found.steps) == (
        2,
        "executive",
        "senior",
        2,
    )
    assert reach([], LADDER).highest is None
