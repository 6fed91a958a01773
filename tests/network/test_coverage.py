"""Exact cases of how people cover a need, and what would close the gap."""

import pytest

from contacts.kinds import BenefitKind
from network.assessing import assess
from network.coverage import Action, cover
from network.needs import NOVEL, TRUST_CARRYING, Need, usefulness_of
from network.people import Person
from tests.network.acquaintances import CLIMATE, make_need, make_person

MENTOR = frozenset({"mentorship"})
NEWS = frozenset({"insight"})


def mentor(uid: str, strength: float, **facts: object) -> Person:
    return make_person(uid, strength, CLIMATE, benefits=MENTOR, **facts)


def test_every_benefit_is_of_one_sort() -> None:
    assert set(BenefitKind.values) == TRUST_CARRYING | NOVEL
    assert not TRUST_CARRYING & NOVEL


@pytest.mark.parametrize(
    ("strength", "trust", "novel", "less_digital"),
    [
        (0, 0, 0, 0),
        (15, 0, 0.5, 0.125),
        (20, 0, 2 / 3, 0.25),
        (30, 0.2, 1, 0.5),
        (50, 0.6, 1, 1),
        (70, 1, 1, 1),
        (100, 1, 1, 1),
    ],
)
def test_each_sort_of_need_asks_for_its_own_strength(
    strength: float, trust: float, novel: float, less_digital: float
) -> None:
    ann = make_person("ann", strength)

    assert usefulness_of(ann, make_need("referral")) == pytest.approx(trust)
    assert usefulness_of(ann, make_need("visibility")) == pytest.approx(novel)
    assert usefulness_of(ann, make_need("insight", is_less_digital=True)) == pytest.approx(
        less_digital
    )
    assert usefulness_of(ann, make_need("referral", is_less_digital=True)) == pytest.approx(trust)


def test_shared_contacts_cost_news_but_no_trust() -> None:
    bob = make_person("bob", 80, redundancy=0.5)

    assert usefulness_of(bob, make_need("insight")) == pytest.approx(0.8)
    assert usefulness_of(bob, make_need("mentorship")) == 1


def test_a_dormant_strong_tie_counts_for_what_it_was() -> None:
    eva = make_person("eva", 12, is_dormant=True, strength_at_last_contact=60, redundancy=0.5)
    once_moderate = make_person("fay", 12, is_dormant=True, strength_at_last_contact=59.9)

    assert usefulness_of(eva, make_need("support")) == 0.5
    assert usefulness_of(eva, make_need("opportunity")) == pytest.approx(0.7 * 0.8)
    assert usefulness_of(once_moderate, make_need("support")) == 0


def test_who_fits_counts_half_until_the_benefit_is_marked() -> None:
    ann = make_person("ann", 70, CLIMATE)
    bob = make_person("bob", 70, CLIMATE, benefits=MENTOR)
    cem = make_person("cem", 70, ("industry", "law"), benefits=MENTOR)

    found = cover(make_need(), [ann, bob, cem])

    assert [(part.person.uid, part.fit, part.points) for part in found.parts] == [
        ("bob", "marked", 1.0),
        ("ann", "unmarked", 0.5),
    ]
    assert found.share == 0.75
    assert found.fragility == 0.5
    assert found.without_best == 0.25


def test_a_need_for_one_person_is_met_by_that_person_alone() -> None:
    need = make_need(sought=("person", "ann"))

    found = cover(need, [make_person("ann", 45), mentor("bob", 90)])

    assert [part.person.uid for part in found.parts] == ["ann"]
    assert found.need.target == 1
    assert found.share == 0.5
    assert found.action == Action("deepen", ("ann",))


def test_a_person_asked_for_counts_however_faint() -> None:
    found = cover(make_need(sought=("person", "ann")), [make_person("ann", 0)])

    assert found.share == 0
    assert found.action == Action("deepen", ("ann",))


def test_nobody_else_can_fill_in_for_one_person() -> None:
    need = make_need("insight", ("person", "ann"))

    found = cover(need, [make_person("ann", 90, redundancy=0.5)])

    assert found.gap == pytest.approx(0.2)
    assert found.action == Action("keep")


def test_a_person_asked_for_whom_one_does_not_know_is_to_be_found() -> None:
    assert cover(make_need(sought=("person", "ann")), []).action == Action("expand", new_people=1)


