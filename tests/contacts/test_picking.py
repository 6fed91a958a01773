"""Typing a name offers the few people it may mean."""

import datetime as dt

from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.picking import offers
from contacts.searching import index_people
from tests.makers import make_contact


def names(user: User, typed: str) -> list[str]:
    return [offer.name for offer in offers(user, typed)]


def test_the_starred_come_first_then_the_lately_met_then_the_rest(alice: User) -> None:
    today = alice.today()
    people = [
        make_contact(alice, "Ana Long", last_contact_on=today - dt.timedelta(days=90)),
        make_contact(alice, "Ana Never"),
        make_contact(alice, "Ana Lately", last_contact_on=today),
        make_contact(alice, "Ana Star"),
        make_contact(alice, "Ben Banana", last_contact_on=today),
    ]
    people[3].star()
    index_people([person.pk for person in people])
    found = ["Ana Star", "Ana Lately", "Ana Long", "Ana Never"]
    assert names(alice, "an") == found
    assert names(alice, "ana") == [*found, "Ben Banana"]
    assert names(alice, "")[0] == "Ana Star"


def test_eight_are_offered_and_no_archived_one(alice: User) -> None:
    people = [make_contact(alice, f"Ana {number}") for number in range(12)]
    index_people([person.pk for person in people])
    people[0].archive()
    assert len(names(alice, "ana")) == 8
    assert "Ana 0" not in names(alice, "ana")


def test_the_options_are_escaped_and_alone(desk: Client, alice: User, mallory: User) -> None:
    ana = make_contact(alice, '"><b>Ana</b>')
    stranger = make_contact(mallory, "Ana Other")
    index_people([ana.pk, stranger.pk])
    html = desk.get(reverse("contacts:pick"), {"q": "ana"}).content.decode()
    assert f'data-uid="{ana.uid}"' in html
    assert "<b>" not in html
    assert "Other" not in html
    assert html.strip().startswith('<div class="picker-option"')
