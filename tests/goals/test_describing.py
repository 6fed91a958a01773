"""A goal says whom it counts, where it is shown and before it is set."""

import datetime as dt

import pytest
from django.test import Client
from django.utils.html import escape

from accounts.models import User
from contacts.models import Tag
from goals.describing import counted_words
from goals.models import Goal
from tests.makers import make_contact

WEEKLY = {"title": "Talk", "wanted": "2", "rhythm": "week"}


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (
            {"counts": "conversations", "q": "company:Lumen"},
            "Conversations held with people found by “company:Lumen”",
        ),
        (
            {
                "counts": "first_meetings",
                "role": "mentor",
                "industry": "Energy",
                "channel": "video",
            },
            "First meetings with people in the role “Mentor”, from the industry “Energy”, by video",
        ),
        (
            {"counts": "help", "tag": "Climate Club", "place": "Lisbon"},
            "Help given to people tagged “climate club”, in Lisbon",
        ),
        (
            {"counts": "introductions", "circle": "close", "benefit": "insight"},
            "Introductions made among people of the circle “Close”, who may bring “Insight”",
        ),
        ({"counts": "events"}, "Events attended"),
    ],
)
def test_whom_it_counts_stands_wherever_it_is_shown(
    desk: Client, alice: User, sent: dict[str, str], words: str
) -> None:
    if "tag" in sent:
        Tag.objects.create(owner=alice, name=sent["tag"])
        sent = {**sent, "tag": "climate club"}
    checked = desk.post("/goals/new/", {**WEEKLY, **sent, "check": "1"})
    assert f"{escape(words)}: 2 a week" in checked.content.decode()
    desk.post("/goals/new/", {**WEEKLY, **sent})
    goal = Goal.objects.of(alice).get()
    for address in ("/goals/", goal.get_absolute_url()):
        assert f"{escape(words)}: 2 a week" in desk.get(address).content.decode()


def test_what_was_counted_says_its_limits(desk: Client, alice: User) -> None:
    ana = make_contact(alice, "Ana Pereira")
    goal = Goal.objects.create(
        owner=alice, title="Ring Ana", counts="conversations", rhythm="week", person=ana,
        channel="phone", starts_on=alice.today(), people={"role": "client"},
    )  # fmt: skip
    assert "Only with Ana Pereira, by phone." in desk.get(goal.get_absolute_url()).content.decode()


def test_a_person_may_be_chosen_later(alice: User) -> None:
    due = alice.today() + dt.timedelta(days=90)
    goal = Goal(owner=alice, counts="strength", due_on=due, people={"role": "mentor"})
    assert counted_words(goal) == "A relationship with people in the role “Mentor”"
