"""A mistyped year is told so, and no word that was typed is lost."""

import datetime as dt

import pytest
from django.test import Client

from accounts.models import User
from goals.models import Aspiration, BrandActivity, Goal, Outcome
from tests.makers import make_contact, make_interaction

pytestmark = pytest.mark.django_db
TOLD = "Look at the year"
FAR = ("0001-01-01", "0202-01-01", "3026-01-01", "9999-12-31")


@pytest.mark.parametrize("day", FAR)
@pytest.mark.parametrize("check", [{}, {"check": "1"}])
@pytest.mark.parametrize("name", ["due_on", "starts_on"])
@pytest.mark.parametrize("rhythm", ["", "week"])
def test_of_a_goal(
    desk: Client, alice: User, name: str, day: str, check: dict[str, str], rhythm: str
) -> None:
    make_interaction(alice, make_contact(alice))
    sent = {
        "title": "Talk more", "counts": "conversations", "wanted": "20", "rhythm": rhythm,
        "due_on": f"{alice.today()}", "next_step": "Write to Ana", name: day,
    }  # fmt: skip
    answer = desk.post("/goals/new/", {**sent, **check})
    assert answer.status_code == 422
    assert TOLD in answer.content.decode()
    assert f'value="{day}"' in answer.content.decode()
    assert 'value="Write to Ana"' in answer.content.decode()
    assert not Goal.objects.exists()
    assert desk.get("/goals/new/", sent).status_code == 200


def test_of_a_goal_that_would_have_had_six_thousand_weeks(desk: Client, alice: User) -> None:
    sent = {"title": "Talk", "counts": "conversations", "wanted": "2", "rhythm": "week"}
    began = alice.today() - dt.timedelta(days=22 * 366)
    answer = desk.post("/goals/new/", {**sent, "starts_on": f"{began}"})
    assert TOLD in answer.content.decode()
    recent = alice.today() - dt.timedelta(days=19 * 365)
    assert desk.post("/goals/new/", {**sent, "starts_on": f"{recent}"}).status_code == 302


@pytest.mark.parametrize("day", FAR)
def test_of_an_aspiration(desk: Client, day: str) -> None:
    sent = {"title": "Be heard", "kind": "visibility", "horizon_on": day}
    answer = desk.post("/aspirations/new/", sent)
    assert answer.status_code == 422
    assert TOLD in answer.content.decode()
    assert not Aspiration.objects.exists()


@pytest.mark.parametrize("day", FAR[:2])
def test_of_what_has_happened(desk: Client, day: str) -> None:
    facts = {"what": "A job", "title": "A talk", "size": "small", "on": day}
    for url, kind in (("/outcomes/new/", "opportunity"), ("/brand/new/", "talk")):
        answer = desk.post(url, {**facts, "kind": kind})
        assert answer.status_code == 422
        assert TOLD in answer.content.decode()
    assert not Outcome.objects.exists()
    assert not BrandActivity.objects.exists()
