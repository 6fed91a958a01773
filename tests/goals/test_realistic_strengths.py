"""A strength to reach lies above today's and can be reached in time; else the form says so."""

import datetime as dt

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact
from goals.models import Aspiration, Goal, Need
from goals.proposing import SERVES_FULLY
from network.needs import TRUST_RAMP
from tests.makers import make_contact, make_interaction, make_rating

NOBODY_YET = {"title": "A mentor", "counts": "strength", "check": "1"}


def met(owner: User, times: int) -> Contact:
    """Once a week, and well each time."""
    eva = make_contact(owner, "Eva Lindqvist")
    for week in range(times):
        on = owner.today() - dt.timedelta(weeks=week)
        make_interaction(owner, eva, on=on)
        make_rating(eva, 4, 4, 4, on=on)
    return eva


def proposed(desk: Client, owner: User, person: Contact) -> dict[str, object]:
    wish = Aspiration.objects.create(owner=owner, kind="new_job", title="Lead")
    need = Need.objects.create(
        owner=owner, aspiration=wish, sought="person", person=person, benefit="sponsorship"
    )
    form = desk.get(f"/goals/new/?need={need.uid}").context["form"]
    sent = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in sent.items() if value}


@pytest.mark.parametrize(("times", "target"), [(0, 50), (3, 50), (8, 60), (20, 70)])
def test_the_goal_for_one_person_is_not_met_when_it_opens(
    desk: Client, alice: User, times: int, target: int
) -> None:
    sent = proposed(desk, alice, met(alice, times))
    assert sent["target_strength"] == target
    shown = desk.post("/goals/new/", sent, follow=True).content.decode()
    assert "good meetings more" in shown
    assert "Reached: strength" not in shown


def test_serving_fully_means_the_same_in_both_rooms() -> None:
    assert TRUST_RAMP.full == SERVES_FULLY


def test_a_goal_that_is_met_already_is_told(desk: Client, alice: User) -> None:
    eva, due = met(alice, 8), alice.today() + dt.timedelta(days=180)
    sent = {**NOBODY_YET, "person": str(eva.uid), "due_on": due}
    told = "Strength 50 is there today"
    assert told in desk.post("/goals/new/", {**sent, "target_strength": 50}).content.decode()
    assert told not in desk.post("/goals/new/", {**sent, "target_strength": 60}).content.decode()
    few = {**sent, "person": str(met(alice, 1).uid), "target_strength": 20}
    assert "is there today" not in desk.post("/goals/new/", few).content.decode()


def test_a_goal_that_was_reached_needs_no_advice(desk: Client, alice: User) -> None:
    eva, due = met(alice, 8), alice.today() + dt.timedelta(days=180)
    sent = {"title": "Eva", "counts": "strength", "person": str(eva.uid), "due_on": due}
    shown = desk.post("/goals/new/", {**sent, "target_strength": 50}, follow=True)
    assert "What would make it better" not in shown.content.decode()


@pytest.mark.parametrize(
    ("days", "target", "words"),
    [
        (5, 95, "No number of meetings leads to strength 95 by then."),
        (60, 60, "good meetings, one every"),
        (182, 50, ""),
    ],
)
def test_with_nobody_chosen_it_reckons_with_somebody_met_once(
    desk: Client, alice: User, days: int, target: int, words: str
) -> None:
    due = alice.today() + dt.timedelta(days=days)
    sent = {**NOBODY_YET, "target_strength": target, "due_on": due}
    shown = desk.post("/goals/new/", sent).content.decode()
    if words:
        assert words in shown
    else:
        assert "good meetings, one every" not in shown
        assert "No number of meetings" not in shown


def test_the_bar_of_a_relationship_is_marked_for_today(desk: Client, alice: User) -> None:
    eva, today = met(alice, 3), alice.today()
    goal = Goal.objects.create(
        owner=alice, title="Eva", counts="strength", person=eva, target_strength=60,
        starts_on=today - dt.timedelta(days=30), due_on=today + dt.timedelta(days=30),
    )  # fmt: skip
    shown = desk.get(goal.get_absolute_url()).content.decode()
    assert "the line is today: strength 30, growing evenly from 0" in shown
    assert 'class="pace-expected" x1="305"' in shown  # on day 31 of 61, of 600
    goal.target_strength, goal.starts_on = 20, today - dt.timedelta(days=1)
    goal.save()
    shown = desk.get(goal.get_absolute_url()).content.decode()
    assert "the line is today" not in shown
    assert "pace-expected" not in shown