def test_faint_people_do_not_count_but_are_named() -> None:
    found = cover(make_need("insight"), [make_person("zoe", 19.9, CLIMATE), mentor("ann", 20)])

    assert [part.person.uid for part in found.parts] == ["ann"]
    assert found.faint == ("zoe",)


def test_a_faint_tie_that_was_strong_counts() -> None:
    eva = mentor("eva", 5, is_dormant=True, strength_at_last_contact=75)

    found = cover(make_need(), [eva])

    assert found.points == 0.5
    assert found.faint == ()


def test_without_anybody_one_has_to_expand() -> None:
    found = cover(make_need("insight"), [])

    assert found.share == found.fragility == 0
    assert found.gap == 3
    assert found.action == Action("expand", new_people=3)


def test_a_covered_need_is_kept() -> None:
    found = cover(make_need(), [mentor("ann", 90), mentor("bob", 70), mentor("cem", 30)])

    assert found.share == 1
    assert found.fragility == pytest.approx(0.4)
    assert found.action == Action("keep")


def test_ties_are_deepened_where_that_is_enough() -> None:
    people = [mentor("ann", 70), mentor("bob", 45), mentor("cem", 25), mentor("dee", 70)]

    found = cover(make_need(wanted=3.0), people)

    assert found.gap == pytest.approx(0.4)
    assert found.room == pytest.approx(1.4)
    assert found.action == Action("deepen", ("cem",))


def test_a_dormant_tie_comes_first() -> None:
    eva = mentor("eva", 38, is_dormant=True, strength_at_last_contact=70)
    found = cover(make_need(), [mentor("ann", 65), mentor("bob", 21), eva])

    assert found.action == Action("reconnect", ("eva", "bob"))


def test_a_dormant_tie_without_room_is_no_way_to_close_a_gap() -> None:
    eva = make_person("eva", 40, CLIMATE, benefits=NEWS, is_dormant=True)
    bob = make_person("bob", 21, CLIMATE, benefits=NEWS)

    found = cover(make_need("insight", wanted=2.0), [eva, bob])

    assert found.action == Action("deepen", ("bob",))


def test_rounding_asks_for_nobody_new() -> None:
    found = cover(make_need(), [mentor("ann", 21), mentor("bob", 26)])

    assert found.gap > found.room  # by less than a computer can tell
    assert found.action == Action("deepen", ("ann", "bob"))


def test_a_large_gap_takes_both() -> None:
    found = cover(make_need(wanted=3.5), [mentor("ann", 45), mentor("bob", 70)])

    assert found.action == Action("deepen_and_expand", ("ann",), new_people=2)


def test_where_no_tie_has_room_one_expands() -> None:
    found = cover(make_need(wanted=2.5), [mentor("ann", 90)])

    assert found.action == Action("expand", new_people=2)


def test_importance_weighs_the_needs_of_an_aspiration() -> None:
    needs = [
        Need("one", CLIMATE, "mentorship", importance=3, wanted=1),
        Need("two", ("industry", "law"), "mentorship", importance=1),
    ]

    found = assess(needs, [mentor("ann", 70)])

    assert found.share == 0.75
    assert found.extensity == 1
    assert found.dependence() == [("ann", 0.75)]


def test_an_aspiration_names_whom_it_depends_on() -> None:
    law = ("industry", "law")
    ann = make_person("ann", 70, CLIMATE, law, benefits=MENTOR)
    needs = [Need("one", CLIMATE, "mentorship"), Need("two", law, "mentorship")]

    found = assess(needs, [mentor("bob", 45), ann]).dependence()

    assert [uid for uid, _ in found] == ["ann", "bob"]
    assert [loss for _, loss in found] == pytest.approx([0.5, 0.125])


def test_an_aspiration_without_needs_has_no_coverage() -> None:
    assert assess([], [mentor("ann", 70)]).share is None


@pytest.mark.parametrize(
    "wrong", [{"benefit": "money"}, {"importance": 4}, {"importance": 0}, {"wanted": 0.0}]
)
def test_a_need_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"benefit|importance|more than nothing"):
        make_need(**{"benefit": "insight", **wrong})  # type: ignore[arg-type] # wrong on purpose
