"""The cards of Today and those behind them, as one sees and settles them."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from interactions.recording import record
from planning.drawing_up import draw_up
from planning.models import Card, Plan
from planning.wording import phrases
from tests.house.statements import asked
from tests.planning.people_of_a_day import (
    TODAY,
    day,
    make_date,
    make_neglected,
    make_outreach,
    make_person,
)

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
HOME, MORE = reverse("planning:today"), reverse("planning:more")


def page_of(desk: Client, url: str = HOME) -> str:
    return desk.get(url).content.decode()


def test_each_card_says_why_and_what_can_be_done(desk: Client, alice: User) -> None:
    ana = make_neglected(alice, "Ana Pereira", days_since=34, loss=5)
    draw_up(alice)
    page = page_of(desk)
    assert "Worth a word today" in page
    assert "due 4 days ago; would lose 5 points by February" in page
    assert f"{reverse('interactions:log')}?with={ana.uid}" in page
    assert "of 35" in page


def test_birthdays_and_the_dormant_are_put_into_words(desk: Client, alice: User) -> None:
    make_date(make_person(alice, "Ben", days_since=10), "1980-11-24")
    make_neglected(
        alice,
        "Cem",
        days_since=1200,
        first_contact_on=day(2400),
        days_in_touch=9,
        strength_at_last_contact=70,
    )
    draw_up(alice)
    page = page_of(desk)
    assert "birthday tomorrow" in page
    assert "dormant, strong until 2023" in page


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ({"code": "date", "on": "2026-11-25", "kind": "event", "name": "PyCon"},
         "you both go to PyCon, Wed"),
        ({"code": "date", "on": "2026-11-23", "kind": "job", "name": ""}, "begins a new job today"),
        ({"code": "date", "on": "2026-11-21", "kind": "Wedding", "name": ""}, "Wedding 2 days ago"),
        ({"code": "promise", "on": "2026-11-23", "what": "Send the deck"},
         "you promised: Send the deck, today"),
        ({"code": "fading", "loss": 0.2, "by": "2027-02-21"}, None),
        ({"code": "fading", "loss": 1.2, "by": "2027-02-21"}, "would lose 1 point by February"),
        ({"code": "aspiration", "need": "Insight: energy", "has_gap": True},
         "could fill a gap (Insight: energy)"),
        ({"code": "aspiration", "need": "Insight: energy", "has_gap": False},
         "helps with what you want (Insight: energy)"),
    ],
)  # fmt: skip
def test_reasons_in_words(reason: dict[str, object], said: str | None) -> None:
    assert phrases([reason], TODAY) == ([said] if said else [])


def test_nobody_may_need_one_today(desk: Client, alice: User) -> None:
    ana = make_person(alice, "Ana", days_since=5)
    assert "Nobody needs you" not in page_of(desk)  # not yet known
    draw_up(alice)
    record(alice, [ana], TODAY + dt.timedelta(days=1), status="planned")
    assert "Nobody needs you today." in page_of(desk)


def test_whom_one_spoke_with_counts_for_the_day_while_others_wait(
    desk: Client, alice: User
) -> None:
    people = [make_neglected(alice, f"Person{at}", days_since=100 - at) for at in range(5)]
    draw_up(alice)
    desk.post(reverse("planning:not_now", args=[people[0].uid]))
    for each in people[1:4]:
        record(alice, [each], TODAY)
    draw_up(alice)
    page = page_of(desk)
    assert f'That was it for today; <a href="{MORE}">1 more is waiting</a>.' in page
    assert "Nobody needs you" not in page
    assert "Nothing is waiting for you" not in page


def test_later_and_not_now_settle_a_card_and_are_undone(desk: Client, alice: User) -> None:
    ana = make_neglected(alice, "Ana")
    draw_up(alice)
    back = reverse("planning:back", args=[ana.uid])
    for url, form in (
        (reverse("planning:later", args=[ana.uid]), {"when": "week"}),
        (reverse("planning:not_now", args=[ana.uid]), {}),
    ):
        answer = desk.post(url, form, follow=True)
        assert back in answer.content.decode()
        assert not Card.objects.of(alice).open().exists()
        desk.post(back)
        assert Card.objects.of(alice).open().get().contact == ana


def test_later_on_a_day_asks_which(desk: Client, alice: User) -> None:
    ana = make_neglected(alice, "Ana")
    url = reverse("planning:later", args=[ana.uid])
    assert desk.get(url).status_code == 200
    assert desk.post(url, {"when": "other"}).status_code == 422
    desk.post(url, {"when": "other", "on": "2026-12-24"})
    assert Card.objects.get().snoozed_until == dt.date(2026, 12, 24)


def test_for_htmx_a_settled_card_is_a_message_and_an_event(desk: Client, alice: User) -> None:
    ana = make_neglected(alice, "Ana")
    url = reverse("planning:not_now", args=[ana.uid])
    answer = desk.post(url, headers={"HX-Request": "true", "HX-Target": "toasts"})
    assert answer.headers["HX-Trigger"] == "plan-changed"
    assert "Not now: Ana" in answer.content.decode()


def test_those_behind_the_cards_stand_on_a_page_of_their_own(desk: Client, alice: User) -> None:
    people = [make_neglected(alice, f"Person{at}", days_since=100 - at) for at in range(9)]
    draw_up(alice)
    assert f'href="{MORE}">6 more' in page_of(desk)
    page = page_of(desk, MORE)
    assert "Person2" not in page
    assert "Person3" in page
    desk.post(reverse("planning:not_now", args=[people[3].uid]))
    page_of(desk, MORE)  # with the message about them
    assert "Person3" not in page_of(desk, MORE)


def test_the_page_behind_says_when_the_rhythms_ask_for_too_much(desk: Client, alice: User) -> None:
    assert "Nobody else is waiting" in page_of(desk, MORE)
    plan = Plan.objects.create(owner=alice)  # asked for, not yet drawn up
    assert "words a week" not in page_of(desk, MORE)
    plan.computed_at, plan.weekly_demand, plan.weekly_actual = timezone.now(), 11.2, 4.1
    plan.save()
    page = page_of(desk, MORE)
    assert "about 11 words a week" in page
    assert "A wider circle" in page
    Plan.objects.update(weekly_actual=10)
    assert "A wider circle" not in page_of(desk, MORE)


def test_messages_without_a_reply_are_told(desk: Client, alice: User) -> None:
    ana = make_neglected(alice, "Ana", days_since=400, loss=6)
    make_outreach(ana, 30)
    make_date(ana, "1990-11-23")
    draw_up(alice)
    assert "50 % of the points count" in page_of(desk)


@pytest.mark.parametrize("url", [HOME, MORE])
def test_pages_ask_as_often_for_sixty_as_for_five(desk: Client, alice: User, url: str) -> None:
    counts = []
    for number in (5, 55):
        for at in range(number):
            make_neglected(alice, f"Person {number} {at}")
        draw_up(alice)
        counts.append(len(asked(desk, url)))
    assert counts[0] == counts[1]


def test_others_people_do_not_show(desk: Client, mallory: User) -> None:
    eve = make_neglected(mallory, "Evelyn")
    draw_up(mallory)
    assert "Evelyn" not in page_of(desk) + page_of(desk, MORE)
    assert desk.post(reverse("planning:not_now", args=[eve.uid])).status_code == 404
