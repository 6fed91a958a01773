"""Answers that cannot apply to what a goal counts are left out, and that is said."""

import datetime as dt

import pytest
from django.test import Client

from accounts.models import User
from goals.models import Goal
from tests.makers import make_contact

TWICE = {"title": "A goal", "wanted": "2", "rhythm": "month"}


@pytest.mark.parametrize(
    ("sent", "left_out"),
    [
        ({"counts": "events", "channel": "phone"}, "Way of talking"),
        ({"counts": "first_meetings", "channel": "phone"}, "Way of talking"),
        ({"counts": "first_meetings", "channel": "video"}, ""),
        ({"counts": "brand", "role": "client", "q": "climate"}, "People found by, Role to me"),
        ({"counts": "conversations", "target_strength": "50"}, "Strength to reach"),
        ({"counts": "help", "role": "client"}, ""),
    ],
)
def test_what_cannot_apply_is_left_out_and_told(
    desk: Client, alice: User, sent: dict[str, str], left_out: str
) -> None:
    told = f"Left out, since it changes nothing about what counts: {left_out}."
    checked = desk.post("/goals/new/", {**TWICE, **sent, "check": "1"}).content.decode()
    set_at = desk.post("/goals/new/", {**TWICE, **sent}, follow=True).content.decode()
    goal = Goal.objects.of(alice).get()
    for shown in (checked, set_at):
        assert (told in shown) == bool(left_out)
        assert left_out or "Left out" not in shown
    assert goal.target_strength is None
    assert bool(goal.channel or goal.people) == (not left_out)


def test_one_person_named_stands_before_every_description(desk: Client, alice: User) -> None:
    ana = make_contact(alice)
    sent = {**TWICE, "counts": "conversations", "role": "client", "person": str(ana.uid)}
    desk.post("/goals/new/", sent)
    goal = Goal.objects.of(alice).get()
    assert (goal.person, goal.people) == (ana, {})


def test_a_relationship_is_reached_once_and_asks_for_a_strength(desk: Client, alice: User) -> None:
    sent = {**TWICE, "counts": "strength", "due_on": alice.today() + dt.timedelta(days=90)}
    form = desk.post("/goals/new/", sent).context["form"]
    assert list(form.errors) == ["target_strength"]
    desk.post("/goals/new/", {**sent, "target_strength": "50", "role": "mentor"})
    goal = Goal.objects.of(alice).get()
    assert (goal.rhythm, goal.wanted, goal.due_on) == ("", 1, sent["due_on"])
    again = desk.get(f"/goals/{goal.uid}/edit/").context["form"]
    kept = {name: again[name].value() for name in again.fields}
    answer = desk.post(
        f"/goals/{goal.uid}/edit/", {k: v for k, v in kept.items() if v}, follow=True
    )
    assert "Left out" not in answer.content.decode()
