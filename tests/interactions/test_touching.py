import datetime as dt

import pytest
from django.core.management import call_command
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from contacts.models import Contact
from contacts.signals import people_changed
from interactions.recording import record, revise, trash
from interactions.touching import retouch
from tests.makers import make_contact, make_interaction

TODAY = dt.date(2026, 11, 23)
pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]


def days_of(contact: Contact) -> tuple[dt.date | None, dt.date | None]:
    contact.refresh_from_db()
    return contact.last_contact_on, contact.next_touch_on


def test_a_held_conversation_through_any_channel_restarts_the_cadence(alice: User) -> None:
    for channel in ("in_person", "video", "phone", "message", "social"):
        ana = make_contact(alice, circle="close", circle_chosen_on=dt.date(2026, 1, 1))
        record(alice, [ana], TODAY, channel)
        assert days_of(ana) == (TODAY, TODAY + dt.timedelta(days=30)), channel


def test_an_unanswered_message_a_plan_and_a_cancelled_meeting_do_not(alice: User) -> None:
    ana = make_contact(alice, circle="close")
    record(alice, [ana], TODAY, "message", direction="outgoing", is_answered=False)
    record(alice, [ana], TODAY + dt.timedelta(days=3), status="planned")
    record(alice, [ana], TODAY, status="cancelled")
    assert days_of(ana) == (None, None)


def test_a_message_from_them_is_two_way(alice: User) -> None:
    ana = make_contact(alice)
    record(alice, [ana], TODAY, "message", direction="incoming")
    assert days_of(ana) == (TODAY, None)


def test_without_a_known_contact_the_days_run_from_the_choice_of_the_circle(alice: User) -> None:
    ana = make_contact(alice, circle="inner", circle_chosen_on=TODAY)
    ben = make_contact(alice, circle="inner")
    people_changed.send(sender=Contact, owner=alice, contact_ids=[ana.pk, ben.pk])
    assert days_of(ana) == (None, TODAY + dt.timedelta(days=7))
    assert days_of(ben) == (None, None)


def test_never_is_never_and_own_days_win_over_the_circle(alice: User) -> None:
    ana = make_contact(alice, circle="inner", cadence="never")
    ben = make_contact(alice, circle="inner", cadence="days", cadence_days=10)
    record(alice, [ana, ben], TODAY)
    assert days_of(ana) == (TODAY, None)
    assert days_of(ben) == (TODAY, TODAY + dt.timedelta(days=10))


def test_the_trash_gives_the_day_before_back(alice: User) -> None:
    ana = make_contact(alice)
    record(alice, [ana], dt.date(2026, 3, 1))
    newest = record(alice, [ana], TODAY)
    trash(newest)
    assert days_of(ana)[0] == dt.date(2026, 3, 1)


def test_who_leaves_a_conversation_loses_its_day(alice: User) -> None:
    ana, ben = make_contact(alice), make_contact(alice, "Ben Okafor")
    lunch = record(alice, [ana, ben], TODAY)
    revise(lunch, [ben], on=dt.date(2026, 11, 20))
    assert days_of(ana)[0] is None
    assert days_of(ben)[0] == dt.date(2026, 11, 20)


def test_the_command_rebuilds_what_was_lost(alice: User) -> None:
    ana = make_contact(alice, circle="active")
    make_interaction(alice, ana, on=TODAY)
    Contact.objects.update(last_contact_on=dt.date(1999, 1, 1), next_touch_on=None)
    call_command("retouch")
    assert days_of(ana) == (TODAY, TODAY + dt.timedelta(days=90))


def test_thousands_of_new_people_take_a_fixed_number_of_statements_per_chunk(
    alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    people = [Contact(owner=alice, given=f"P{n}", circle="close") for n in range(2000)]
    for person in people:
        person.settle()
    Contact.objects.bulk_create(people)
    with django_assert_max_num_queries(6):
        retouch(person.pk for person in people)
