import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from goals.models import Goal
from interactions.models import Participant
from interactions.recording import record
from planning.today import MOST, today_of
from tests.house.statements import asked
from tests.makers import make_contact, make_follow_up, make_rating

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)
URL = reverse("planning:today")
QUIET = "Nothing is waiting for you today"


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice)


def page_of(desk: Client) -> str:
    return desk.get(URL).content.decode()


def test_a_newcomer_is_led_to_the_import(desk: Client) -> None:
    page = page_of(desk)
    assert reverse("exchange:index") in page
    assert "Bring in the people you know" in page


def test_a_quiet_day_says_so_in_one_sentence(desk: Client, alice: User, ana: Contact) -> None:
    assert QUIET not in page_of(desk), "the triage waits"
    User.objects.filter(pk=alice.pk).update(triage_finished_at=timezone.now())
    assert QUIET in page_of(desk)


def test_a_day_on_which_a_goal_needs_a_step_is_not_quiet(
    desk: Client, alice: User, ana: Contact
) -> None:
    User.objects.filter(pk=alice.pk).update(triage_finished_at=timezone.now())
    begun, due = TODAY - dt.timedelta(days=80), TODAY + dt.timedelta(days=5)
    Goal.objects.create(
        owner=alice, title="Ten events", counts="events", wanted=10, starts_on=begun, due_on=due
    )
    page = page_of(desk)
    assert "Goals that need a step" in page
    assert QUIET not in page


def test_what_was_held_and_not_rated_is_asked_about(
    desk: Client, alice: User, ana: Contact
) -> None:
    ben = make_contact(alice, "Ben Okafor")
    coffee = record(alice, [ana, ben], dt.date(2026, 11, 20), subject="Coffee")
    make_rating(ben, 4, 4, 5, interaction=coffee)
    page = page_of(desk)
    assert "How did it go?" in page
    assert reverse("strength:rate_after", args=[coffee.uid, ana.uid]) in page
    assert [each.contact for each in today_of(alice).unrated] == [ana]


def test_the_face_of_whom_one_met_is_shown(desk: Client, alice: User) -> None:
    ana = make_contact(alice, photo="photos/1/0123456789abcdef.jpg")
    coffee = record(alice, [ana], dt.date(2026, 11, 20))
    assert ana.photo_url
    assert f'src="{ana.photo_url}"' in page_of(desk)
    assert f'src="{ana.photo_url}"' in desk.get(coffee.get_absolute_url()).content.decode()


def test_each_person_is_asked_about_once_and_a_rating_settles_what_was_before(
    alice: User, ana: Contact
) -> None:
    record(alice, [ana], dt.date(2026, 11, 18))
    newest = record(alice, [ana], dt.date(2026, 11, 20))
    assert [each.interaction for each in today_of(alice).unrated] == [newest]
    make_rating(ana, 4, 4, 5, interaction=newest, on=newest.on)
    assert list(today_of(alice).unrated) == []


def test_nobody_is_asked_about_the_unheld_the_written_the_old_the_estimated_and_the_declined(
    alice: User, ana: Contact
) -> None:
    record(alice, [ana], TODAY, status="cancelled")
    record(alice, [ana], TODAY, "phone", is_answered=False)
    record(alice, [ana], TODAY, "message")
    record(alice, [ana], TODAY, "social")
    record(alice, [ana], TODAY - dt.timedelta(days=15))
    record(alice, [ana], TODAY, source="estimate")
    record(alice, [make_contact(alice, "Mum", is_unscored=True)], TODAY)
    declined = record(alice, [ana], TODAY)
    Participant.objects.filter(interaction=declined).update(
        rating_declined_at=dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    )
    assert list(today_of(alice).unrated) == []


def test_promises_due_stand_before_those_of_the_week(
    desk: Client, alice: User, ana: Contact
) -> None:
    due = make_follow_up(ana, "Send the deck", due_on=dt.date(2026, 11, 20))
    soon = make_follow_up(ana, "Write", due_on=dt.date(2026, 11, 28))
    make_follow_up(ana, "Some day", due_on=dt.date(2027, 11, 28))
    theirs = make_follow_up(ana, "Introduce", by="them")
    plan = today_of(alice)
    assert plan.promised.rows == [due, soon]
    assert plan.awaited.rows == [theirs]
    page = page_of(desk)
    assert "1 due, 1 to come" in page
    due.finish(TODAY)
    page = page_of(desk)
    assert "1 to come" in page
    assert "due, " not in page


def test_what_others_owe_leaves_room_for_what_one_promised(alice: User, ana: Contact) -> None:
    for days_ago in range(2 * MOST + 1):
        make_follow_up(ana, by="them", due_on=TODAY - dt.timedelta(days=days_ago))
    mine = make_follow_up(ana, due_on=TODAY)
    plan = today_of(alice)
    assert plan.promised.rows == [mine]
    assert len(plan.awaited.rows) == MOST


def test_plans_whose_day_has_come_are_asked_about(desk: Client, alice: User, ana: Contact) -> None:
    passed = record(alice, [ana], dt.date(2026, 11, 20), status="planned")
    ahead = record(alice, [ana], dt.date(2026, 11, 28), status="planned")
    record(alice, [ana], dt.date(2026, 12, 28), status="planned")
    plan = today_of(alice)
    assert (list(plan.passed), list(plan.ahead)) == ([passed], [ahead])
    page = page_of(desk)
    assert reverse("interactions:held", args=[passed.uid]) in page
    assert reverse("interactions:held", args=[ahead.uid]) not in page


def test_it_refreshes_in_place(desk: Client, ana: Contact) -> None:
    make_follow_up(ana)
    headers = {"HX-Request": "true", "HX-Target": "today"}
    fragment = desk.get(URL, headers=headers).content.decode()
    assert "<html" not in fragment
    assert "Send the deck" in fragment


def test_others_people_do_not_show(desk: Client, mallory: User) -> None:
    eve = make_contact(mallory, "Zoltan")
    record(mallory, [eve], TODAY)
    make_follow_up(eve)
    assert today_of(mallory).unrated
    assert "Zoltan" not in page_of(desk)


def test_queries_do_not_grow_with_rows(desk: Client, alice: User, ana: Contact) -> None:
    counts = []
    for name in ("Ben", "Cem"):
        person = make_contact(alice, name)
        for day in range(3):
            record(alice, [ana, person], TODAY - dt.timedelta(days=day))
            record(alice, [ana, person], TODAY + dt.timedelta(days=day), status="planned")
            make_follow_up(person, by="them")
            make_follow_up(person)
        counts.append(len(asked(desk, URL)))
    assert counts[0] == counts[1]
