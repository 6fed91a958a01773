"""Networks that others published, entered as people who met: the map and the assessment make sense.

The files lie beside the checkout where there are any; elsewhere these tests are skipped.
"""

import csv
from collections import Counter
from itertools import pairwise
from math import hypot
from pathlib import Path

import pytest
from django.test import Client

from accounts.models import User
from contacts.adding import PersonDraft, add_people
from contacts.models import Contact, Organisation
from interactions.models import Interaction, Participant
from network.gathering import gather
from network.plotting import plot
from network.snapshots import assess_now

FOLDER = Path(__file__).parents[3] / "shared/samples/network"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="no published networks at hand")


def rows(name: str) -> list[list[str]]:
    with (FOLDER / name).open(newline=None) as stream:
        return list(csv.reader(stream))[1:]


def les_miserables() -> dict[tuple[str, str], int]:
    return {(one, other): int(n) for one, other, n in rows("networkx__les_miserables-edges.csv")}


def ice_and_fire() -> dict[tuple[str, str], int]:
    edges = rows("asoiaf__book1-edges.csv")
    return {(row[0], row[1]): int(row[3]) for row in edges}


def karate() -> dict[tuple[str, str], int]:
    return {(one, other): int(n) for one, other, n in rows("networkx__karate-edges.csv")}


def southern_women() -> dict[tuple[str, str], int]:
    """Whoever attended the same event."""
    attended: dict[str, list[str]] = {}
    for first, second in rows("networkx__davis_southern_women-attendance.csv"):
        event, person = (first, second) if first.startswith("E") and first[1:].isdigit() else (
            second, first,
        )  # fmt: skip
        attended.setdefault(event, []).append(person)
    pairs: Counter[tuple[str, str]] = Counter()
    for people in attended.values():
        there = sorted(people)
        pairs.update((one, other) for at, one in enumerate(there) for other in there[at + 1 :])
    return dict(pairs)


def enter(owner: User, edges: dict[tuple[str, str], int]) -> dict[str, Contact]:
    """One conversation for each tie, two for those who met often; the strength from the degree."""
    degrees = Counter(name for pair in edges for name in pair)
    names = sorted(degrees)
    people = dict(zip(names, add_people(owner, [PersonDraft(given=n) for n in names]), strict=True))
    most = max(degrees.values())
    for name, person in people.items():
        person.strength = 100 * degrees[name] / most
    Contact.objects.bulk_update(people.values(), ["strength"])
    pairs = [pair for pair, times in edges.items() for _ in range(min(2, times))]
    today = owner.today()
    talks = Interaction.objects.bulk_create(Interaction(owner=owner, on=today) for _ in pairs)
    Participant.objects.bulk_create(
        Participant(interaction=talk, contact=people[name])
        for talk, pair in zip(talks, pairs, strict=True)
        for name in set(pair)
    )
    return people


@pytest.mark.parametrize(
    "published", [les_miserables, ice_and_fire, karate, southern_women], ids=lambda f: f.__name__
)
def test_everybody_is_on_the_map_with_all_ties_the_closest_in_the_middle(
    alice: User, desk: Client, published: object
) -> None:
    edges = published()  # type: ignore[operator] # one of the functions above
    people = enter(alice, edges)
    known = gather(alice)
    assert len(known.relations) == len({frozenset(pair) for pair in edges if len(set(pair)) == 2})
    spots = plot(known.people, "circle").spots
    distances = [hypot(spot.x, spot.y) for spot in spots]
    assert all(nearer <= farther + 30 for nearer, farther in pairwise(distances))
    shown = desk.get("/network/map/").content.decode()
    assert shown.count("<title>") == len(people) + 1
    assert desk.get("/network/").status_code == 200


def test_valjean_hangs_together_with_nearly_everybody(alice: User) -> None:
    enter(alice, les_miserables())
    Contact.objects.update(strength=50)
    found = assess_now(alice)[1]["structure"]
    assert found["people"] == 77
    assert found["relations"] == 254
    assert [group["people"] for group in found["groups"]] == [77]
    assert found["effective_size"] == pytest.approx(77 - 2 * 254 / 77, abs=4)


def test_the_karate_club_falls_into_its_two_halves_on_the_map(alice: User) -> None:
    people = enter(alice, karate())
    clubs = dict(rows("networkx__karate-nodes.csv"))
    for name, person in people.items():
        person.jobs.create(
            organisation=Organisation.objects.get_or_create(owner=alice, name=clubs[name])[0]
        )
    plotted = plot(gather(alice).people, "organisation")
    assert sorted(plotted.sizes) == sorted(Counter(clubs.values()).values())
