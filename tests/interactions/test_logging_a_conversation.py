import datetime as dt
import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.adding import PersonDraft, add_people
from contacts.models import Contact
from interactions.models import FollowUp, Interaction

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)
LOG = reverse("interactions:log")
FIELDS = {"line": "", "understood": "", "when": "today", "on": "", "channel": "in_person"}

UNDERSTOOD = reverse("interactions:understood")
TYPING = {"HX-Request": "true", "HX-Target": "understood"}


def hidden_value(page: str, name: str) -> str:
    [value] = re.findall(f'type="hidden" name="{name}" value="([^"]*)"', page)
    return str(value)


@pytest.fixture
def ana(alice: User) -> Contact:
    return add_people(alice, [PersonDraft(given="Ana", family="Pereira")])[0]


@pytest.fixture
def ben(alice: User) -> Contact:
    return add_people(alice, [PersonDraft(given="Ben", family="Okafor")])[0]


def logged() -> Interaction:
    return Interaction.objects.get()


def test_one_line_without_javascript_is_enough(desk: Client, ana: Contact, ben: Contact) -> None:
    line = "coffee with Ana and Ben yesterday 45 min about budgets"
    answer = desk.post(LOG, {**FIELDS, "line": line})
    it = logged()
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("strength:rate", args=[it.uid]))
    assert set(it.people.all()) == {ana, ben}
    assert (it.on, it.channel, it.minutes) == (dt.date(2026, 11, 22), "in_person", 45)
    assert it.subject == "Coffee: budgets"
    ana.refresh_from_db()
    assert ana.last_contact_on == dt.date(2026, 11, 22)


def test_what_was_changed_by_hand_wins_over_the_line(desk: Client, ana: Contact) -> None:
    line = "coffee with Ana yesterday"
    seen = {"line": line, "understood": line, "people": [ana.uid], "subject": "Lunch"}
    desk.post(LOG, {**FIELDS, **seen, "when": "today", "channel": "video"})
    it = logged()
    assert (it.on, it.channel, it.subject) == (TODAY, "video", "Lunch")


def test_the_line_goes_on_after_a_change_by_hand(desk: Client, ana: Contact, ben: Contact) -> None:
    sent = {
        "line": "coffee with Ana yesterday 30 min",
        "understood": "coffee with Ana",
        "people": [ben.uid],
        "subject": "Coffee",
    }
    desk.post(LOG, {**FIELDS, **sent})
    it = logged()
    assert list(it.people.all()) == [ben], "Ana was taken away by hand, Ben was added"
    assert (it.on, it.minutes) == (dt.date(2026, 11, 22), 30)


def test_names_in_a_textarea_and_new_people(desk: Client, ana: Contact) -> None:
    answer = desk.post(LOG, {**FIELDS, "names": "ana pereira\nZoe van Quark"}, follow=True)
    zoe = Contact.objects.get(given="Zoe", family="van Quark")
    assert set(logged().people.all()) == {ana, zoe}
    page = answer.content.decode()
    assert "Logged: In person, with Ana Pereira and Zoe van Quark (new)" in page
    assert reverse("interactions:delete", args=[logged().uid]) in page
    assert "Delete the conversation</button>" in page
    assert "Created Zoe van Quark" in page
    assert "Delete the person</button>" in page
    assert reverse("contacts:delete", args=[zoe.uid]) in page


def test_what_is_hardly_a_name_is_kept_as_it_was_typed(desk: Client) -> None:
    desk.post(LOG, {**FIELDS, "new_people": [","]})
    assert [person.name for person in logged().people.all()] == [","]


