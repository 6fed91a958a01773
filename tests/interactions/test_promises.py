import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact, SearchEntry
from interactions.days_ahead import day_ahead
from interactions.models import FollowUp
from tests.makers import make_contact, make_follow_up

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice)


def address(view: str, thing: FollowUp | Contact) -> str:
    return reverse(f"interactions:{view}", args=[thing.uid])


def test_quick_days() -> None:
    assert day_ahead("tomorrow", TODAY) == dt.date(2026, 11, 24)
    assert day_ahead("days", TODAY) == dt.date(2026, 11, 26)
    assert day_ahead("friday", TODAY) == dt.date(2026, 11, 27)
    assert day_ahead("friday", dt.date(2026, 11, 27)) == dt.date(2026, 12, 4)
    assert day_ahead("friday", dt.date(2026, 11, 26)) == dt.date(2026, 11, 27)
    assert day_ahead("week", TODAY) == dt.date(2026, 11, 30)
    assert day_ahead("other", TODAY) is None


def test_a_promise_is_made_on_a_persons_page(desk: Client, ana: Contact) -> None:
    sent = {"by": "them", "what": "Introduce me to Cem", "when": "friday"}
    answer = desk.post(address("promise", ana), sent)
    assert answer["Location"] == ana.get_absolute_url()
    page = desk.get(ana.get_absolute_url()).content.decode()
    assert "Introduce me to Cem" in page
    assert "They promised:" in page


def test_in_a_dialog_the_page_below_stays_as_it_is(desk: Client, ana: Contact) -> None:
    headers = {"HX-Request": "true", "HX-Target": "dialog"}
    sent = {"by": "me", "what": "Call", "when": "week"}
    answer = desk.post(address("promise", ana), sent, headers=headers)
    assert answer["HX-Trigger"] == "promises-changed"
    assert "Noted: Call" in answer.content.decode()


def test_a_promise_without_words_or_day_is_refused(desk: Client, ana: Contact) -> None:
    answer = desk.post(address("promise", ana), {"by": "me", "what": "", "when": "other"})
    assert answer.status_code == 422
    assert "Which day?" in answer.content.decode()
    assert "autofocus" in answer.content.decode()
    assert not FollowUp.objects.exists()


def test_it_is_done_put_off_and_let_go_where_it_stands(desk: Client, ana: Contact) -> None:
    headers = {"HX-Request": "true", "HX-Target": "toasts"}
    for view, sent, said in (
        ("done", {}, "Done: Send the deck"),
        ("skip", {}, "Let go: Send the deck"),
        ("snooze", {"when": "tomorrow"}, "Put off: Send the deck"),
    ):
        promise = make_follow_up(ana)
        answer = desk.post(address(view, promise), sent, headers=headers)
        assert answer["HX-Trigger"] == "promises-changed"
        assert said in answer.content.decode()
        assert address("reopen", promise) in answer.content.decode()
        assert promise not in FollowUp.objects.due(TODAY)


def test_each_of_these_can_be_undone(desk: Client, ana: Contact) -> None:
    promise = make_follow_up(ana, due_on=dt.date(2026, 11, 20))
    desk.post(address("done", promise))
    desk.post(address("reopen", promise))
    assert promise in FollowUp.objects.due(TODAY)
    desk.post(address("snooze", promise), {"when": "week"})
    desk.post(f"{address('reopen', promise)}?on=2026-11-20")
    promise.refresh_from_db()
    assert promise.due_on == dt.date(2026, 11, 20)
    assert desk.post(f"{address('reopen', promise)}?on=2026-02-31").status_code == 302


def test_a_snooze_is_no_contact(desk: Client, ana: Contact) -> None:
    promise = make_follow_up(ana)
    desk.post(address("snooze", promise), {"when": "other", "on": "2026-12-24"})
    promise.refresh_from_db()
    ana.refresh_from_db()
    assert promise.due_on == dt.date(2026, 12, 24)
    assert ana.last_contact_on is None


def test_why_it_was_promised_stands_beneath_it(desk: Client, ana: Contact) -> None:
    sent = {"by": "me", "what": "Send the deck", "why": "For her board", "when": "week"}
    desk.post(address("promise", ana), sent)
    assert "For her board" in desk.get(ana.get_absolute_url()).content.decode()
    assert "Send the deck" in desk.get("/search/?q=board").content.decode()


def test_it_can_be_reworded(desk: Client, ana: Contact) -> None:
    promise = make_follow_up(ana, why="For her board", due_on=dt.date(2026, 11, 20))
    assert address("edit_promise", promise) in desk.get(ana.get_absolute_url()).content.decode()
    form = desk.get(address("edit_promise", promise)).context["form"]
    begun = {name: str(form[name].value()) for name in form.fields}
    desk.post(address("edit_promise", promise), begun)
    promise.refresh_from_db()
    assert (promise.what, promise.why) == ("Send the deck", "For her board")
    assert (promise.by, promise.due_on) == ("me", dt.date(2026, 11, 20))
    changed = {"by": "them", "what": "Call me", "why": "", "when": "other", "on": "2026-12-01"}
    answer = desk.post(address("edit_promise", promise), changed)
    assert answer["Location"] == ana.get_absolute_url()
    promise.refresh_from_db()
    assert (promise.what, promise.why) == ("Call me", "")
    assert (promise.by, promise.due_on) == ("them", dt.date(2026, 12, 1))
    assert desk.post(address("edit_promise", promise), {**changed, "what": ""}).status_code == 422


def test_it_is_thrown_away_and_brought_back(desk: Client, ana: Contact) -> None:
    promise = make_follow_up(ana)
    assert address("delete_promise", promise) in desk.get(address("edit_promise", promise)).text
    headers = {"HX-Request": "true", "HX-Target": "dialog"}
    answer = desk.post(address("delete_promise", promise), headers=headers)
    assert answer["HX-Trigger"] == "promises-changed"
    assert "Send the deck" not in desk.get(ana.get_absolute_url()).content.decode()
    assert not SearchEntry.objects.filter(kind="promise").exists()
    assert desk.post(address("done", promise)).status_code == 404
    desk.post(address("restore_promise", promise))
    assert "Send the deck" in desk.get(ana.get_absolute_url()).content.decode()
    assert SearchEntry.objects.filter(kind="promise").exists()


def test_the_search_knows_the_day_it_was_put_off_to(desk: Client, ana: Contact) -> None:
    promise = make_follow_up(ana)
    desk.post(address("snooze", promise), {"when": "week"})
    entry = SearchEntry.objects.get(kind="promise", target_uid=promise.uid)
    assert entry.on == dt.date(2026, 11, 30)
    desk.post(f"{address('reopen', promise)}?on=2026-11-23")
    entry.refresh_from_db()
    assert entry.on == TODAY


def test_without_javascript_one_comes_back_to_the_page(desk: Client, ana: Contact) -> None:
    promise = make_follow_up(ana)
    answer = desk.post(
        address("done", promise), headers={"Referer": f"http://testserver{ana.get_absolute_url()}"}
    )
    assert answer["Location"] == ana.get_absolute_url()
    elsewhere = {"Referer": "https://evil.example/"}
    assert desk.post(address("done", promise), headers=elsewhere)["Location"] == "/"


def test_a_stranger_finds_no_promise(mallory: User, ana: Contact) -> None:
    promise = make_follow_up(ana)
    theirs = Client()
    theirs.force_login(mallory)
    for view in (
        *("done", "skip", "snooze", "reopen"),
        *("edit_promise", "delete_promise", "restore_promise"),
    ):
        assert theirs.post(address(view, promise), {"when": "week"}).status_code == 404, view
