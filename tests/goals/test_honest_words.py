"""What the pages say of a goal fits what it counts and what is known of it."""

import datetime as dt

import pytest
from django.test import Client

from accounts.models import User
from goals.models import BrandActivity, Goal
from tests.makers import make_event

MONTHLY = {"title": "A goal", "wanted": "2", "rhythm": "month"}


def checked(desk: Client, **sent: str) -> str:
    return desk.post("/goals/new/", {**MONTHLY, **sent, "check": "1"}).content.decode()


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ("brand", ""),
        ("events", ""),
        ("help", "It counts with anybody."),
        ("conversations", "Anything with anybody counts."),
    ],
)
def test_only_what_can_be_narrowed_is_called_broad(desk: Client, counts: str, words: str) -> None:
    shown = checked(desk, counts=counts)
    assert words in shown
    assert ("anybody" in shown.partition('id="goal-advice"')[2]) == bool(words)


def test_two_are_not_answered_with_the_one_i_do_already(desk: Client, alice: User) -> None:
    last_month = alice.today().replace(day=1) - dt.timedelta(days=3)
    make_event(alice, starts_on=last_month, going="attended")
    shown = checked(desk, counts="events")
    assert "You want 2; your best of late was 1." in shown
    assert "1 would be demanding" not in shown


def test_a_goal_made_just_now_has_no_pace(desk: Client, alice: User) -> None:
    goal = Goal.objects.create(
        owner=alice, title="Publish", counts="brand", wanted=2, starts_on=alice.today(),
        due_on=alice.today() + dt.timedelta(days=30),
    )  # fmt: skip
    shown = desk.get(goal.get_absolute_url()).content.decode()
    assert "there is no pace to go by" in shown
    assert "enough" not in shown
    BrandActivity.objects.create(owner=alice, title="A talk", kind="talk", on=alice.today())
    assert "At this pace you will have" in desk.get(goal.get_absolute_url()).content.decode()
