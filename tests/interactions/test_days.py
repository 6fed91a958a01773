"""Days to come are to come, and a mistyped year is told rather than stored."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from interactions.models import Event, FollowUp, Help, Interaction, Introduction
from tests.makers import make_contact, make_follow_up, make_interaction

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)
ABSURD = ["0001-01-01", "1899-12-31", "2047-01-01", "9999-12-31"]


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice)


@pytest.mark.parametrize("on", ["2025-10-19", "2026-11-23", *ABSURD])
def test_a_promise_is_put_off_to_a_day_to_come(desk: Client, ana: Contact, on: str) -> None:
    promise = make_follow_up(ana)
    url = reverse("interactions:snooze", args=[promise.uid])
    answer = desk.post(url, {"when": "other", "on": on})
    assert answer.status_code == 422
    assert f'value="{on}"' in answer.content.decode()
    assert answer.context["form"].errors.keys() == {"on"}
    promise.refresh_from_db()
    assert promise.due_on == TODAY


def test_a_plan_is_moved_to_today_or_later(desk: Client, alice: User, ana: Contact) -> None:
    plan = make_interaction(alice, ana, on=TODAY - dt.timedelta(days=1), status="planned")
    url = reverse("interactions:move", args=[plan.uid])
    assert desk.post(url, {"when": "other", "on": "2026-11-22"}).status_code == 422
    assert desk.post(url, {"when": "other", "on": "2026-11-23"}).status_code == 302
    plan.refresh_from_db()
    assert plan.on == TODAY


def test_a_promise_noted_late_may_be_overdue(desk: Client, ana: Contact) -> None:
    sent = {"by": "them", "what": "Call", "when": "other", "on": "2026-11-20"}
    desk.post(reverse("interactions:promise", args=[ana.uid]), sent)
    assert FollowUp.objects.get().due_on == dt.date(2026, 11, 20)


@pytest.mark.parametrize("on", ABSURD)
def test_a_mistyped_year_is_refused_everywhere(desk: Client, ana: Contact, on: str) -> None:
    other = {"when": "other", "on": on}
    forms = {
        "log": {**other, "people": ana.uid, "channel": "phone", "is_planned": "on"},
        "new_event": {"name": "Fair", "kind": "fair", "starts_on": on, "going": "planned"},
        "new_introduction": {"first": ana.uid, "second_new": "Zoe", "asked_on": on},
    }
    for view, sent in forms.items():
        assert desk.post(reverse(f"interactions:{view}"), sent).status_code == 422, view
    theirs = {
        "promise": {**other, "by": "me", "what": "Call"},
        "help": {"direction": "given", "size": "small", "on": on},
    }
    for view, sent in theirs.items():
        url = reverse(f"interactions:{view}", args=[ana.uid])
        assert desk.post(url, sent).status_code == 422, view
    kinds = (Interaction, Event, Introduction, FollowUp, Help)
    assert not any(kind._default_manager.exists() for kind in kinds)