def test_a_name_that_fits_several_is_asked_about(desk: Client, alice: User, ana: Contact) -> None:
    (silva,) = add_people(alice, [PersonDraft(given="Ana", family="Silva")])
    answer = desk.post(LOG, {**FIELDS, "names": "Ana", "notes": "kept"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Several people fit “Ana”" in page
    assert str(silva.uid) in page
    assert "kept" in page
    desk.post(LOG, {**FIELDS, "names": "Ana", "people": [silva.uid]})
    assert list(logged().people.all()) == [silva]


def test_a_line_that_fits_several_is_asked_about_once(
    desk: Client, alice: User, ana: Contact
) -> None:
    add_people(alice, [PersonDraft(given="Ana", family="Silva")])
    answer = desk.post(LOG, {**FIELDS, "line": "lunch with ana"})
    assert answer.status_code == 422
    assert "Several people fit “ana”" in answer.content.decode()
    again = {"line": "lunch with ana", "understood": "lunch with ana", "people": [ana.uid]}
    desk.post(LOG, {**FIELDS, **again, "subject": "Lunch"})
    assert list(logged().people.all()) == [ana]


def test_the_time_in_a_line_is_the_time(desk: Client, ana: Contact) -> None:
    desk.post(LOG, {**FIELDS, "line": "call with Ana 14:30"})
    assert (logged().at, logged().subject) == (dt.time(14, 30), "")


def test_the_time_so_far_understood_is_sent_along(desk: Client, ana: Contact) -> None:
    sent = {**FIELDS, "line": "call with Ana at 3pm"}
    html = desk.post(UNDERSTOOD, sent, headers=TYPING).content.decode()
    assert 'name="at" value="15:00"' in html


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("call with Ana on 31 February", "There is no 31 February: when was it?"),
        ("lunch with Ana in 2031", "“in 2031” is more than one day: which was it?"),
    ],
)
def test_a_day_that_is_none_is_asked_about_once(
    desk: Client, ana: Contact, line: str, said: str
) -> None:
    html = desk.post(UNDERSTOOD, {**FIELDS, "line": line}, headers=TYPING).content.decode()
    assert said in html
    seen = {**FIELDS, "line": line, "understood": line, "people": [ana.uid]}
    answer = desk.post(LOG, seen)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Interaction.objects.exists()
    asked = hidden_value(answer.content.decode(), "asked_day")
    assert desk.post(LOG, {**seen, "asked_day": asked}).status_code == 302
    assert logged().on == TODAY


def test_a_day_chosen_by_hand_is_asked_about_no_more(desk: Client, ana: Contact) -> None:
    line = "call with Ana on 31 February"
    seen = {**FIELDS, "line": line, "understood": line, "people": [ana.uid]}
    desk.post(LOG, {**seen, "when": "other", "on": "2026-02-28"})
    assert logged().on == dt.date(2026, 2, 28)


def test_a_day_to_come_is_refused_and_may_be_planned(desk: Client, ana: Contact) -> None:
    sent = {**FIELDS, "people": [ana.uid], "when": "other", "on": "2026-11-25", "notes": "kept"}
    answer = desk.post(LOG, sent)
    assert answer.status_code == 422
    assert "That day has not come yet" in answer.content.decode()
    assert "kept" in answer.content.decode()
    assert desk.post(LOG, {**sent, "is_planned": "on"}).status_code == 302
    assert logged().status == "planned"
    ana.refresh_from_db()
    assert ana.last_contact_on is None


def test_a_line_about_tomorrow_is_a_plan(desk: Client, ana: Contact) -> None:
    desk.post(LOG, {**FIELDS, "line": "coffee with Ana tomorrow"})
    assert (logged().on, logged().status) == (dt.date(2026, 11, 24), "planned")


