"""Whose place it is among the dormant strong ties, with what the assessment knows of them."""

import pytest

from accounts.models import User
from contacts.models import Contact
from network.models import Snapshot
from network.snapshots import compute
from planning.drawing_up import ranking_of
from tests.makers import make_contact, make_interaction, make_rating
from tests.planning.people_of_a_day import TODAY, day, make_dormant

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]


def order(user: User) -> list[str]:
    names = dict(Contact.objects.of(user).values_list("pk", "given"))
    dormant = (each for each in ranking_of(user, TODAY).people if each.candidate.is_reconnection)
    return [names[each.id] for each in dormant]


def test_who_leads_to_people_whom_one_knows_anyway_is_woken_after_who_leads_elsewhere(
    alice: User,
) -> None:
    ana, ben = make_dormant(alice, "Ana"), make_dormant(alice, "Ben", days_since=1190)
    make_rating(ana, 4)
    make_rating(ben, 3)
    assert order(alice) == ["Ana", "Ben"]

    cem = make_contact(alice, "Cem", strength=80)
    for days in (1300, 1250):
        make_interaction(alice, ana, cem, on=day(days))
    compute(alice)

    found = Snapshot.objects.get(owner=alice).findings["dormant_redundancy"]
    assert found == {str(ana.uid): 0.5}  # worked with the one who counts, and is faint herself
    assert order(alice) == ["Ben", "Ana"]  # 1/2 · 1 before 3/4 · (1 - 1/2)


def test_more_of_them_are_told_apart_than_the_network_lists(alice: User) -> None:
    cem = make_contact(alice, "Cem", strength=80)
    dormant = [make_dormant(alice, f"Dee {n}") for n in range(25)]
    for person in dormant:
        make_interaction(alice, person, cem, on=day(1300))
    compute(alice)
    found = Snapshot.objects.get(owner=alice).findings
    assert len(found["dormant"]) == 20
    assert found["dormant_redundancy"].keys() == {str(person.uid) for person in dormant}
