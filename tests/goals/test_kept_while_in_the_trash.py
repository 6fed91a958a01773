"""What a goal or an outcome is about stays with it, though it is in the trash by now."""

import datetime as dt
from typing import Any

import pytest
from django.forms import Form
from django.test import Client
from django.utils import timezone

from accounts.models import User
from goals.models import Aspiration, Goal
from goals.outcomes import record_outcome
from tests.makers import make_contact, make_event

pytestmark = pytest.mark.django_db


def sent_back(form: Form) -> dict[str, Any]:
    """As a browser sends what it was shown."""
    shown = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in shown.items() if value not in (None, "")}


@pytest.mark.parametrize("kind", ["event", "aspiration"])
def test_an_outcome_keeps_what_it_came_from(desk: Client, alice: User, kind: str) -> None:
    wish = Aspiration.objects.create(owner=alice, kind="clients", title="Clients")
    source = make_event(alice) if kind == "event" else wish
    facts: dict[str, Any] = {"kind": "insight", "on": alice.today(), kind: source}
    outcome = record_outcome(alice, [], what="A job", **facts)
    source.deleted_at = timezone.now()
    source.save()
    page = f"/outcomes/{outcome.uid}/edit/"
    sent = sent_back(desk.get(page).context["form"]) | {"what": "A better job"}
    assert desk.post(page, sent).status_code == 302
    outcome.refresh_from_db()
    assert (outcome.what, getattr(outcome, kind)) == ("A better job", source)
    assert desk.post("/outcomes/new/", {**sent, kind: str(source.uid)}).status_code == 422


@pytest.mark.parametrize("is_typed", [False, True])
def test_a_goal_keeps_its_person(desk: Client, alice: User, is_typed: bool) -> None:
    today, ana = alice.today(), make_contact(alice, "Ana Pereira")
    due = today + dt.timedelta(days=90)
    goal = Goal.objects.create(
        owner=alice, title="A mentor", counts="strength", target_strength=50,
        person=ana, starts_on=today, due_on=due,
    )  # fmt: skip
    ana.trash()
    page = f"/goals/{goal.uid}/edit/"
    answer = desk.get(page)
    assert "Ana Pereira" in answer.content.decode()
    sent = sent_back(answer.context["form"]) | {"title": "A good mentor"}
    if is_typed:
        sent["person_typed"] = "Ana Pereira"
        del sent["person"]
    assert desk.post(page, sent).status_code == 302
    goal.refresh_from_db()
    assert (goal.title, goal.person) == ("A good mentor", ana)
    assert desk.post("/goals/new/", {**sent, "person": str(ana.uid)}).status_code == 422
    ben = make_contact(alice, "Ben Okafor")
    desk.post(page, {**sent, "person": str(ben.uid)})
    goal.refresh_from_db()
    assert goal.person == ben


def test_an_aspiration_in_the_trash_is_named_nowhere(desk: Client, alice: User) -> None:
    wish = Aspiration.objects.create(owner=alice, kind="clients", title="More clients")
    outcome = record_outcome(
        alice, [], what="A job", kind="insight", on=alice.today(), aspiration=wish
    )
    goal = Goal.objects.create(
        owner=alice, title="Talk", counts="conversations", wanted=9, aspiration=wish,
        starts_on=alice.today(), due_on=alice.today() + dt.timedelta(days=90),
    )  # fmt: skip
    pages = ("/outcomes/", outcome.get_absolute_url(), goal.get_absolute_url())
    assert all("More clients" in desk.get(page).text for page in pages)
    wish.deleted_at = timezone.now()
    wish.save()
    assert not any("More clients" in desk.get(page).text for page in pages)
