import datetime as dt
import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from contacts.searching import index_people
from interactions.eventing import Guest, events_ahead, events_to_review, expect
from interactions.kinds import Going
from interactions.models import Attendance, Event
from tests.makers import make_contact, make_event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def meetup(alice: User) -> Event:
    return make_event(alice, starts_on=TODAY + dt.timedelta(days=3))


def address(view: str, event: Event) -> str:
    return reverse(f"interactions:{view}", args=[event.uid])


SENT = {"name": "Energy fair", "kind": "fair", "starts_on": "2026-12-04", "going": "planned"}


def test_an_event_is_planned_and_stands_on_the_list(desk: Client, alice: User) -> None:
    assert "Plan where you will be" in desk.get(reverse("interactions:events")).content.decode()
    answer = desk.post(reverse("interactions:new_event"), {**SENT, "link": "energy.example/fair"})
    event = Event.objects.of(alice).get()
    assert answer["Location"] == event.get_absolute_url()
    assert event.link == "https://energy.example/fair"
    assert "Energy fair" in desk.get(reverse("interactions:events")).content.decode()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"ends_on": "2026-12-03"}, "It cannot end before it begins."),
        ({"going": "attended"}, "It has not begun yet"),
        ({"name": ""}, "Please fill this in."),
        ({"link": "javascript:alert(1)"}, "This is no address of a web page."),
    ],
)
def test_what_cannot_be_is_refused(desk: Client, sent: dict[str, str], said: str) -> None:
    answer = desk.post(reverse("interactions:new_event"), {**SENT, **sent})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Event.objects.exists()


def test_editing_starts_with_what_is_known(desk: Client, meetup: Event) -> None:
    assert 'value="2026-11-26"' in desk.get(address("edit_event", meetup)).content.decode()
    desk.post(address("edit_event", meetup), {**SENT, "why": "To meet Dee"})
    assert "To meet Dee" in desk.get(meetup.get_absolute_url()).content.decode()


def test_one_decides_on_the_page_and_can_take_it_back(desk: Client, meetup: Event) -> None:
    page = desk.post(address("going", meetup), {"going": "skipped"}, follow=True)
    assert "Climate meetup: Not going" in page.content.decode()
    assert "Skipped" not in page.content.decode()
    assert "Skipped" not in desk.get(reverse("interactions:events")).content.decode()
    meetup.refresh_from_db()
    assert meetup.going == Going.SKIPPED
    answer = desk.post(f"{address('going', meetup)}?going=planned", follow=True)
    assert "Climate meetup: Going" in answer.content.decode()
    desk.post(address("going", meetup), {"going": "attended"})
    meetup.refresh_from_db()
    assert meetup.going == Going.PLANNED


def test_it_goes_to_the_trash_and_comes_back(desk: Client, meetup: Event) -> None:
    page = desk.post(address("delete_event", meetup), follow=True).content.decode()
    assert address("restore_event", meetup) in page
    assert desk.get(meetup.get_absolute_url()).status_code == 404
    desk.post(address("restore_event", meetup))
    assert desk.get(meetup.get_absolute_url()).status_code == 200


def test_people_are_noted_without_becoming_contacts(
    desk: Client, alice: User, meetup: Event
) -> None:
    ana = make_contact(alice)
    sent = {"people": [ana.uid], "names": "Dee Novak", "is_wanted": "on", "why": "Knows the grid"}
    desk.post(address("event_people", meetup), sent)
    page = desk.get(meetup.get_absolute_url()).content.decode()
    assert "Dee Novak" in page
    assert "Knows the grid" in page
    assert ana.get_absolute_url() in page
    assert Contact.objects.count() == 1


def test_whoever_is_only_a_name_is_added_and_takes_its_place(
    desk: Client, alice: User, meetup: Event
) -> None:
    expect(meetup, [Guest(None, "Dee Novak", is_wanted=True, why="Knows the grid")])
    assert address("add_guest", meetup) in desk.get(meetup.get_absolute_url()).content.decode()
    for _ in range(2):
        page = desk.post(address("add_guest", meetup), {"name": "Dee Novak"}, follow=True)
    dee = Contact.objects.of(alice).get()
    assert (dee.name, dee.met_at, dee.met_on) == ("Dee Novak", "Climate meetup", "")
    [guest] = Attendance.objects.filter(event=meetup)
    assert (guest.contact, guest.name, guest.is_wanted) == (dee, "", True)
    assert guest.why == "Knows the grid"
    assert "not among your people yet" not in page.content.decode()


