"""Plain makers of people and relations, and random ones for what must hold for all."""

from hypothesis import settings
from hypothesis import strategies as some

from network.needs import NOVEL, TRUST_CARRYING, Need
from network.people import Mark, Person
from network.relations import KNOWN, WORKED_TOGETHER, Relation

TOLERANCE = 1e-9
CLIMATE: Mark = ("industry", "climate")
NAMES = tuple("abcdefgh")

often = settings(max_examples=100, deadline=None)


def make_person(uid: str, strength: float = 50.0, *marks: Mark, **facts: object) -> Person:
    return Person(uid, strength, frozenset(marks), **facts)  # type: ignore[arg-type] # passed on


def make_need(benefit: str = "mentorship", sought: Mark = CLIMATE, **facts: object) -> Need:
    return Need("need", sought, benefit, **facts)  # type: ignore[arg-type] # passed on


strengths = some.integers(0, 100) | some.floats(0, 100)
benefits = some.sampled_from(sorted(TRUST_CARRYING | NOVEL))
marks = some.tuples(
    some.sampled_from(["industry", "organisation"]), some.sampled_from(["climate", "law", "steel"])
)


def people_named(uid: str) -> some.SearchStrategy[Person]:
    return some.builds(
        Person,
        some.just(uid),
        strengths,
        some.frozensets(marks, max_size=4),
        some.frozensets(benefits, max_size=4),
        some.sampled_from(["", "inner", "close", "active", "wider", "outer"]),
        some.floats(0, 1),
        some.booleans(),
        some.none() | strengths,
    )


someone = people_named("a")
crowds = some.lists(some.sampled_from(NAMES), unique=True).flatmap(
    lambda uids: some.tuples(*(people_named(uid) for uid in uids))
)
needs = some.builds(
    Need,
    some.just("need"),
    marks | some.tuples(some.just("person"), some.sampled_from(NAMES)),
    benefits,
    some.sampled_from([1, 2, 3]),
    some.none() | some.floats(0.5, 6),
    some.booleans(),
)
relations = some.lists(
    some.builds(
        Relation,
        some.sampled_from(NAMES),
        some.sampled_from(NAMES),
        some.sampled_from([0.1, KNOWN, WORKED_TOGETHER]),
    ),
    max_size=16,
)
weights = some.dictionaries(some.sampled_from(NAMES), some.floats(0.05, 1), min_size=1)
