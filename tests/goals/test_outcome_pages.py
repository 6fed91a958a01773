"""Outcomes recorded, changed and summed up as one does it in the browser, without scripts."""

import datetime as dt
import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from goals.models import Aspiration, Contribution, Outcome
from goals.outcomes import trash_outcome
from interactions.models import Event, FollowUp, Help
from tests.goals.outcome_makers import make_outcome
from tests.makers import make_contact

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def ann(alice: User) -> Contact:
    return make_contact(alice, "Ann Berg")


@pytest.fixture
def bob(alice: User, ann: Contact) -> Contact:
    return make_contact(alice, "Bob Costa", introduced_by=ann)


def sent(**facts: object) -> dict[str, object]:
    said = {"what": "A new client", "kind": "opportunity", "size": "large", "on": "2026-11-20"}
    return {**said, **facts}


def text(desk: Client, url: str) -> str:
    return unescape(desk.get(url).content.decode())


def test_it_is_recorded_with_people_chosen_and_named(
    desk: Client, alice: User, bob: Contact
) -> None:
    aim = Aspiration.objects.create(owner=alice, kind="clients", title="Ten clients")
    fair = Event.objects.create(owner=alice, name="Energy fair", starts_on=TODAY)
    facts = {"people": [bob.uid], "names": "Dee Young", "money": "12000.50", "currency": "eur"}
    answer = desk.post("/outcomes/new/", sent(**facts, aspiration=aim.uid, event=fair.uid))
    outcome = Outcome.objects.get()
    assert answer.headers["Location"] == outcome.get_absolute_url()
    assert (outcome.currency, outcome.aspiration, outcome.event) == ("EUR", aim, fair)
    page = text(desk, outcome.get_absolute_url())
    for said in ("Opportunity, large", "12,000.50 EUR", "Ten clients", "Energy fair", "Dee Young"):
        assert said in page
    assert "introduced you to Bob Costa" in page
    assert Help.objects.filter(contact=bob, share=0.5, size="large").exists()


def test_the_help_that_it_is_leads_to_it_from_the_person(
    desk: Client, alice: User, ann: Contact
) -> None:
    outcome = make_outcome(alice, ann, what="Somebody to call in August")
    leads = f'href="{outcome.get_absolute_url()}">Outcome</a>'
    assert leads in text(desk, ann.get_absolute_url())
    assert leads in text(desk, reverse("interactions:help", args=[ann.uid]))
    with CaptureQueriesContext(connection) as one:
        desk.get(reverse("interactions:help", args=[ann.uid]))
    make_outcome(alice, ann)
    with CaptureQueriesContext(connection) as two:
        desk.get(reverse("interactions:help", args=[ann.uid]))
    assert len(two) == len(one)


def test_a_bad_form_keeps_every_word_and_says_what_is_wrong(desk: Client, bob: Contact) -> None:
    facts = sent(kind="", on="2027-01-01", money="10", currency="€", people=[bob.uid])
    answer = desk.post("/outcomes/new/", facts)
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    for said in ("A new client", "has not come yet", "three letters", "Please fill this in"):
        assert said in page
    assert f'value="{bob.uid}" checked' in page
    assert not Outcome.objects.exists()


def test_money_asks_for_its_currency_and_remembers_it(desk: Client, alice: User) -> None:
    answer = desk.post("/outcomes/new/", sent(money="10"))
    assert "In which currency?" in answer.content.decode()
    make_outcome(alice, money=10, currency="CHF")
    assert 'value="CHF"' in text(desk, "/outcomes/new/")


def test_editing_starts_with_what_is_known_and_keeps_who_is_in_the_trash(
    desk: Client, alice: User, ann: Contact, bob: Contact
) -> None:
    outcome = make_outcome(alice, ann, bob)
    ann.trash()
    url = reverse("goals:edit_outcome", args=[outcome.uid])
    page = text(desk, url)
    assert 'value="A new client"' in page
    assert f'value="{bob.uid}" checked' in page
    cem = make_contact(alice, "Cem Demir")
    assert desk.post(url, sent(what="A tip", people=[cem.uid])).status_code == 302
    outcome.refresh_from_db()
    named = Contribution.objects.filter(outcome=outcome).values_list("contact__given", flat=True)
    assert (outcome.what, sorted(named)) == ("A tip", ["Ann", "Cem"])


def test_the_parts_are_weighed_by_numbers(
    desk: Client, alice: User, ann: Contact, bob: Contact
) -> None:
    cem = make_contact(alice, "Cem Demir")
    outcome = make_outcome(alice, ann, cem)
    url = reverse("goals:shares", args=[outcome.uid])
    answer = desk.post(url, {f"share-{ann.uid}": "3", f"share-{cem.uid}": "1"})
    assert answer.status_code == 302
    page = text(desk, outcome.get_absolute_url())
    assert "75 %" in page
    assert "25 %" in page
    for bad in ({f"share-{ann.uid}": "-1"}, {f"share-{ann.uid}": "0", f"share-{cem.uid}": "0"}):
        assert desk.post(url, bad).status_code == 422
    assert Help.objects.get(contact=ann).share == 0.75


