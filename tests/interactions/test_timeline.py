"""What a person's page reads of the conversations with them."""

import datetime as dt

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from contacts.models import Contact
from interactions import timeline
from interactions.kinds import Source, Status
from tests.makers import make_contact, make_interaction


@pytest.fixture
def ana(alice: User) -> Contact:
    """Twenty-six held, three of them estimated, one planned for tomorrow and one never settled."""
    ana, ben = make_contact(alice, "Ana Pereira"), make_contact(alice, "Ben Okafor")
    today = alice.today()
    for days in range(26):
        source = Source.ESTIMATE if days % 10 == 5 else Source.HAND
        make_interaction(alice, ana, on=today - dt.timedelta(days=days), source=source)
    for days in (1, -40):
        on = today + dt.timedelta(days=days)
        make_interaction(alice, ana, ben, on=on, status=Status.PLANNED)
    return ana


def test_plans_past_and_estimates_are_read_at_once(
    ana: Contact, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    assert ana.mentions
    with django_assert_num_queries(3):  # conversations, who was there, who will be
        found = timeline.between(ana)
    of_past = timeline.of_person(ana)
    assert found.past == of_past
    assert len(of_past.conversations) == timeline.FIRST_OF_PERSON
    assert of_past.older
    with django_assert_num_queries(0):
        there = [[who.name for who in each.people.all()] for each in found.planned]
    assert there == [["Ben Okafor", "Ana Pereira"]] * 2
    assert found.planned[0].on < found.planned[1].on
    assert found.estimates == 3


def test_the_page_shows_what_is_planned_first_of_the_soonest(desk: Client, ana: Contact) -> None:
    page = desk.get(ana.get_absolute_url()).content.decode()
    assert page.count(">Held<") == 1  # the one whose day has passed
    assert "Remove 3 estimated conversations" in page
