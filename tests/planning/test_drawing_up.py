"""Cards stay until they are acted on, and close by themselves when that happens elsewhere."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from contacts.signals import people_changed
from interactions import recording
from interactions.promising import promise
from interactions.recording import record
from planning.drawing_up import draw_up
from planning.models import Card, Plan
from planning.mornings import users_awaiting_a_plan
from planning.settling import dismiss, put_off, take_back
from tests.makers import make_contact
from tests.planning.people_of_a_day import TODAY, day, make_date, make_neglected, make_person

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=True) as traveller:
        yield traveller


@pytest.fixture
def people(alice: User) -> list[Contact]:
    """Six neglected people, the most neglected first."""
    return [make_neglected(alice, name, days_since=100 - at) for at, name in enumerate("ABCDEF")]


def shown(user: User) -> str:
    names = Card.objects.of(user).open().order_by("pk").values_list("contact__name", flat=True)
    return "".join(names)


def draw(user: User) -> str:
    draw_up(user)
    return shown(user)


def test_three_cards_and_the_rest_behind_them(alice: User, people: list[Contact]) -> None:
    plan = draw_up(alice)
    assert shown(alice) == "ABC"
    assert plan.further == 3
    assert [each["contact"] for each in plan.rest] == [each.pk for each in people[3:]]


def test_cards_stay_whatever_comes_also_on_another_day(
    alice: User, people: list[Contact], noon: time_machine.Traveller
) -> None:
    draw_up(alice)
    worst = make_neglected(alice, "Z", days_since=900, loss=6)
    assert draw(alice) == "ABC"
    make_date(worst, "1990-11-23")
    assert draw(alice) == "ABCZ"
    noon.shift(dt.timedelta(days=3))
    assert draw(alice) == "ABCZ"


def test_a_birthday_finds_its_place_though_the_cards_of_yesterday_stay(
    alice: User, people: list[Contact], desk: Client, noon: time_machine.Traveller
) -> None:
    dee = make_person(alice, "Dee", days_since=10)
    make_date(dee, "1990-11-25")
    assert draw(alice) == "ABC"
    noon.shift(dt.timedelta(days=2))
    assert draw(alice) == "ABCDee"
    assert "Dee" in desk.get(reverse("planning:today")).content.decode()


def test_a_logged_conversation_closes_the_card_and_counts_for_the_day(
    alice: User, people: list[Contact], noon: time_machine.Traveller
) -> None:
    draw_up(alice)
    record(alice, [people[1]], TODAY)
    assert shown(alice) == "AC"
    assert draw(alice) == "AC"
    noon.shift(dt.timedelta(days=1))
    assert draw(alice) == "ACD"


def test_a_message_that_waits_for_a_reply_closes_it_too(alice: User, people: list[Contact]) -> None:
    draw_up(alice)
    record(alice, [people[0]], TODAY, "message", is_answered=False, direction="outgoing")
    assert draw(alice) == "BC"


def test_what_was_logged_by_mistake_brings_the_card_back(
    alice: User, people: list[Contact]
) -> None:
    draw_up(alice)
    talk = record(alice, [people[1]], TODAY)
    recording.trash(talk)
    assert shown(alice) == "ABC"
    assert draw(alice) == "ABC"


def test_an_old_conversation_entered_late_closes_nothing(
    alice: User, people: list[Contact]
) -> None:
    draw_up(alice)
    record(alice, [people[0]], day(30))
    assert shown(alice) == "ABC"


def test_who_is_put_off_makes_room_until_the_day(
    alice: User, people: list[Contact], noon: time_machine.Traveller
) -> None:
    draw_up(alice)
    put_off(people[0], TODAY + dt.timedelta(days=2))
    assert draw(alice) == "BCD"
    noon.shift(dt.timedelta(days=1))
    put_off(people[1], TODAY + dt.timedelta(days=30))
    put_off(people[2], TODAY + dt.timedelta(days=30))
    assert draw(alice) == "DEF"
    noon.shift(dt.timedelta(days=1))
    put_off(people[5], TODAY + dt.timedelta(days=30))
    assert draw(alice) == "DEA"


def test_not_now_is_not_asked_again_for_a_week(
    alice: User, people: list[Contact], noon: time_machine.Traveller
) -> None:
    dismiss(people[0])
    assert draw(alice) == "BCD"
    noon.shift(dt.timedelta(days=6))
    for each in people[1:4]:
        dismiss(each)
    assert draw(alice) == "EF"
    noon.shift(dt.timedelta(days=1))
    assert draw(alice) == "EFA"


def test_a_birthday_comes_up_though_it_was_not_now_before(
    alice: User, noon: time_machine.Traveller
) -> None:
    dee = make_neglected(alice, "Dee")
    make_date(dee, "1990-11-26")
    assert draw(alice) == "Dee"
    dismiss(dee)
    assert draw(alice) == ""
    noon.shift(dt.timedelta(days=1))
    assert draw(alice) == ""
    noon.shift(dt.timedelta(days=2))
    assert draw(alice) == "Dee"
    noon.shift(dt.timedelta(days=1))
    assert draw(alice) == "Dee", "it stays until it is acted on"


def test_both_are_taken_back(alice: User, people: list[Contact]) -> None:
    draw_up(alice)
    put_off(people[0], TODAY + dt.timedelta(days=2))
    assert draw(alice) == "BCD"
    take_back(people[0])
    assert draw(alice) == "ABC"
    dismiss(people[1])
    take_back(people[1])
    dismiss(people[4])  # from the list behind the cards
    take_back(people[4])
    plan = draw_up(alice)
    assert shown(alice) == "ABC"
    assert plan.rest[1]["contact"] == people[4].pk


def test_a_birthday_that_has_passed_is_still_told(
    alice: User, noon: time_machine.Traveller
) -> None:
    ana = make_person(alice, "A", days_since=10)
    make_date(ana, "1990-11-24")
    assert draw(alice) == "A"
    noon.shift(dt.timedelta(days=3))
    assert draw(alice) == "A"
    assert Card.objects.get().reasons[0]["on"] == "2026-11-24"


def test_who_is_archived_is_nobodys_card(alice: User, people: list[Contact]) -> None:
    draw_up(alice)
    people[0].archive()
    assert draw(alice) == "BCD"


def test_one_company_does_not_fill_the_list_of_a_stranger(alice: User, mallory: User) -> None:
    make_neglected(mallory, "M")
    assert (draw(alice), draw(mallory)) == ("", "M")


def test_changes_ask_for_a_new_plan_and_drawing_it_up_answers(
    alice: User, people: list[Contact], noon: time_machine.Traveller
) -> None:
    draw_up(alice)
    assert users_awaiting_a_plan() == []
    people_changed.send(sender=Contact, owner=alice, contact_ids=[people[0].pk])
    assert users_awaiting_a_plan() == [(alice.pk,)]
    draw_up(alice)
    assert users_awaiting_a_plan() == []
    promise(alice, people[0], "Send the deck", TODAY)
    assert users_awaiting_a_plan() == [(alice.pk,)]


@pytest.mark.parametrize(
    ("zone", "begins"),
    [("UTC", "05:00"), ("Asia/Tokyo", "20:00"), ("America/Los_Angeles", "13:00")],
)
def test_a_plan_is_due_in_the_users_own_morning(alice: User, zone: str, begins: str) -> None:
    User.objects.filter(pk=alice.pk).update(time_zone=zone)
    hour = int(begins[:2])
    with time_machine.travel(dt.datetime(2026, 11, 24, hour, tzinfo=dt.UTC), tick=False) as clock:
        Plan.objects.create(owner=alice, computed_at=dt.datetime(2026, 11, 24, tzinfo=dt.UTC))
        Plan.objects.update(computed_at=dt.datetime.now(dt.UTC) - dt.timedelta(hours=3))
        assert users_awaiting_a_plan() == [(alice.pk,)]
        clock.shift(dt.timedelta(seconds=-1))
        assert users_awaiting_a_plan() == []


def test_what_the_rhythms_ask_for_stands_beside_what_there_was(alice: User) -> None:
    ana = make_person(alice, "A", cadence=7)
    assert draw_up(alice).weekly_actual is None
    record(alice, [ana], day(100))
    for ago in range(1, 17):
        record(alice, [ana], day(ago))
    plan = draw_up(alice)
    assert (plan.weekly_demand, plan.weekly_actual) == (1.0, 2.0)


@pytest.mark.parametrize("cadence", ["days", "never"])
def test_who_is_not_scored_is_called_for_unless_one_said_never(
    desk: Client, alice: User, cadence: str
) -> None:
    facts = {"is_unscored": True, "cadence": cadence, "cadence_days": 30}
    mum = make_contact(alice, "Maria Alves", **facts)
    record(alice, [mum], alice.today() - dt.timedelta(days=120))
    draw_up(alice)
    assert Card.objects.filter(contact=mum).exists() == (cadence == "days")
    form = desk.get(reverse("contacts:edit", args=[mum.uid, "bond"])).text
    assert "Reminders stay unless set to never." in form
