"""Goals about new people leave out whoever was known, and see who is about to be met."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client
from pytest_django.fixtures import Settings

from accounts.models import User
from contacts.models import Contact
from goals.counting import booked, days_counted
from goals.models import Goal
from interactions.recording import record
from tests.exchange.importing import AT_ONCE, add, bring, card, connections
from tests.makers import make_contact

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
ABOUT_NEW = ("new_contacts", "first_meetings", "new_people")


def counted(owner: User, counts: str) -> int:
    today = owner.today()
    goal = Goal(owner=owner, counts=counts, wanted=1, starts_on=today - 30 * DAY, due_on=today)
    return len(days_counted(goal, (goal.starts_on, today)))


@pytest.mark.django_db(transaction=True)
def test_whoever_was_imported_is_nobody_new(desk: Client, alice: User, settings: Settings) -> None:
    settings.TASKS = AT_ONCE
    add(desk, bring(desk, "".join(card(f"Friend N{number}") for number in range(4))))
    zoe = "Zoe,Kis,https://l/x,z@example.org,Lumen,CTO,01 Mar 2015"
    add(desk, bring(desk, connections(zoe), "Connections.csv"))
    everybody = list(Contact.objects.of(alice).living())
    assert len(everybody) == 5
    for person in everybody:
        record(alice, [person], alice.today(), "in_person")
    assert [counted(alice, counts) for counts in ABOUT_NEW] == [0, 0, 0]

    Contact.objects.filter(given="Zoe").update(met_on=f"{alice.today() - DAY}")
    assert [counted(alice, counts) for counts in ABOUT_NEW] == [1, 1, 1]


@pytest.mark.django_db(transaction=True)
def test_whoever_was_imported_before_this_was_kept_is_found(
    desk: Client, alice: User, settings: Settings
) -> None:
    settings.TASKS = AT_ONCE
    ben = make_contact(alice, "Ben Okafor")
    run = add(desk, bring(desk, card("Ana Pereira") + card("Ben Okafor", "TEL:+351 21 1")))
    Contact.objects.update(imported_on=None)
    import_module("exchange.migrations.0002_who_was_imported").fill(apps, None)
    assert run.applied_at is not None
    assert Contact.objects.get(given="Ana").imported_on == run.applied_at.date()
    ben.refresh_from_db()
    assert ben.imported_on is None


@pytest.mark.parametrize("counts", ABOUT_NEW)
def test_whoever_was_met_before_the_goal_began_is_nobody_new(alice: User, counts: str) -> None:
    today = alice.today()
    for name, met in (("Ana", today - 31 * DAY), ("Ben", today - 9 * DAY), ("Cem", None)):
        person = make_contact(alice, name, met_on=f"{met or ''}")
        record(alice, [person], today, "in_person")
    assert counted(alice, counts) == 2


def test_a_first_meeting_is_booked_though_one_has_written_before(alice: User) -> None:
    today = alice.today()
    goal = Goal.objects.create(
        owner=alice, counts="first_meetings", starts_on=today - 3 * DAY, due_on=today + 20 * DAY
    )
    ana, ben, cem = (make_contact(alice, name) for name in ("Ana", "Ben", "Cem"))
    record(alice, [ana], today - 2 * DAY, "message")
    record(alice, [ben], today - 99 * DAY, "in_person")
    record(alice, [cem], today - 99 * DAY, source="estimate")
    assert booked(goal, today, goal.due_on or today) == 0
    coffee = record(alice, [ana, ben, cem], today + DAY, "in_person", status="planned")
    record(alice, [ana], today + 2 * DAY, "video", status="planned")
    assert booked(goal, today, today + 20 * DAY) == 1, "Ana, once"

    type(coffee).objects.filter(pk=coffee.pk).update(status="held", on=today)
    assert days_counted(goal, (goal.starts_on, today + 20 * DAY)) == [today]
    assert booked(goal, today, today + 20 * DAY) == 0