def test_one_click_promises_thanks_and_done_says_when(
    desk: Client, alice: User, ann: Contact, bob: Contact
) -> None:
    outcome = make_outcome(alice, bob)
    url = reverse("goals:thank", args=[outcome.uid, ann.uid])
    desk.post(url)
    desk.post(url)  # a second click makes no second promise
    promise = FollowUp.objects.get()
    assert promise.what == "Thank Ann, who introduced you to Bob"
    assert (promise.contact, promise.by, promise.due_on) == (ann, "me", dt.date(2026, 11, 26))
    back = {"next": outcome.get_absolute_url()}
    answer = desk.post(reverse("interactions:done", args=[promise.uid]), back)
    assert answer.headers["Location"] == outcome.get_absolute_url()
    assert "Thanked on 23 Nov 2026" in text(desk, outcome.get_absolute_url())


def test_thanks_let_go_are_offered_again(desk: Client, alice: User, bob: Contact) -> None:
    outcome = make_outcome(alice, bob)
    url = reverse("goals:thank", args=[outcome.uid, bob.uid])
    desk.post(url)
    FollowUp.objects.get().skip(TODAY)
    assert "Promise thanks" in text(desk, outcome.get_absolute_url())
    desk.post(url)
    assert FollowUp.objects.open().count() == 1


def test_nobody_is_thanked_who_is_not_credited(desk: Client, alice: User, ann: Contact) -> None:
    outcome = make_outcome(alice, make_contact(alice, "Cem Demir"))
    url = reverse("goals:thank", args=[outcome.uid, ann.uid])
    assert desk.post(url).status_code == 404
    assert not FollowUp.objects.exists()


def test_trash_and_undo(desk: Client, alice: User, bob: Contact) -> None:
    outcome = make_outcome(alice, bob)
    answer = desk.post(reverse("goals:delete_outcome", args=[outcome.uid]), follow=True)
    restore = reverse("goals:restore_outcome", args=[outcome.uid])
    assert restore in answer.content.decode()
    assert desk.get(outcome.get_absolute_url()).status_code == 404
    assert not Help.objects.living().exists()
    assert "A new client" in text(desk, "/trash/")
    desk.post(restore)
    assert desk.get(outcome.get_absolute_url()).status_code == 200
    assert Help.objects.living().count() == 1


def test_its_help_is_changed_with_it_alone(desk: Client, alice: User, bob: Contact) -> None:
    make_outcome(alice, bob)
    favour = Help.objects.get()
    for view in ("edit_help", "delete_help", "restore_help"):
        url = reverse(f"interactions:{view}", args=[favour.uid])
        assert desk.post(url).status_code == 404
        assert url not in text(desk, bob.get_absolute_url())


def test_the_list_is_newest_first_and_by_kind(desk: Client, alice: User) -> None:
    make_outcome(alice, what="Older tip", kind="insight", on=TODAY - dt.timedelta(days=9))
    make_outcome(alice, what="Newer client")
    page = text(desk, "/outcomes/")
    assert page.index("Newer client") < page.index("Older tip")
    assert "Newer client" not in text(desk, "/outcomes/?kind=insight")
    assert "None of this kind yet" in text(desk, "/outcomes/?kind=support")


def test_without_outcomes_it_says_what_the_page_is_for(desk: Client, alice: User) -> None:
    trash_outcome(make_outcome(alice))
    page = text(desk, "/outcomes/")
    assert "record it here" in page
    assert "What came of it" not in page


def test_the_form_starts_with_the_person_from_whose_page_it_was_opened(
    desk: Client, bob: Contact
) -> None:
    url = f"/outcomes/new/?with={bob.uid}"
    assert url in text(desk, bob.get_absolute_url())
    assert f'value="{bob.uid}" checked' in text(desk, url)


def test_what_one_person_alone_may_bring_is_chosen_already(desk: Client, bob: Contact) -> None:
    url = f"/outcomes/new/?with={bob.uid}"
    bob.benefits.create(kind="referral")
    assert re.search(r'value="referral"[^>]* checked', text(desk, url))
    bob.benefits.create(kind="insight")
    assert not re.search(r'name="kind"[^>]* checked', text(desk, url))
    assert not re.search(r'name="kind"[^>]* checked', text(desk, "/outcomes/new/?with=nobody"))


def test_the_page_of_a_person_tells_what_they_and_their_introductions_brought(
    desk: Client, alice: User, ann: Contact, bob: Contact
) -> None:
    assert "What came of it" not in text(desk, ann.get_absolute_url())
    make_outcome(alice, bob)
    page = text(desk, ann.get_absolute_url())
    assert "A new client" in page
    assert "introduced you to Bob Costa" in page
    assert "33 %" in page