def test_nobody_is_refused_with_every_word_kept(desk: Client, alice: User) -> None:
    answer = desk.post(LOG, {**FIELDS, "subject": "Alone", "me-what": "call", "minutes": "x"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "With whom?" in page
    assert "Alone" in page
    assert 'value="call"' in page
    assert 'value="x"' in page
    assert not Interaction.objects.exists()


def test_promises_become_follow_ups_to_whom_they_name(
    desk: Client, ana: Contact, ben: Contact
) -> None:
    sent = {"line": "call with Ana and Ben", "me-what": "send Ben the deck", "me-when": "friday"}
    more = {"them-what": "write to Cem", "them-when": "other", "them-on": "2026-12-24"}
    desk.post(LOG, {**FIELDS, **sent, **more})
    mine = FollowUp.objects.get(by="me")
    theirs = FollowUp.objects.get(by="them")
    assert (mine.contact, mine.due_on) == (ben, dt.date(2026, 11, 27))
    assert (theirs.contact, theirs.due_on) == (ana, dt.date(2026, 12, 24))
    assert mine.interaction == logged()


def test_an_unanswered_message_leaves_the_last_contact_and_asks_for_no_rating(
    desk: Client, ana: Contact
) -> None:
    answer = desk.post(LOG, {**FIELDS, "line": "emailed Ana no reply", "next": "/people/"})
    assert answer["Location"] == "/people/"
    assert not logged().is_two_way
    ana.refresh_from_db()
    assert ana.last_contact_on is None


def test_with_prefills_a_person_and_the_channel_is_the_last_one(desk: Client, ana: Contact) -> None:
    desk.post(LOG, {**FIELDS, "people": [ana.uid], "channel": "video"})
    page = desk.get(LOG, {"with": str(ana.uid)}).content.decode()
    assert f'value="{ana.uid}" checked' in page
    assert 'value="video" id="id_channel_1" checked' in page.replace(" required", "")


def test_the_dialog_is_a_fragment_and_answers_there(desk: Client, ana: Contact) -> None:
    headers = {"HX-Request": "true", "HX-Target": "dialog"}
    dialog = desk.get(LOG, headers=headers).content.decode()
    assert "<html" not in dialog
    assert 'hx-target="#dialog"' in dialog
    failed = desk.post(LOG, FIELDS, headers=headers)
    assert failed.status_code == 422
    assert "<html" not in failed.content.decode()
    done = desk.post(LOG, {**FIELDS, "people": [ana.uid]}, headers=headers)
    assert done["HX-Redirect"].startswith("/rate/")


def test_what_is_understood_so_far_is_shown_and_nothing_stored(desk: Client, ana: Contact) -> None:
    headers = {"HX-Request": "true", "HX-Target": "understood"}
    sent = {**FIELDS, "line": "coffee with Ana and Zoe Quark yesterday"}
    html = desk.post(reverse("interactions:understood"), sent, headers=headers).content.decode()
    assert f'value="{ana.uid}" checked' in html
    assert 'name="new_people" value="Zoe Quark" checked' in html
    assert 'value="yesterday"' in html
    assert "With whom?" not in html
    assert not Interaction.objects.exists()
    assert Contact.objects.count() == 1


def test_nothing_is_asked_for_while_one_types(desk: Client, ana: Contact) -> None:
    headers = {"HX-Request": "true", "HX-Target": "understood"}
    sent = {**FIELDS, "line": "cof", "when": "other"}
    html = desk.post(reverse("interactions:understood"), sent, headers=headers).content.decode()
    assert "field-error" not in html
    assert 'value="Cof"' in html


def test_a_form_sent_twice_is_stored_once(desk: Client, mallory: User, ana: Contact) -> None:
    sent = {**FIELDS, "people": [ana.uid], "new_people": ["Zoe"], "key": str(uuid4())}
    first, second = desk.post(LOG, sent), desk.post(LOG, sent)
    assert first["Location"] == second["Location"]
    assert str(logged().uid) == sent["key"]
    assert Contact.objects.filter(given="Zoe").count() == 1
    theirs = Client()
    theirs.force_login(mallory)
    theirs.post(LOG, {**FIELDS, "new_people": ["Eve"], "key": sent["key"]})
    assert Interaction.objects.count() == 2


def test_words_are_shown_as_words_and_one_never_leaves_the_site(desk: Client, ana: Contact) -> None:
    sent = {**FIELDS, "people": [ana.uid], "subject": "<b>x</b>", "channel": "message"}
    sent |= {"is_unanswered": "on", "next": "https://evil.example/"}
    assert desk.post(LOG, sent)["Location"] == "/"
    for url in (reverse("interactions:timeline"), ana.get_absolute_url()):
        page = desk.get(url).content.decode()
        assert "&lt;b&gt;x" in page
        assert "<b>x" not in page


def test_a_strangers_person_is_refused(desk: Client, mallory: User) -> None:
    (stranger,) = add_people(mallory, [PersonDraft(given="Zoltan")])
    answer = desk.post(LOG, {**FIELDS, "people": [stranger.uid]})
    assert answer.status_code == 422
    assert "Zoltan" not in answer.content.decode()
    assert desk.get(LOG, {"with": str(stranger.uid)}).content.decode().count("Zoltan") == 0
    for nonsense in ("x", "00000000-0000-0000-0000-000000000000"):
        assert desk.post(LOG, {**FIELDS, "people": [nonsense]}).status_code == 422
        assert desk.get(LOG, {"with": nonsense}).status_code == 200