def test_whoever_bears_the_name_already_takes_its_place(
    desk: Client, alice: User, meetup: Event
) -> None:
    expect(meetup, [Guest(None, "Ana Pereira"), Guest(None, "Ben Okafor")])
    ana, ben = make_contact(alice), make_contact(alice, "Ben Okafor")
    index_people([ana.pk, ben.pk])
    expect(meetup, [Guest(ben)])
    for name in ("ana pereira", "Ben Okafor", "Nobody", ""):
        desk.post(address("add_guest", meetup), {"name": name})
    assert {each.contact for each in Attendance.objects.filter(event=meetup)} == {ana, ben}
    assert Attendance.objects.count() == 2
    assert Contact.objects.count() == 2


def test_one_writes_before_it_to_whom_one_wants_to_meet(
    desk: Client, alice: User, meetup: Event
) -> None:
    ana = make_contact(alice)
    expect(meetup, [Guest(ana, is_wanted=True)])
    page = desk.get(meetup.get_absolute_url()).content.decode()
    [url] = re.findall(f'href="({reverse("interactions:promise", args=[ana.uid])}[^"]+)"', page)
    form = desk.get(html.unescape(url)).content.decode()
    assert 'value="Write before Climate meetup"' in form
    assert '<option value="tomorrow" selected>' in form
    assert f"{reverse('interactions:log')}?with={ana.uid}" in page


def test_reasons_are_changed_and_people_taken_off(desk: Client, alice: User, meetup: Event) -> None:
    ana = make_contact(alice)
    expect(meetup, [Guest(ana, is_wanted=True, why="Budgets"), Guest(None, "Dee Novak")])
    expect(meetup, [Guest(ana), Guest(None, "Dee Novak")])
    assert "Budgets" in desk.get(address("event_people", meetup)).content.decode()
    sent = {
        "key": [ana.uid, "Dee Novak"],
        "reason": ["Hiring", ""],
        "wanted": [ana.uid],
        "gone": ["Dee Novak"],
    }
    desk.post(address("event_people", meetup), sent)
    [guest] = Attendance.objects.filter(event=meetup)
    assert (guest.contact, guest.is_wanted, guest.why) == (ana, True, "Hiring")


def test_today_shows_what_is_ahead_and_asks_how_it_was(desk: Client, alice: User) -> None:
    days = {"Fair": 20, "Dinner": 3, "Course": 0, "Meetup": -1, "Congress": -61}
    for name, ahead in days.items():
        make_event(alice, name, starts_on=TODAY + dt.timedelta(days=ahead))
    make_event(alice, "Left out", starts_on=TODAY - dt.timedelta(days=2), going=Going.SKIPPED)
    make_event(alice, "Camp", starts_on=TODAY - dt.timedelta(days=2), ends_on=TODAY)
    assert [each.name for each in events_ahead(alice, TODAY)] == ["Camp", "Course", "Dinner"]
    assert [each.name for each in events_to_review(alice, TODAY)] == ["Meetup"]
    page = desk.get("/").content.decode()
    assert "How was it?" in page
    assert "Dinner" in page
    assert "Congress" not in page
    meetup = Event.objects.get(name="Meetup")
    headers = {"HX-Request": "true", "HX-Target": "toasts"}
    answer = desk.post(address("going", meetup), {"going": "skipped"}, headers=headers)
    assert answer["HX-Trigger"] == "conversations-changed"
    assert "How was it?" not in desk.get("/").content.decode()


def test_the_past_goes_back_page_by_page(desk: Client, alice: User) -> None:
    for day in range(60):
        make_event(alice, f"Event {day:02}", starts_on=TODAY - dt.timedelta(days=day + 1))
    first = desk.get(reverse("interactions:events")).content.decode()
    assert "Event 49" in first
    assert "Event 50" not in first
    assert "Event 50" in desk.get(f"{reverse('interactions:events')}?page=2").content.decode()
    assert desk.get(f"{reverse('interactions:events')}?page=nonsense").status_code == 200
