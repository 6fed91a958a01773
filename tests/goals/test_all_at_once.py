"""All goals are read together: each stands as it would alone, and no more is asked for many."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from goals.kinds import Counted
from goals.models import Goal
from goals.progress import all_progress, progress_of
from interactions.helping import note_help
from interactions.models import FollowUp
from tests.house.crowds import add_crowd, add_events, add_goals, add_introductions, goal
from tests.makers import make_contact

pytestmark = pytest.mark.django_db


@pytest.fixture
def busy(alice: User) -> User:
    """Alice, with something of every kind done and planned."""
    people = add_crowd(alice, 6)
    add_events(alice, people)
    add_introductions(people)
    add_goals(alice, 6)
    for person in people:
        note_help(person, "given", alice.today())
    FollowUp.objects.filter(by="me").update(done_on=alice.today())
    return alice


def test_each_stands_as_it_would_alone(busy: User) -> None:
    today = busy.today()
    together = {each.goal.pk: each for each in all_progress(Goal.objects.of(busy), today)}
    assert len(together) == 6 * len(Counted.values)
    for alone in Goal.objects.of(busy):
        assert progress_of(alone, today) == together[alone.pk]
    counted = {each.goal.counts for each in together.values() if each.pace and each.pace.done}
    assert counted >= {"conversations", "help", "promises", "new_people", "events"}
    assert {each.goal.counts for each in together.values() if each.pace and each.pace.booked} == {
        "conversations",
        "events",
    }


@pytest.mark.parametrize("url", ["/goals/", "/"])
@pytest.mark.parametrize("counts", Counted.values)
def test_no_more_is_asked_for_eight_than_for_two(
    desk: Client, alice: User, counts: str, url: str
) -> None:
    people = [make_contact(alice, f"Person {at}") for at in range(8)]
    asked = []
    for number in (2, 8):
        Goal.objects.all().delete()
        for at in range(number):
            goal(alice, counts, 0, people[at]).save()
        desk.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(url).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]
