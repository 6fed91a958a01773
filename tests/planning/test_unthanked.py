"""Today asks to thank those whom an outcome is owed to."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from goals.models import Outcome
from goals.outcomes import record_outcome
from goals.thanking import words
from interactions.models import FollowUp
from planning.unthanked import unthanked
from tests.house.statements import asked
from tests.makers import make_contact

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)
URL = reverse("planning:today")


@pytest.fixture
def bob(alice: User) -> Contact:
    """Whom Ann introduced."""
    ann = make_contact(alice, "Ann Lee")
    return make_contact(alice, "Bob Ray", introduced_by=ann, met_on="2026-01-10")


def make_outcome(*people: Contact, days_ago: int = 0) -> Outcome:
    on = TODAY - dt.timedelta(days=days_ago)
    return record_outcome(people[0].owner, people, what="An offer", kind="opportunity", on=on)


def address(view: str, outcome: Outcome, person: Contact) -> str:
    return reverse(f"goals:{view}", args=[outcome.uid, person.uid])


def owed(user: User) -> list[str]:
    return [words(each.credit, each.outcome) for each in unthanked(user, TODAY)]


def test_whoever_helped_and_whoever_introduced_them_are_to_be_thanked_once(
    desk: Client, alice: User, bob: Contact
) -> None:
    outcome = make_outcome(bob)
    assert owed(alice) == ["Thank Bob for “An offer”", "Thank Ann, who introduced you to Bob"]
    page = desk.get(URL).content.decode()
    assert "introduced you to Bob Ray:" in page
    assert page.count(f'href="{outcome.get_absolute_url()}"') == 2
    thank = address("thank", outcome, bob)
    assert thank in page
    answer = desk.post(thank, headers={"Referer": f"http://testserver{URL}"})
    assert answer.headers["Location"] == URL, "one stays on Today"
    assert owed(alice) == ["Thank Ann, who introduced you to Bob"]
    FollowUp.objects.get().skip(TODAY)
    assert owed(alice) == ["Thank Ann, who introduced you to Bob"], "let go is let go"


@pytest.mark.parametrize(
    "headers", [{}, {"HX-Request": "true", "HX-Target": "toasts"}], ids=["plain", "htmx"]
)
def test_thanks_not_needed_are_not_asked_for_again_until_that_is_undone(
    desk: Client, alice: User, bob: Contact, headers: dict[str, str]
) -> None:
    outcome, other = make_outcome(bob), make_outcome(bob, days_ago=1)
    needless, ask = address("need_no_thanks", outcome, bob), address("ask_thanks", outcome, bob)
    assert f'action="{needless}" hx-post="{needless}"' in desk.get(URL).content.decode()
    said = desk.post(needless, headers={**headers, "Referer": f"http://testserver{URL}"})
    page = desk.get(URL).content.decode()
    assert ask in (said.content.decode() if headers else page), "the undo comes with the words"
    assert needless not in page
    assert address("need_no_thanks", other, bob) in page, "another outcome is another matter"
    assert len(owed(alice)) == 3
    desk.post(ask)
    assert len(owed(alice)) == 4
    assert needless in desk.get(URL).content.decode()


def test_who_needed_no_thanks_may_be_promised_some_all_the_same(
    desk: Client, alice: User, bob: Contact
) -> None:
    outcome = make_outcome(bob)
    desk.post(address("need_no_thanks", outcome, bob))
    thank = address("thank", outcome, bob)
    assert f'action="{thank}"' in desk.get(outcome.get_absolute_url()).content.decode()
    desk.post(thank)
    for view in ("need_no_thanks", "ask_thanks"):  # late clicks
        desk.post(address(view, outcome, bob))
    assert FollowUp.objects.open().get().thanks.outcome == outcome
    assert owed(alice) == ["Thank Ann, who introduced you to Bob"]


def test_of_who_is_not_credited_no_thanks_can_be_asked_or_not(
    desk: Client, alice: User, bob: Contact
) -> None:
    outcome, cem = make_outcome(bob), make_contact(alice, "Cem Demir")
    for view in ("need_no_thanks", "ask_thanks"):
        assert desk.post(address(view, outcome, cem)).status_code == 404


def test_nobody_is_to_be_thanked_for_what_is_long_ago_or_in_the_trash(
    alice: User, bob: Contact
) -> None:
    make_outcome(bob, days_ago=15)
    make_outcome(bob, days_ago=-1)
    Outcome.objects.filter(pk=make_outcome(bob).pk).update(deleted_at="2026-11-23T10:00Z")
    assert owed(alice) == []
    make_outcome(bob, days_ago=14)
    assert len(owed(alice)) == 2


def test_the_dead_and_the_gone_are_not_to_be_thanked(alice: User, bob: Contact) -> None:
    make_outcome(bob)
    Contact.objects.filter(pk=bob.pk).update(is_deceased=True)
    assert owed(alice) == ["Thank Ann, who introduced you to Bob"]
    Contact.objects.get(given="Ann").trash()
    assert owed(alice) == []


def test_others_outcomes_are_not_ones_own(alice: User, mallory: User, bob: Contact) -> None:
    make_outcome(bob)
    assert owed(mallory) == []


def test_it_asks_as_often_for_ten_as_for_two(desk: Client, alice: User, bob: Contact) -> None:
    counts = []
    for number in (2, 8):
        for _ in range(number):
            make_outcome(bob)
        counts.append(len(asked(desk, URL)))
    assert counts[0] == counts[1]
