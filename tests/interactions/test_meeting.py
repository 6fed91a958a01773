"""After an event: whom one met, logged, rated and promised in one pass."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from contacts.searching import index_people
from interactions.eventing import Guest, events_to_review, expect
from interactions.models import Attendance, Event, FollowUp, Interaction
from tests.makers import make_contact, make_event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def meetup(alice: User) -> Event:
    on = TODAY - dt.timedelta(days=2)
    return make_event(alice, starts_on=on, ends_on=on + dt.timedelta(days=1), place="Lisbon")


@pytest.fixture
def ana(alice: User, meetup: Event) -> Contact:
    ana = make_contact(alice)
    expect(meetup, [Guest(ana, is_wanted=True), Guest(None, "Dee Novak"), Guest(None, "Eva Ito")])
    return ana


def review(event: Event) -> str:
    return reverse("interactions:review", args=[event.uid])


def sent_for(ana: Contact) -> dict[str, object]:
    return {
        "key": [ana.uid, "Dee Novak", "Eva Ito"],
        "met": [ana.uid, "Dee Novak"],
        "about": ["Budgets", "", ""],
        "promise": ["Send the deck", "", ""],
        "names": "Finn Berg",
    }


def test_each_person_met_is_logged_with_the_event(
    desk: Client, alice: User, meetup: Event, ana: Contact
) -> None:
    answer = desk.post(review(meetup), sent_for(ana))
    talks = Interaction.objects.of(alice).filter(event=meetup).order_by("id")
    assert [(each.people.get().name, each.subject) for each in talks] == [
        ("Ana Pereira", "Budgets"), ("Dee Novak", "Climate meetup"), ("Finn Berg", "Climate meetup")
    ]  # fmt: skip
    assert {(each.on, each.channel, each.place) for each in talks} == {
        (dt.date(2026, 11, 22), "in_person", "Lisbon")
    }
    dee = Contact.objects.get(family="Novak")
    assert (dee.met_at, dee.met_on) == ("Climate meetup", "2026-11-22")
    assert dee.last_contact_on == dt.date(2026, 11, 22)
    promise = FollowUp.objects.get()
    assert (promise.contact, promise.what, promise.interaction) == (ana, "Send the deck", talks[0])
    meetup.refresh_from_db()
    assert meetup.going == "attended"
    assert meetup not in events_to_review(alice, TODAY)
    assert answer["Location"] == reverse("interactions:rate_met", args=[meetup.uid, 0, 0])


def test_the_ratings_follow_one_another_and_end_at_the_event(
    desk: Client, alice: User, meetup: Event, ana: Contact
) -> None:
    page = desk.post(review(meetup), sent_for(ana), follow=True)
    names = []
    for number in range(1, 4):
        person = page.context["person"]
        names.append(person.name)
        assert f"{number} of 3" in page.content.decode()
        assert ("Save and next" in page.content.decode()) == (number < 3)
        sent = {"trust": "4", "respect": "4", "common": "5", "next": page.context["next"]}
        url = reverse("strength:save_after", args=[page.context["conversation"].uid, person.uid])
        page = desk.post(url, sent, follow=True)
    assert names == ["Ana Pereira", "Dee Novak", "Finn Berg"]
    assert page.redirect_chain[-1][0] == meetup.get_absolute_url()
    shown = page.content.decode()
    assert "3 people met are noted." in shown
    assert "Whom you met" in shown
    assert "Eva Ito" in shown
    ana.refresh_from_db()
    assert ana.strength > 0


def test_what_one_spoke_about_is_said_with_the_rating(
    desk: Client, meetup: Event, ana: Contact
) -> None:
    page = desk.post(review(meetup), {"names": "Cem Demir"}, follow=True)
    talk, cem = page.context["conversation"], page.context["person"]
    assert 'name="about" value=""' in page.content.decode()
    sent = {"trust": "4", "about": "Meters", "next": page.context["next"]}
    wrong = desk.post(
        reverse("strength:save_after", args=[talk.uid, cem.uid]), {**sent, "trust": "9"}
    )
    assert wrong.status_code == 422
    assert 'name="about" value="Meters"' in wrong.content.decode()
    desk.post(reverse("strength:save_after", args=[talk.uid, cem.uid]), sent)
    talk.refresh_from_db()
    assert talk.subject == "Meters"
    assert "Meters" in desk.get(meetup.get_absolute_url()).content.decode()


def test_what_was_said_of_it_before_stands_there_and_may_be_taken_away(
    desk: Client, meetup: Event, ana: Contact
) -> None:
    page = desk.post(review(meetup), sent_for(ana), follow=True)
    assert 'name="about" value="Budgets"' in page.content.decode()
    talk = page.context["conversation"]
    url = reverse("strength:save_after", args=[talk.uid, ana.uid])
    desk.post(url, {"trust": "4", "about": "", "next": page.context["next"]})
    talk.refresh_from_db()
    assert talk.subject == meetup.name


def test_a_rating_outside_of_the_pass_asks_for_the_rating_alone(
    desk: Client, meetup: Event, ana: Contact
) -> None:
    desk.post(review(meetup), sent_for(ana))
    talk = Interaction.objects.filter(people=ana).get()
    page = desk.get(reverse("strength:rate", args=[talk.uid])).content.decode()
    assert 'name="about"' not in page
    assert " of 3" not in page
    assert "Save and next" not in page


def test_sent_twice_it_is_logged_once(desk: Client, meetup: Event, ana: Contact) -> None:
    for _ in range(2):
        desk.post(review(meetup), sent_for(ana))
    assert Interaction.objects.count() == 3
    assert Contact.objects.count() == 3
    assert FollowUp.objects.count() == 1
    assert Attendance.objects.filter(event=meetup).count() == 4


def test_later_somebody_else_is_added_and_only_they_are_rated(
    desk: Client, alice: User, meetup: Event, ana: Contact
) -> None:
    desk.post(review(meetup), {"key": [ana.uid], "met": [ana.uid], "about": "", "promise": ""})
    answer = desk.post(review(meetup), {"names": "Dee Novak"})
    assert answer["Location"] == reverse("interactions:rate_met", args=[meetup.uid, 1, 1])
    assert Interaction.objects.count() == 2
    assert not Attendance.objects.filter(event=meetup, name="Dee Novak").exists()
    page = desk.post(review(meetup), {"names": "Finn Berg\nGil Sá"}, follow=True).content.decode()
    assert "1 of 2" in page
    end = desk.get(reverse("interactions:rate_met", args=[meetup.uid, 2, 4]), follow=True)
    assert "2 people met are noted." in end.content.decode()


def test_a_name_that_fits_several_is_asked_about(
    desk: Client, alice: User, meetup: Event, ana: Contact
) -> None:
    ben, other = make_contact(alice, "Ben Okafor"), make_contact(alice, "Ben Okafor")
    index_people([ben.pk, other.pk])
    answer = desk.post(review(meetup), {**sent_for(ana), "names": "Ben Okafor"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "tick who it was" in page
    assert 'value="Budgets"' in page
    assert not Interaction.objects.exists()
    sent = {**sent_for(ana), "names": "Ben Okafor", "people": [ben.uid]}
    assert desk.post(review(meetup), sent).status_code == 302
    assert Interaction.objects.filter(people=ben).exists()
    assert not Interaction.objects.filter(people=other).exists()


def test_with_nobody_met_it_was_attended_all_the_same(
    desk: Client, alice: User, meetup: Event
) -> None:
    page = desk.post(review(meetup), {}, follow=True)
    assert page.redirect_chain[-1][0] == meetup.get_absolute_url()
    assert "You were there; nobody is noted whom you met." in page.content.decode()
    assert not events_to_review(alice, TODAY)


def test_before_it_begins_nobody_was_met(desk: Client, alice: User) -> None:
    fair = make_event(alice, starts_on=TODAY + dt.timedelta(days=1))
    answer = desk.post(review(fair), {"names": "Dee Novak"})
    assert answer["Location"] == fair.get_absolute_url()
    assert not Contact.objects.exists()


def test_people_of_others_cannot_be_met(desk: Client, mallory: User, meetup: Event) -> None:
    theirs = make_contact(mallory)
    assert desk.post(review(meetup), {"people": [theirs.uid]}).status_code == 422
    assert not Interaction.objects.exists()


def test_who_was_not_there_says_so_on_the_same_page(desk: Client, meetup: Event) -> None:
    page = desk.get(review(meetup)).content.decode()
    going = reverse("interactions:going", args=[meetup.uid])
    assert f'formaction="{going}"' in page
    sent = {"going": "skipped", "next": meetup.get_absolute_url()}
    assert desk.post(going, sent)["Location"] == meetup.get_absolute_url()
    meetup.refresh_from_db()
    assert meetup.going == "skipped"


@pytest.mark.parametrize("words", ["x" * 301, "Budgets\0"])
def test_words_that_do_not_fit_are_said_and_kept(
    desk: Client, meetup: Event, ana: Contact, words: str
) -> None:
    asked = {"about": [words, "", ""]}, {"promise": [words, "", ""]}
    for each in asked:
        answer = desk.post(review(meetup), {**sent_for(ana), **each})
        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert "field-error" in answer.content.decode()
    people = reverse("interactions:event_people", args=[meetup.uid])
    answer = desk.post(people, {"key": [ana.uid], "reason": [words]})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Interaction.objects.exists()
