"""A form sent twice, by a double click or by going back, stores what it says once."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from interactions.models import Attendance, Event, FollowUp, Help, Interaction, Introduction
from tests.makers import make_contact, make_event, make_interaction

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)
DAY = TODAY.isoformat()


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice)


def send_twice(desk: Client, url: str, sent: dict[str, object]) -> None:
    """As the form of the page sends it, with its key."""
    key = desk.get(url).context["key"]
    for _ in range(2):
        assert desk.post(url, {**sent, "key": str(key)}).status_code == 302


def test_a_promise(desk: Client, ana: Contact) -> None:
    url = reverse("interactions:promise", args=[ana.uid])
    send_twice(desk, url, {"by": "me", "what": "Call", "when": "week"})
    assert FollowUp.objects.count() == 1
    send_twice(desk, url, {"by": "me", "what": "Call", "when": "week"})
    assert FollowUp.objects.count() == 2  # a form of its own


def test_help(desk: Client, ana: Contact) -> None:
    url = reverse("interactions:help", args=[ana.uid])
    send_twice(desk, url, {"direction": "given", "size": "small", "on": DAY})
    assert Help.objects.count() == 1


def test_an_event(desk: Client) -> None:
    url = reverse("interactions:new_event")
    send_twice(desk, url, {"name": "Fair", "kind": "fair", "starts_on": DAY, "going": "planned"})
    assert Event.objects.count() == 1


def test_an_introduction_with_somebody_new(desk: Client, ana: Contact) -> None:
    url = reverse("interactions:new_introduction")
    send_twice(desk, url, {"first": ana.uid, "second_new": "Zoe New", "asked_on": DAY})
    assert Introduction.objects.count() == 1
    assert Contact.objects.filter(given="Zoe").count() == 1


def test_thrown_away_meanwhile_it_is_made_anew(desk: Client, ana: Contact) -> None:
    url = reverse("interactions:help", args=[ana.uid])
    sent = {"direction": "given", "size": "small", "on": DAY, "key": desk.get(url).context["key"]}
    desk.post(url, sent)
    desk.post(reverse("interactions:delete_help", args=[Help.objects.get().uid]))
    desk.post(url, sent)
    assert Help.objects.living().count() == 1


def test_the_key_of_a_stranger_opens_nothing(desk: Client, mallory: User, ana: Contact) -> None:
    theirs = make_event(mallory)
    sent = {"name": "Fair", "kind": "fair", "starts_on": DAY, "going": "planned"}
    desk.post(reverse("interactions:new_event"), {**sent, "key": str(theirs.uid)})
    mine = Event.objects.of(ana.owner).get()
    assert (mine.name, mine.uid != theirs.uid) == ("Fair", True)


def test_somebody_new_met_at_an_event(desk: Client, alice: User) -> None:
    event = make_event(alice)
    for _ in range(2):
        desk.post(reverse("interactions:review", args=[event.uid]), {"new_people": ["Zoe New"]})
    assert Contact.objects.filter(given="Zoe").count() == 1
    assert Interaction.objects.count() == 1
    assert Attendance.objects.count() == 1


def test_somebody_new_added_to_a_conversation(desk: Client, alice: User, ana: Contact) -> None:
    talk = make_interaction(alice, ana)
    sent = {"people": [ana.uid], "new_people": ["Zoe New"], "when": "today", "channel": "video"}
    for _ in range(2):
        desk.post(reverse("interactions:edit", args=[talk.uid]), sent)
    assert sorted(talk.people.values_list("given", flat=True)) == ["Ana", "Zoe"]
    assert Contact.objects.filter(given="Zoe").count() == 1


def test_in_one_form_a_newcomer_is_one_however_spelled(desk: Client, alice: User) -> None:
    event = make_event(alice)
    there = Attendance.objects.create(event=event, name="zoë new")
    sent = {"key": there.name, "met": there.name, "about": "", "promise": ""}
    desk.post(
        reverse("interactions:review", args=[event.uid]),
        {**sent, "new_people": ["Zoe New"], "names": "zoe new\nZOE NEW"},
    )
    assert Contact.objects.count() == 1
    assert Interaction.objects.count() == 1


def test_both_of_an_introduction_are_not_one_newcomer(desk: Client) -> None:
    sent = {"first_typed": "Zoe New", "second_typed": "zoe new", "asked_on": DAY}
    assert desk.post(reverse("interactions:new_introduction"), sent).status_code == 422
    assert not Contact.objects.filter(given__iexact="zoe").exists()
