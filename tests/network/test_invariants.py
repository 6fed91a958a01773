"""What must hold for every network, tried on random ones."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from network.assessing import assess
from network.coverage import cover
from network.diversity import Homophily, diversity, spread
from network.explaining import explain, explain_part
from network.needs import Need, ceiling_of, usefulness_of
from network.people import Person, counted
from network.relations import Relation, neighbours
from network.structure import overlaps, structure
from tests.network.acquaintances import (
    TOLERANCE,
    benefits,
    crowds,
    make_person,
    needs,
    often,
    people_named,
    relations,
    someone,
    strengths,
)

some_weights = some.dictionaries(
    some.text(max_size=3), some.integers(0, 50) | some.floats(0, 50), max_size=8
)


def with_redundancy(people: tuple[Person, ...], among: list[Relation]) -> list[Person]:
    """As the room computes it."""
    known = neighbours(among, [person.uid for person in people])
    found = overlaps(known, [person.uid for person in counted(people)])
    return [replace(person, redundancy=found[person.uid]) for person in people]


@often
@given(needs, someone, strengths)
def test_a_stronger_tie_never_serves_less(need: Need, person: Person, strength: float) -> None:
    weaker, stronger = sorted((person.strength, strength))

    before = usefulness_of(replace(person, strength=weaker), need)
    after = usefulness_of(replace(person, strength=stronger), need)

    assert 0 <= before <= after <= ceiling_of(person, need) <= 1


@often
@given(some.lists(needs, min_size=1, max_size=4), crowds, relations, some.data())
def test_coverage_never_falls_when_a_tie_strengthens(
    wanted: list[Need], people: tuple[Person, ...], among: list[Relation], data: some.DataObject
) -> None:
    stronger = tuple(
        replace(person, strength=data.draw(some.floats(person.strength, 100))) for person in people
    )

    before = assess(wanted, with_redundancy(people, among)).share
    after = assess(wanted, with_redundancy(stronger, among)).share

    assert before is not None
    assert after is not None
    assert after >= before - TOLERANCE


@often
@given(crowds, relations, some.floats(0, 19.9))
def test_whoever_knows_nobody_and_is_unknown_changes_nobodys_redundancy(
    people: tuple[Person, ...], among: list[Relation], strength: float
) -> None:
    stranger = make_person("a stranger", strength)

    assert with_redundancy((*people, stranger), among)[:-1] == with_redundancy(people, among)


@often
@given(crowds, relations)
def test_among_those_who_count_it_is_the_redundancy_of_equal_ties(
    people: tuple[Person, ...], among: list[Relation]
) -> None:
    close = tuple(replace(person, strength=50.0) for person in people)
    found = structure({person.uid: 1.0 for person in close}, among).redundancy

    for person in with_redundancy(close, among):
        assert person.redundancy == pytest.approx(found[person.uid])


@often
@given(needs, crowds, benefits)
def test_coverage_never_falls_when_a_benefit_is_marked(
    need: Need, people: tuple[Person, ...], benefit: str
) -> None:
    marked = [replace(person, benefits=person.benefits | {benefit}) for person in people]

    assert cover(need, marked).share >= cover(need, people).share - TOLERANCE


@often
@given(needs, crowds, people_named("someone new"))
def test_coverage_never_falls_when_one_more_is_known(
    need: Need, people: tuple[Person, ...], more: Person
) -> None:
    assert cover(need, [*people, more]).share >= cover(need, people).share - TOLERANCE


@often
@given(needs, crowds)
def test_fragility_is_at_most_the_coverage(need: Need, people: tuple[Person, ...]) -> None:
    found = cover(need, people)

    assert 0 <= found.fragility <= found.share + TOLERANCE
    assert found.share <= 1
    if found.best is not None:
        others = [person for person in people if person.uid != found.best.person.uid]
        assert found.without_best == pytest.approx(cover(need, others).share)
        assert all(found.loss_without(part) <= found.fragility + TOLERANCE for part in found.parts)


@often
@given(needs, crowds)
def test_an_action_closes_the_gap_and_asks_for_no_more(
    need: Need, people: tuple[Person, ...]
) -> None:
    assume(not need.is_for_one_person)
    found = cover(need, people)
    action = found.action

    room = sum(part.room for part in found.parts if part.person.uid in action.who)

    assert room + action.new_people >= found.gap - 2e-8
    if action.new_people:
        assert found.room + action.new_people - 1 < found.gap
    if action.course in ("reconnect", "deepen"):
        of_each = {part.person.uid: part.room for part in found.parts}
        rooms = [
            of_each[uid] for uid in action.who
        ]  # the last is asked because those before leave a gap
        assert action.who
        assert sum(rooms) - rooms[-1] < found.gap + TOLERANCE
    assert (action.course == "keep") == (found.gap <= TOLERANCE)
    assert ("expand" in action.course) == bool(action.new_people)


@often
@given(needs, crowds)
def test_what_an_action_asks_for_covers_the_need(need: Need, people: tuple[Person, ...]) -> None:
    assume(not need.is_for_one_person)
    action = cover(need, people).action
    followed = [
        replace(person, strength=100.0) if person.uid in action.who else person for person in people
    ]
    new = [
        make_person(f"new {each}", 100, need.sought, benefits=frozenset({need.benefit}))
        for each in range(action.new_people)
    ]

    assert cover(need, [*followed, *new]).share == pytest.approx(1, abs=1e-7)


@often
@given(needs, crowds, some.randoms())
def test_the_order_of_people_is_irrelevant(
    need: Need,
    people: tuple[Person, ...],
    dice: Random,
) -> None:
    other = list(people)
    dice.shuffle(other)

    assert cover(need, other) == cover(need, people)


@often
@given(some.lists(needs, max_size=4), crowds)
def test_losing_somebody_costs_what_the_dependence_tells(
    wanted: list[Need], people: tuple[Person, ...]
) -> None:
    found = assess(wanted, people)

    for uid, loss in found.dependence():
        left = assess(wanted, [person for person in people if person.uid != uid]).share
        assert found.share is not None
        assert left == pytest.approx(found.share - loss)


@often
@given(needs, crowds)
def test_every_need_and_every_part_has_a_reason(need: Need, people: tuple[Person, ...]) -> None:
    found = cover(need, people)

    assert explain(found)[0].points == pytest.approx(found.points, abs=1e-12)
    for part in found.parts:
        assert explain_part(part, need)[0].code == part.fit


@often
@given(some_weights)
def test_the_effective_number_lies_between_one_and_the_groups(weights: dict[str, float]) -> None:
    found = spread(weights)
    assume(found is not None)
    assert found is not None
    groups = len(found.shares)

    assert sum(found.shares.values()) == pytest.approx(1)
    assert 1 - TOLERANCE <= found.inverse_simpson <= found.effective + TOLERANCE
    assert found.effective <= groups + TOLERANCE
    assert 1 / groups - TOLERANCE <= found.concentration <= 1 + TOLERANCE
    assert found.evenness is None or -TOLERANCE <= found.evenness <= 1 + TOLERANCE


@often
@given(crowds, strengths)
def test_somebody_unknown_changes_the_known_share_only(
    people: tuple[Person, ...], strength: float
) -> None:
    before = diversity(people, "industry")
    after = diversity([*people, make_person("unknown", max(strength, 20))], "industry")

    assert after.by_head.spread == before.by_head.spread
    assert after.by_strength.spread == before.by_strength.spread
    if before.by_head.spread is not None:
        assert (after.by_head.known or 0) < (before.by_head.known or 0)
        assert (after.by_strength.known or 0) < (before.by_strength.known or 0)


@often
@given(some.floats(0, 1e6), some.floats(0, 1e6))
def test_likeness_turns_its_sign_with_the_sides(same: float, other: float) -> None:
    index = Homophily(same, other).index
    assume(index is not None)
    assert index is not None

    assert -1 <= index <= 1
    assert Homophily(other, same).index == pytest.approx(-index)
