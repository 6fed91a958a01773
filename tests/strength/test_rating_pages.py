"""Rating after a meeting, as one does it."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from contacts.models import Contact
from interactions import recording
from netcrm.templatetags.frame import undo_url
from planning.today import unrated
from strength.models import Rating
from strength.rating import Answers, rate
from tests.makers import make_contact, make_interaction


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice, "Ana Pereira")


def asked_about(user: User) -> list[Contact]:
    """Of whom Today asks how it went."""
    return [each.contact for each in unrated(user, user.today())]


def test_each_person_of_a_conversation_is_asked_about_in_turn(
    desk: Client, alice: User, ana: Contact
) -> None:
    ben = make_contact(alice, "Ben Okafor")
    lunch = recording.record(alice, [ana, ben], alice.today())
    first = desk.get(f"/rate/{lunch.uid}/?next=/people/")
    assert "Ana Pereira" in first.text
    assert "1 more person" in first.text
    answer = desk.post(
        f"/rate/{lunch.uid}/{ana.uid}/save/",
        {"trust": "4", "respect": "4", "common": "5", "next": "/people/"},
        follow=True,
    )
    assert "Ben Okafor" in answer.text
    done = desk.post(
        f"/rate/{lunch.uid}/{ben.uid}/save/", {"trust": "3", "next": "/people/"}, follow=True
    )
    assert done.redirect_chain[-1][0] == "/people/"
    assert Rating.objects.get(contact=ana).common == 5
    assert Rating.objects.get(contact=ben).respect is None


def test_not_this_time_is_not_asked_again(desk: Client, alice: User, ana: Contact) -> None:
    coffee = recording.record(alice, [ana], alice.today())
    assert asked_about(alice) == [ana]
    desk.post(f"/rate/{coffee.uid}/{ana.uid}/save/", {"decline": "1"})
    assert asked_about(alice) == []
    assert not Rating.objects.exists()


def test_no_step_at_all_is_told_and_can_be_taken_back(
    desk: Client, alice: User, ana: Contact
) -> None:
    coffee = recording.record(alice, [ana], alice.today())
    page = desk.post(f"/rate/{coffee.uid}/{ana.uid}/save/", follow=True)
    (message,) = page.context["messages"]
    assert str(message) == "Ana Pereira is not rated this time."
    desk.post(undo_url(message))
    assert asked_about(alice) == [ana]
    page = desk.post(f"/people/{ana.uid}/rate/save/", follow=True)
    assert "nothing was rated" in page.text


def test_rating_again_changes_the_rating_of_that_conversation(
    desk: Client, alice: User, ana: Contact
) -> None:
    coffee = recording.record(alice, [ana], alice.today() - dt.timedelta(days=3))
    for step in ("4", "2"):
        desk.post(f"/rate/{coffee.uid}/{ana.uid}/save/", {"trust": step})
    assert [(r.trust, r.on) for r in Rating.objects.all()] == [(2, coffee.on)]
    shown = desk.get(f"/rate/{coffee.uid}/{ana.uid}/").text
    assert 'name="trust" value="2" checked' in shown


def test_the_meter_moves_before_anything_is_saved(desk: Client, alice: User, ana: Contact) -> None:
    coffee = recording.record(alice, [ana], alice.today())
    address = f"/rate/{coffee.uid}/{ana.uid}/preview/"
    low, high = (desk.get(address, {"trust": step}).text for step in ("1", "5"))
    assert "12" in low
    assert low != high
    assert not Rating.objects.exists()


def test_a_preview_is_what_saving_brings(desk: Client, alice: User, ana: Contact) -> None:
    coffee = recording.record(alice, [ana], alice.today())
    steps = {"trust": "4", "respect": "4", "common": "4"}
    assert "<b>25</b>" in desk.get(f"/rate/{coffee.uid}/{ana.uid}/preview/", steps).text
    desk.post(f"/rate/{coffee.uid}/{ana.uid}/save/", steps)
    ana.refresh_from_db()
    assert round(ana.strength) == 25


def test_a_rating_by_itself_carries_today(desk: Client, alice: User, ana: Contact) -> None:
    answer = desk.post(f"/people/{ana.uid}/rate/save/", {"trust": "5", "changed_things": "on"})
    assert answer.headers["Location"] == ana.get_absolute_url()
    rating = Rating.objects.get()
    assert (rating.on, rating.interaction, rating.changed_things) == (alice.today(), None, True)


@pytest.mark.parametrize("step", ["0", "6", "x", "4.5"])
def test_an_impossible_step_is_refused(desk: Client, ana: Contact, step: str) -> None:
    assert desk.post(f"/people/{ana.uid}/rate/save/", {"trust": step}).status_code == 422
    assert not Rating.objects.exists()


def test_the_way_on_is_kept_whole(desk: Client, alice: User, ana: Contact) -> None:
    coffee = recording.record(alice, [ana], alice.today())
    filtered = "/people/?q=tag%3Ajazz&sort=name"
    sent = {"trust": "5", "next": filtered}
    done = desk.post(f"/rate/{coffee.uid}/{ana.uid}/save/", sent, follow=True)
    assert done.redirect_chain[-1][0] == filtered


def test_a_foreign_page_is_no_way_on(desk: Client, ana: Contact) -> None:
    answer = desk.post(
        f"/people/{ana.uid}/rate/save/", {"trust": "5", "next": "https://evil.example/"}
    )
    assert answer.headers["Location"] == ana.get_absolute_url()


def test_family_and_estimates_are_not_asked_about(alice: User, ana: Contact) -> None:
    mum = make_contact(alice, "Maria Alves", is_unscored=True)
    make_interaction(alice, ana, source="estimate")
    make_interaction(alice, mum)
    assert asked_about(alice) == []


def test_the_card_takes_the_same_queries_whatever_the_past(
    desk: Client, alice: User, ana: Contact
) -> None:
    coffee = recording.record(alice, [ana], alice.today())
    desk.get(f"/rate/{coffee.uid}/")
    with CaptureQueriesContext(connection) as few:
        desk.get(f"/rate/{coffee.uid}/")
    for days in range(1, 30):
        older = recording.record(alice, [ana], alice.today() - dt.timedelta(days=days))
        rate(ana, Answers(4, 4, 4), older)
    with CaptureQueriesContext(connection) as many:
        desk.get(f"/rate/{coffee.uid}/")
    assert len(many) <= len(few)
