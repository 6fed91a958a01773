"""More clients, as a goal one can count: roles, industries and places say which people count."""

import datetime as dt
import re

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact
from goals.audience import people_meant
from goals.models import Goal
from tests.makers import make_contact


def add(desk: Client, owner: User, name: str, *roles: str) -> Contact:
    """As one does it: somebody new, then what they are to one."""
    desk.post("/people/new/", {"name": name})
    person = Contact.objects.of(owner).latest("pk")
    form = desk.get(f"/people/{person.uid}/edit/bond/").context
    sent = {}
    for prefix in ("bond", "benefits"):
        for field in form[prefix]:
            if field.value() not in (None, ""):
                sent[field.html_name] = field.value()
    answer = desk.post(f"/people/{person.uid}/edit/bond/", {**sent, "bond-roles": roles})
    assert answer.status_code == 302
    return person


def counted(desk: Client, goal: Goal) -> str:
    shown = desk.get(goal.get_absolute_url()).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", shown).split())


def test_three_new_clients_this_quarter(alice: User, desk: Client) -> None:
    make_contact(alice, "Old Client", added_on=alice.today() - dt.timedelta(days=400))
    sent = {
        "title": "Three new clients this quarter", "counts": "new_people", "wanted": "3",
        "due_on": str(alice.today() + dt.timedelta(days=90)), "role": "client",
        "next_step": "Ask Ana whom she would call", "starts_on": str(alice.today()),
    }  # fmt: skip
    answer = desk.post("/goals/new/", sent, follow=True)
    goal = Goal.objects.of(alice).get()
    assert answer.redirect_chain[-1][0] == goal.get_absolute_url()
    assert goal.people == {"role": "client"}

    for name, role in (("Ana", "client"), ("Ben", "peer"), ("Cem", "client")):
        add(desk, alice, name, role)
    shown = counted(desk, goal)
    assert "2 of 3" in shown
    assert "Ana" in shown
    assert "Ben" not in shown
    add(desk, alice, "Dee", "client", "friend")
    assert "3 of 3" in counted(desk, goal)


@pytest.mark.parametrize(
    ("said", "of_person"),
    [
        ({"industry": "Énergie"}, {"industry": "energie"}),
        ({"place": "Porto"}, {"place": "Porto"}),
        ({"seniority": "director"}, {"seniority": "director"}),
    ],
)
def test_a_goal_may_be_about_those_of_an_industry_a_place_or_a_seniority(
    alice: User, desk: Client, said: dict[str, str], of_person: dict[str, str]
) -> None:
    make_contact(alice, "Ben")
    ana = make_contact(alice, "Ana", **of_person)
    sent = {"title": "More of them", "counts": "conversations", "wanted": "3", "rhythm": "month"}
    desk.post("/goals/new/", {**sent, **said, "next_step": "Write"})
    goal = Goal.objects.of(alice).get()
    people = people_meant(goal)
    assert people is not None
    assert list(people) == [ana]
    form = desk.get(f"/goals/{goal.uid}/edit/").content.decode()
    assert "<details open><summary>Seniority, industry, place, organisation" in form
