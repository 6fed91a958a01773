"""How many stand how close, counted."""

import pytest
from hypothesis import given

from contacts.kinds import Circle
from network.layers import CIRCLES, layers
from network.people import Person
from tests.network.acquaintances import crowds, make_person, often


def test_circles_are_those_that_one_chooses_from() -> None:
    assert [name for name, _ in CIRCLES] == Circle.values


def test_bands_are_told_by_head_and_by_strength() -> None:
    people = [
        make_person("ann", 80),
        make_person("bob", 79.9),
        make_person("cem", 40),
        make_person("dee", 20),
        make_person("zoe", 19.9),
    ]

    found = layers(people)

    assert (found.people, found.faint) == (4, 1)
    assert found.weight == pytest.approx(2.199)
    assert [(band.name, band.people, band.by_head) for band in found.bands] == [
        ("core", 1, 0.25),
        ("strong", 1, 0.25),
        ("moderate", 1, 0.25),
        ("weak", 1, 0.25),
    ]
    assert [band.by_strength for band in found.bands] == pytest.approx(
        [80 / 219.9, 79.9 / 219.9, 40 / 219.9, 20 / 219.9]
    )


def test_circles_add_up_from_the_inside_beside_what_each_tends_to_hold() -> None:
    people = [make_person(f"inner {number}", 70, circle="inner") for number in range(6)]
    people += [make_person("ann", 50, circle="close"), make_person("bob", 5, circle="close")]
    people += [make_person("cem", 50, circle="outer"), make_person("dee", 50)]

    found = layers(people)

    assert [
        (each.name, each.people, each.faint, each.cumulative, each.capacity)
        for each in found.circles
    ] == [
        ("inner", 6, 0, 6, 5),
        ("close", 1, 1, 7, 15),
        ("active", 0, 0, 7, 50),
        ("wider", 0, 0, 7, 150),
        ("outer", 1, 0, 8, None),
    ]
    assert found.circles[0].weight == pytest.approx(4.2)
    assert found.without_circle == 1


def test_dormant_ties_are_told_and_the_once_strong_among_them() -> None:
    people = [
        make_person("ann", 60),
        make_person("eva", 30, is_dormant=True, strength_at_last_contact=65.0),
        make_person("fay", 30, is_dormant=True, strength_at_last_contact=45.0),
        make_person("gus", 15, is_dormant=True, strength_at_last_contact=60.0),
        make_person("hal", 80, strength_at_last_contact=90.0),
    ]

    found = layers(people)

    assert (found.dormant.people, found.dormant.by_head) == (2, 0.5)
    assert found.dormant.by_strength == pytest.approx(0.3)
    assert (found.dormant_strong.people, found.dormant_strong.by_head) == (1, 0.25)
    assert found.faint_dormant_strong == 1


def test_an_empty_network_has_no_shares() -> None:
    found = layers([])

    assert found.people == found.faint == 0
    assert all(band.by_head is None and band.by_strength is None for band in found.bands)


@often
@given(crowds)
def test_everybody_who_counts_stands_in_one_band(people: tuple[Person, ...]) -> None:
    found = layers(people)

    assert sum(band.people for band in found.bands) == found.people
    assert found.people + found.faint == len(people)
    assert sum(band.weight for band in found.bands) == pytest.approx(found.weight)
    if found.people:
        assert sum(band.by_head or 0 for band in found.bands) == pytest.approx(1)
        assert sum(band.by_strength or 0 for band in found.bands) == pytest.approx(1)
    assert found.dormant_strong.people <= found.dormant.people <= found.people
    cumulative = [each.cumulative for each in found.circles]
    assert cumulative == sorted(cumulative)
    assert cumulative[-1] + found.without_circle == found.people
