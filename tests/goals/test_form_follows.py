"""The form of a goal waits with advice until one begins, and a page without a person offers one."""

import datetime as dt

import pytest
from django.test import Client

from accounts.models import User
from goals.models import Goal
from tests.makers import make_contact, make_user


@pytest.mark.parametrize(
    "address", ["", "?template=event", "?template=contact", "?template=mentor"]
)
def test_it_does_not_scold_before_a_word_is_written(desk: Client, address: str) -> None:
    assert "What would make it better" not in desk.get(f"/goals/new/{address}").content.decode()


def test_what_is_proposed_is_weighed_at_once(desk: Client, alice: User) -> None:
    due = alice.today() + dt.timedelta(days=5)
    shown = desk.get(f"/goals/new/?counts=strength&target_strength=95&due_on={due}")
    assert "No number of meetings leads to strength 95" in shown.content.decode()


def test_the_letters_are_written_out(desk: Client) -> None:
    sent = {"title": "Talk", "counts": "conversations", "wanted": "3", "rhythm": "month"}
    shown = desk.post("/goals/new/", {**sent, "check": "1"}).content.decode()
    for word in ("Specific", "Yours", "Relevant", "Time-bound"):
        assert f'<span class="goal-letter">{word}</span>' in shown


def test_a_day_that_a_rhythm_hides_stops_nothing(desk: Client, alice: User) -> None:
    past = alice.today() - dt.timedelta(days=9)
    sent = {"title": "Talk", "counts": "conversations", "wanted": "3", "rhythm": "month"}
    assert desk.post("/goals/new/", {**sent, "due_on": past}).status_code == 302
    assert Goal.objects.of(alice).get().due_on is None


@pytest.fixture
def goal(alice: User) -> Goal:
    due = alice.today() + dt.timedelta(days=90)
    return Goal.objects.create(
        owner=alice, title="A mentor", counts="strength", target_strength=50,
        starts_on=alice.today(), due_on=due,
    )  # fmt: skip


def test_a_goal_without_a_person_offers_to_name_one(desk: Client, goal: Goal) -> None:
    ana = make_contact(goal.owner, "Ana Pereira")
    shown = desk.get(goal.get_absolute_url()).content.decode()
    assert 'name="person_typed"' in shown
    desk.post(f"/goals/{goal.uid}/person/", {"person_typed": "ana pereira"})
    goal.refresh_from_db()
    assert goal.person == ana
    assert 'name="person_typed"' not in desk.get(goal.get_absolute_url()).content.decode()


def test_who_is_not_known_cannot_be_chosen(desk: Client, goal: Goal) -> None:
    theirs = make_contact(make_user(), "Secret Friend")
    for sent, told in (
        ({"person_typed": "Secret Friend"}, "You know nobody called “Secret Friend” yet."),
        ({"person": str(theirs.uid)}, "You know nobody called"),
        ({}, "Choose or name somebody."),
    ):
        answer = desk.post(f"/goals/{goal.uid}/person/", sent)
        assert answer.status_code == 422
        assert told in answer.text
        assert f"{sent.get('person_typed', '')}</textarea>" in answer.text
        goal.refresh_from_db()
        assert goal.person is None
