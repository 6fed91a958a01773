"""Steps of one's own on a goal's page: renamed, removed, brought back."""

import datetime as dt
import re

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import SearchEntry
from goals.models import Goal
from goals.relationships import add_steps

pytestmark = pytest.mark.django_db


@pytest.fixture
def goal(desk: Client, alice: User) -> Goal:
    today = alice.today()
    goal = Goal.objects.create(
        owner=alice, title="A mentor", counts="strength",
        starts_on=today, due_on=today + dt.timedelta(days=90),
    )  # fmt: skip
    add_steps(goal)
    for title in ("Raed her book", "Ask Ana"):
        desk.post(f"/goals/{goal.uid}/steps/", {"title": title})
    return goal


def own(goal: Goal) -> list[tuple[str, int, bool]]:
    steps = goal.steps.filter(kind="own")
    return [(step.title, step.position, step.done_on is not None) for step in steps]


def address(goal: Goal, act: str, position: int = 5) -> str:
    return f"/goals/{goal.uid}/steps/{position}/{act}/"


def test_a_mistyped_step_is_renamed(desk: Client, goal: Goal) -> None:
    shown = desk.get(goal.get_absolute_url()).content.decode()
    assert 'value="Raed her book"' in shown
    assert shown.count(address(goal, "rename")) == 1
    desk.post(address(goal, "rename"), {"title": "Read her book"})
    desk.post(address(goal, "rename"), {"title": " "})
    assert own(goal) == [("Read her book", 5, False), ("Ask Ana", 6, False)]
    assert "read her book" in SearchEntry.objects.get(target_uid=goal.uid).text


def test_it_is_removed_and_brought_back_as_it_was(desk: Client, goal: Goal) -> None:
    desk.post(address(goal, "done"))
    answer = desk.post(address(goal, "remove"), follow=True).content.decode()
    assert own(goal) == [("Ask Ana", 6, False)]
    assert "raed" not in SearchEntry.objects.get(target_uid=goal.uid).text
    undo = re.search(r'action="([^"]+/restore/[^"]*)"', answer)
    assert undo
    for _ in range(2):
        desk.post(undo[1].replace("&amp;", "&"))
    assert own(goal) == [("Raed her book", 5, True), ("Ask Ana", 6, False)]


@pytest.mark.parametrize("act", ["rename", "remove"])
def test_those_that_tick_themselves_stay_as_they_are(desk: Client, goal: Goal, act: str) -> None:
    assert desk.post(address(goal, act, 1), {"title": "x"}).status_code == 404
    assert goal.steps.count() == 6


def test_a_goal_that_counts_keeps_steps_too(desk: Client, alice: User) -> None:
    today = alice.today()
    pieces = Goal.objects.create(
        owner=alice, title="Publish six pieces", counts="brand", wanted=6,
        starts_on=today, due_on=today + dt.timedelta(days=90),
    )  # fmt: skip
    desk.post(f"/goals/{pieces.uid}/steps/", {"title": "Outline the first"})
    desk.post(address(pieces, "done", 1))
    shown = desk.get(pieces.get_absolute_url()).content.decode()
    assert "Outline the first" in shown
    assert address(pieces, "undo", 1) in shown
    assert "nothing yet" in shown
    assert "Outline" in SearchEntry.objects.get(target_uid=pieces.uid).text.title()


def test_a_goal_that_comes_round_asks_for_no_steps(desk: Client, alice: User) -> None:
    monthly = Goal.objects.create(
        owner=alice, title="Events", counts="events", rhythm="month", starts_on=alice.today()
    )
    assert "A step of my own" not in desk.get(monthly.get_absolute_url()).content.decode()
