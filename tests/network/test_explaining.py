"""The reasons of a coverage, as codes and numbers."""

from network.coverage import Coverage, cover
from network.explaining import explain, explain_part
from network.people import Person
from tests.network.acquaintances import CLIMATE, make_need, make_person

MENTOR = frozenset({"mentorship"})


def told(coverage: Coverage) -> dict[str, dict[str, object]]:
    return {line.code: dict(line.facts) for line in explain(coverage)}


def told_of(person: Person, benefit: str = "mentorship") -> dict[str, dict[str, object]]:
    need = make_need(benefit)
    (part,) = cover(need, [person]).parts
    return {line.code: dict(line.facts) for line in explain_part(part, need)}


def test_a_need_that_nobody_serves_says_so() -> None:
    found = cover(make_need("insight"), [make_person("zoe", 3, CLIMATE)])

    assert told(found) == {"uncovered": {"target": 3}, "expand": {"new_people": 3, "faint": 1}}


def test_a_need_tells_whom_it_leans_on_and_what_would_help() -> None:
    found = cover(make_need(), [make_person("ann", 45, CLIMATE, benefits=MENTOR)])

    assert told(found) == {
        "covered": {"percent": 25, "points": 0.5, "target": 2, "people": 1},
        "leans_on": {"uid": "ann", "percent": 0},
        "deepen_and_expand": {"people": 1, "new_people": 1, "faint": 0},
    }


def test_a_need_that_many_serve_leans_on_nobody() -> None:
    people = [make_person(uid, 70, CLIMATE, benefits=MENTOR) for uid in "abc"]

    assert told(cover(make_need(), people)) == {
        "covered": {"percent": 100, "points": 3, "target": 2, "people": 3}
    }


def test_a_person_who_fits_tells_what_keeps_them_from_counting_in_full() -> None:
    eva = make_person("eva", 12, CLIMATE, is_dormant=True, strength_at_last_contact=70)

    assert told_of(make_person("ann", 90, CLIMATE, benefits=MENTOR)) == {"marked": {}}
    assert told_of(make_person("bob", 40, CLIMATE)) == {
        "unmarked": {"percent": 50},
        "distant": {"strength": 40, "full_from": 70},
    }
    assert told_of(eva) == {
        "unmarked": {"percent": 50},
        "dormant_strong": {"then": 70},
        "distant": {"strength": 12, "full_from": 70},
    }
    assert told_of(make_person("cem", 90, CLIMATE, redundancy=0.25), "insight") == {
        "unmarked": {"percent": 50},
        "overlap": {"percent": 10},
    }


def test_somebody_asked_for_by_name_fits_by_being_themselves() -> None:
    need = make_need(sought=("person", "ann"))
    (part,) = cover(need, [make_person("ann", 90)]).parts

    assert [line.code for line in explain_part(part, need)] == ["person"]
