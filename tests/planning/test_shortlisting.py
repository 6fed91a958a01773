"""A few cards a day, which stay where they are."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from planning.candidates import Candidate
from planning.ranking import OTHER, Parts, Ranked, rank
from planning.shortlisting import LARGEST_SIZE, ShortList, short_list
from tests.planning.test_ranking import make_candidate, networks

EXAMPLES = Path(__file__).parents[3] / "shared" / "spec" / "planning_examples.json"


def make_ranked(
    who: str, priority: float, tier: int | None = 3, group: str | None = None, **facts: Any
) -> Ranked[str]:
    out = "contacted" if tier is None else None
    candidate = Candidate(who, 30, group=group, **facts)
    return Ranked(candidate, Parts(priority, 0, 0, 0), priority, tier, out)


ITEMS = [
    make_ranked("d", 20, tier=1),
    make_ranked("a", 80, group="Acme"),
    make_ranked("b", 70, group="Acme"),
    make_ranked("c", 60, group="Acme"),
    make_ranked("e", 50, is_reconnection=True),
    make_ranked("f", 45, is_reconnection=True),
    make_ranked("g", 30),
    make_ranked("h", 24),
    make_ranked("i", 0, tier=None),
]


def ids(found: ShortList[Any]) -> str:
    return "".join(str(each.id) for each in found.cards)


def test_the_items_here_are_those_of_the_published_example() -> None:
    if not EXAMPLES.exists():
        pytest.skip("the examples are not at hand")
    published = json.loads(EXAMPLES.read_text())["daily_list"]

    found = [
        make_ranked(
            item["id"],
            item["priority"],
            item["tier"],
            item.get("group"),
            is_reconnection=item.get("reconnect", False),
        )
        for item in published["items"]
    ]

    assert sorted(found, key=lambda each: each.id) == sorted(ITEMS, key=lambda each: each.id)
    assert ids(short_list(ITEMS, 3)) == "".join(published["size_3"])
    assert ids(short_list(ITEMS, 5)) == "".join(published["size_5"])


def test_one_company_has_two_places_and_the_past_has_one() -> None:
    found = short_list(ITEMS, 5)

    assert ids(found) == "dabeg"
    assert [each.id for each in found.more] == ["c", "f"]


def test_five_cards_are_the_most() -> None:
    many = [make_ranked(letter, 90) for letter in "abcdefgh"]

    assert ids(short_list(many, 8)) == "abcde"
    assert ids(short_list(many)) == "abc"


def test_nobody_may_need_me_today() -> None:
    quiet = [make_ranked("a", 24.9), make_ranked("b", 0, tier=None)]

    found = short_list(quiet)

    assert (found.cards, found.more) == ((), ())


def test_a_promise_needs_no_points() -> None:
    assert ids(short_list([make_ranked("a", 0, tier=1), make_ranked("b", 0, tier=2)])) == "ab"


def test_cards_keep_their_places_whatever_comes() -> None:
    assert ids(short_list(ITEMS, 3, kept=["g", "h"])) == "ghd"
    assert ids(short_list(ITEMS, 3, kept=["c", "f", "g"])) == "cfgd"


def test_promises_and_dates_find_a_place_though_the_list_is_full() -> None:
    urgent = [make_ranked(letter, 0, tier=2) for letter in "vwxyz"]
    usual = [make_ranked(letter, 90) for letter in "abcd"]

    assert ids(short_list([*urgent[:1], *usual], 3, kept=["a", "b", "c"])) == "abcv"
    assert ids(short_list([*urgent, *usual], 3, kept=["a", "b", "c"])) == "abcvw"
    assert ids(short_list([*urgent[:4], *usual], 3)) == "vwxy"
    assert ids(short_list([*urgent[:1], *usual], 0)) == "v"


def test_a_kept_card_goes_when_it_is_done_out_or_gone() -> None:
    kept = ["a", "g", "i", "z"]

    assert ids(short_list(ITEMS, 3, kept)) == "agd"
    assert ids(short_list(ITEMS, 3, kept, settled={"a"})) == "gdb"


def test_what_is_settled_does_not_come_back_today() -> None:
    found = short_list(ITEMS, 3, settled={"a", "d"})

    assert ids(found) == "bce"
    assert {"a", "d"}.isdisjoint(each.id for each in found.more)


def test_kept_cards_count_for_their_company() -> None:
    assert ids(short_list(ITEMS, 5, kept=["c", "b"])) == "cbdeg"


@given(networks, some.integers(1, 5), some.lists(some.integers(1, 1000), max_size=5))
def test_the_snoozed_never_appear(
    network: list[Candidate[int]], size: int, kept: list[int]
) -> None:
    found = short_list(rank(network), size, [*kept, *(each.id for each in network)])

    shown = [each.candidate for each in (*found.cards, *found.more)]
    assert not any(each.is_snoozed for each in shown)
    assert len({each.id for each in shown}) == len(shown)
    assert len(found.cards) <= LARGEST_SIZE


@given(networks, some.integers(1, 5))
def test_only_promises_and_dates_make_the_list_longer(
    network: list[Candidate[int]], size: int
) -> None:
    cards = short_list(rank(network), size).cards

    assert len(cards) <= size or all(each.tier != OTHER for each in cards)


@given(networks, some.integers(1, 5))
def test_asking_again_shows_the_same_cards(network: list[Candidate[int]], size: int) -> None:
    first = short_list(rank(network), size)
    kept = [each.id for each in first.cards]

    assert short_list(rank(network), size, kept) == first


@given(networks, some.integers(1, 5), some.integers(0, 4))
def test_a_card_done_makes_room_and_moves_no_other(
    network: list[Candidate[int]], size: int, place: int
) -> None:
    before = [each.id for each in short_list(rank(network), size).cards]
    done = before[place : place + 1]

    after = [each.id for each in short_list(rank(network), size, before, done).cards]

    left = [one for one in before if one not in done]
    assert after[: len(left)] == left
    assert not set(done) & set(after)


def test_ranking_and_list_go_together() -> None:
    network = [
        make_candidate(id=1, days_since=90, loss=9.0),
        make_candidate(id=2, days_since=90, loss=9.0),
        make_candidate(id=3, days_since=1, promise_in=0),
        make_candidate(id=4, days_since=2),
    ]

    assert ids(short_list(rank(network))) == "312"
