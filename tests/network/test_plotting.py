"""Where people stand on the map: the closer the nearer, each group together, nobody covered."""

from itertools import pairwise
from math import hypot, pi

from hypothesis import given
from hypothesis import strategies as st

from network.plotting import LARGEST, OTHERS, SPACING, UNKNOWN, apart, plot
from tests.network.acquaintances import make_person


def test_the_closer_stands_nearer_to_the_middle() -> None:
    people = [make_person("far", 10), make_person("near", 90), make_person("between", 50)]
    spots = plot(people, "industry").spots
    assert [spot.person.uid for spot in spots] == ["near", "between", "far"]
    distances = [hypot(spot.x, spot.y) for spot in spots]
    assert distances == sorted(distances)


def test_the_only_one_of_a_small_group_stands_as_near_as_anybody() -> None:
    many = [make_person(f"p{n}", 15, ("industry", "energy")) for n in range(150)]
    ana = make_person("ana", 86, ("industry", "banking"))
    first, *others = plot([*many, ana], "industry").spots
    assert first.person.uid == "ana"
    assert hypot(first.x, first.y) < min(hypot(spot.x, spot.y) for spot in others) / 2


AROUND = (-pi / 2, 3 * pi / 2)


@given(st.lists(st.floats(*AROUND), max_size=40), st.floats(0.01, 2 * pi / 40))
def test_marks_on_a_ring_keep_their_order_and_stand_apart(angles: list[float], gap: float) -> None:
    moved = apart(sorted(angles), gap, AROUND)
    assert all(after - before > gap - 1e-9 for before, after in pairwise(moved))
    if moved:
        assert moved[0] >= AROUND[0]
        assert moved[-1] <= AROUND[1] + 1e-9


def test_marks_that_stand_apart_already_stay_where_they_are() -> None:
    assert apart([0.0, 1.0, 2.5], 0.5, AROUND) == [0.0, 1.0, 2.5]
    assert apart([1.0, 1.0], 0.5, AROUND) == [0.75, 1.25]


def test_nobody_stands_on_the_names_of_the_levels_above_the_middle() -> None:
    for number in (20, 120, 700):
        people = [make_person(f"p{n}", 21 + n % 5) for n in range(number)]
        spots = plot(people, "industry").spots
        assert min(abs(spot.x) for spot in spots if spot.y < 0) > 60


def test_two_thousand_people_stand_apart_and_always_at_the_same_places() -> None:
    people = [make_person(f"p{n}", (n * 37) % 100, ("industry", f"i{n % 11}")) for n in range(2000)]
    plotted = plot(people, "industry")
    assert plotted == plot(list(reversed(people)), "industry")
    spots = sorted(plotted.spots, key=lambda spot: spot.x)
    too_close = 0
    for place, one in enumerate(spots):
        for other in spots[place + 1 :]:
            if other.x - one.x > SPACING / 2:
                break
            too_close += hypot(one.x - other.x, one.y - other.y) < SPACING / 2
    assert too_close == 0


def test_small_groups_stand_together_and_the_unknown_apart() -> None:
    people = [make_person(f"p{n}", 50, ("industry", f"i{n}")) for n in range(LARGEST + 3)]
    plotted = plot([*people, make_person("nobody knows")], "industry")
    assert plotted.groups[LARGEST:] == (OTHERS, UNKNOWN)
    assert plotted.sizes[LARGEST:] == (3, 1)


def test_whoever_is_several_things_stands_with_the_largest_group() -> None:
    both = make_person("both", 50, ("role", "friend"), ("role", "client"))
    others = [make_person(name, 50, ("role", "friend")) for name in "ab"]
    assert plot([both, *others], "role").groups == ("friend",)


def test_nobody_leaves_an_empty_map() -> None:
    assert plot([], "circle").spots == ()
