"""Help over a year: what went which way, for whom to do something, and who may be asked."""

from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as some

from network.balancing import NAMED, Favour, balance
from tests.network.acquaintances import NAMES, often

WEIGHTS = {"small": 0.5, "medium": 1.0, "large": 2.0}
favours = some.lists(
    some.builds(
        lambda uid, is_given, size: Favour(uid, is_given, size, WEIGHTS[size]),
        some.sampled_from(NAMES),
        some.booleans(),
        some.sampled_from(sorted(WEIGHTS)),
    )
)
strengths = some.dictionaries(some.sampled_from(NAMES), some.floats(0, 100))


def favour(uid: str, direction: str, size: str = "medium") -> Favour:
    return Favour(uid, direction == "given", size, WEIGHTS[size])


def test_a_year_without_help_says_nothing() -> None:
    found = balance([], {})
    assert found.people == ()
    assert (found.given_weight, found.received_weight) == (0, 0)


def test_who_helped_more_is_somebody_to_do_something_for() -> None:
    found = balance(
        [favour("ann", "received", "large"), favour("ann", "given"), favour("bob", "received")],
        {"ann": 50, "bob": 50},
    )
    assert found.good_turn == ("ann", "bob")
    assert found.may_be_asked == ()
    assert [(each.uid, each.given, each.received) for each in found.people] == [
        ("ann", 1, 1), ("bob", 0, 1),
    ]  # fmt: skip
    assert dict(found.received) == {"large": 1, "medium": 1}


def test_only_who_is_close_enough_may_be_asked() -> None:
    given = [favour("ann", "given"), favour("bob", "given"), favour("cem", "given")]
    assert balance(given, {"ann": 40, "bob": 39.9}).may_be_asked == ("ann",)


def test_a_balance_asks_for_nothing() -> None:
    found = balance([favour("ann", "given"), favour("ann", "received")], {"ann": 90})
    assert found.good_turn == found.may_be_asked == ()


@often
@given(favours, strengths)
def test_every_favour_is_counted_once_and_nobody_is_on_both_lists(
    every: list[Favour], close: dict[str, float]
) -> None:
    found = balance(every, close)
    assert sum(found.given.values()) + sum(found.received.values()) == len(every)
    assert sum(each.given + each.received for each in found.people) == len(every)
    assert fsum(each.given_weight for each in found.people) == pytest.approx(found.given_weight)
    weights = [each.weight for each in found.people]
    assert weights == sorted(weights, reverse=True)
    assert not set(found.good_turn) & set(found.may_be_asked)
    assert max(len(found.good_turn), len(found.may_be_asked)) <= NAMED
