"""An import belongs to whoever brought it: to everybody else it does not exist."""

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact
from exchange.models import ImportRun
from tests.exchange.importing import add, bring, card, page, undo
from tests.makers import make_contact

ANA = card("Ana Pereira", "EMAIL:ana@lumen.example")


@pytest.mark.parametrize("rest", ["", "rejected/", "undo/"])
def test_a_stranger_finds_no_page(desk: Client, mallory: User, rest: str) -> None:
    run = add(desk, bring(desk, ANA))
    stranger = Client()
    stranger.force_login(mallory)
    assert desk.get(f"/import/{run.uid}/{rest}").status_code == 200
    assert stranger.get(f"/import/{run.uid}/{rest}").status_code == 404


@pytest.mark.parametrize("rest", ["rows/1/", "apply/", "discard/", "undo/now/"])
def test_a_stranger_can_do_nothing(desk: Client, mallory: User, rest: str) -> None:
    run = bring(desk, ANA)
    stranger = Client()
    stranger.force_login(mallory)
    assert stranger.post(f"/import/{run.uid}/{rest}", {"choice": "skip"}).status_code == 404
    assert ImportRun.objects.get().status == "ready"
    assert run.rows.get().verdict == "add"


def test_nobody_is_compared_with_other_peoples_people(desk: Client, mallory: User) -> None:
    hers = make_contact(mallory, "Ana Pereira")
    hers.emails.create(address="ana@lumen.example")
    run = bring(desk, ANA)
    assert run.rows.get().verdict == "add"

    desk.post(f"/import/{run.uid}/rows/1/", {"choice": f"update:{hers.pk}"})
    assert run.rows.get().verdict == "add"
    undo(desk, add(desk, run), hers.uid)
    assert Contact.objects.get() == hers


def test_looking_changes_nothing(desk: Client) -> None:
    run = bring(desk, ANA)
    for rest in ("apply/", "discard/", "undo/now/", "rows/1/"):
        assert desk.get(f"/import/{run.uid}/{rest}").status_code == 405
    page(desk, run)
    assert ImportRun.objects.get().status == "ready"
