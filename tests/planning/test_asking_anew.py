"""Whatever bears on the short list has it drawn up anew, however late it is committed."""

import datetime as dt

import pytest

from accounts.models import User
from contacts.models import Contact
from goals.keeping import add_needs
from goals.models import Aspiration, Need
from interactions.eventing import Guest, expect, save_event
from interactions.models import Event
from interactions.recording import record
from network.snapshots import users_to_assess
from network.tasks import assess_user
from planning.drawing_up import draw_up
from planning.keeping_up import Pace, pace_of
from planning.models import Card
from planning.mornings import users_awaiting_a_plan
from strength.rating import Answers, rate
from tests.meanwhile import meanwhile
from tests.planning.people_of_a_day import TODAY, day, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]


@pytest.mark.django_db(transaction=True)
def test_what_is_committed_while_it_is_drawn_up_stays_asked_for(
    alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_up(alice)

    def bring_in() -> None:
        record(alice, [make_person(alice)], day(60))

    with meanwhile(bring_in) as commit:

        def pace_of_late(user: User, today: dt.date) -> Pace:
            commit()
            return pace_of(user, today)

        monkeypatch.setattr("planning.drawing_up.pace_of", pace_of_late)
        draw_up(alice)
    assert not Card.objects.exists()
    assert users_awaiting_a_plan() == [(alice.pk,)]
    draw_up(alice)
    assert Card.objects.count() == 1
    assert users_awaiting_a_plan() == []


@pytest.fixture
def ana(alice: User) -> Contact:
    """Not yet due for a word."""
    return make_person(alice, "Ana", days_since=5, industry="Climate")


def is_asked_for(user: User) -> bool:
    """Once the worker has assessed the network, where that is due."""
    for (pk,) in users_to_assess():
        assess_user.call(pk)
    return users_awaiting_a_plan() == [(user.pk,)]


@pytest.fixture
def drawn(alice: User, ana: Contact) -> None:
    User.objects.filter(pk=alice.pk).update(strength_as_of=TODAY)
    assert is_asked_for(alice)
    draw_up(alice)
    assert not Card.objects.exists()
    assert not is_asked_for(alice), "drawing up asks for nothing"


def test_somebody_expected_at_an_event_of_tomorrow_has_a_card(
    alice: User, ana: Contact, drawn: None
) -> None:
    event = save_event(Event(owner=alice, name="Fair", starts_on=day(-1)))
    assert is_asked_for(alice)
    draw_up(alice)
    expect(event, [Guest(ana)])
    assert is_asked_for(alice)
    draw_up(alice)
    assert Card.objects.get().contact == ana


def test_a_rating_asks_for_it_anew(alice: User, ana: Contact, drawn: None) -> None:
    rate(ana, Answers(trust=5))
    assert is_asked_for(alice)


def test_a_need_that_somebody_could_fill_brings_a_card_until_it_is_reached(
    alice: User, ana: Contact, drawn: None
) -> None:
    ana.benefits.create(kind="insight")
    aspiration = Aspiration.objects.create(owner=alice, kind="clients", title="More clients")
    climate = {"sought": "industry", "value": "climate", "benefit": "insight", "importance": 3}
    add_needs(aspiration, [Need(owner=alice, aspiration=aspiration, **climate)])
    assert is_asked_for(alice)
    draw_up(alice)
    assert Card.objects.get().contact == ana
    assert not is_asked_for(alice)
    aspiration.settle(reached_on=TODAY, let_go_on=None)
    assert is_asked_for(alice)
