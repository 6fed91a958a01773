"""The demo network: believable, the same each time, and gone without a trace."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from contacts.models import Contact, Organisation, SearchEntry, Tag
from goals.models import Aspiration, BrandActivity, Goal, Need, Outcome
from interactions.eventing import events_ahead
from interactions.models import Event, FollowUp, Help, Interaction, Introduction
from netcrm.demo.building import build, remove
from planning.models import Card
from strength.models import Rating
from strength.panel import panel_of
from tests.makers import make_contact, make_interaction, make_user

GOALS = (Aspiration, Need, Goal, Outcome, BrandActivity)


def test_it_brings_some_120_people_with_three_years_behind_them(alice: User) -> None:
    assert build(alice) == Contact.objects.of(alice).listed().count() == 120
    days = Interaction.objects.of(alice).held().values_list("on", flat=True)
    assert min(days) >= alice.today() - dt.timedelta(days=3 * 365 + 1)
    assert max(days) <= alice.today()
    assert len(days) > 800


def test_every_band_of_strength_has_somebody(alice: User) -> None:
    build(alice)
    strengths = list(Contact.objects.of(alice).living().values_list("strength", flat=True))
    for low, high in ((80, 100), (60, 80), (40, 60), (20, 40), (0, 20)):
        assert any(low <= strength < high for strength in strengths), (low, high)


def test_every_room_has_something_true_to_show(alice: User) -> None:
    build(alice)
    assert [model.objects.of(alice).count() for model in GOALS] == [2, 8, 5, 6, 4]
    attended = Event.objects.of(alice).attended()
    assert attended.filter(conversations__isnull=False).exists()
    assert len(events_ahead(alice, alice.today(), days=365)) == 2
    assert Introduction.objects.of(alice).made().count() == 3
    assert Introduction.objects.of(alice).pending().count() == 1


def test_today_calls_for_a_few_people_at_once(desk: Client, alice: User) -> None:
    build(alice)
    assert Card.objects.of(alice).open().count() == 3
    assert "Worth a word today" in desk.get("/").text


def test_an_old_friend_is_dormant_and_was_strong(alice: User) -> None:
    build(alice)
    eva = Contact.objects.of(alice).get(name="Eva Lindqvist")
    assert eva.strength_at_last_contact is not None
    assert eva.strength_at_last_contact >= 60
    assert panel_of(eva, alice).is_dormant


def test_it_is_the_same_each_time(alice: User, mallory: User) -> None:
    build(alice)
    build(mallory)
    facts = ("name", "circle", "last_contact_on", "strength")
    hers, others = (
        list(Contact.objects.of(user).living().order_by("pk").values_list(*facts))
        for user in (alice, mallory)
    )
    assert hers == others


def test_loading_it_twice_adds_nobody(desk: Client, alice: User) -> None:
    desk.post("/demo/load/")
    answer = desk.post("/demo/load/", follow=True)
    assert Contact.objects.of(alice).living().count() == 120
    assert "already there" in answer.text


def test_the_settings_offer_to_remove_it_while_it_is_there(desk: Client, alice: User) -> None:
    assert "/demo/remove/" not in desk.get("/settings/").text
    build(alice)
    assert 'action="/demo/remove/"' in desk.get("/settings/").text


def test_removing_it_leaves_only_what_is_ones_own(desk: Client, alice: User) -> None:
    mum = make_contact(alice, "Maria Alves")
    build(alice)
    hugo = Contact.objects.of(alice).get(name="Hugo Martins")
    dinner = make_interaction(alice, mum, hugo)
    desk.post("/demo/remove/")
    assert list(Contact.objects.of(alice).living()) == [mum]
    assert list(Interaction.objects.of(alice)) == [dinner]
    for model in (*GOALS, Event, Introduction, Rating, FollowUp, Help, Organisation, Tag):
        assert not model.objects.filter(owner=alice).exists(), model
    found = SearchEntry.objects.filter(owner=alice)
    assert set(found.values_list("target_uid", flat=True)) == {mum.uid, dinner.uid}


def test_removing_touches_nobody_elses(alice: User, mallory: User) -> None:
    build(alice)
    build(mallory)
    remove(mallory)
    assert Contact.objects.of(alice).living().count() == 120


def test_it_writes_in_bulk(alice: User) -> None:
    """Some four thousand rows; events and outcomes one by one, by the writers of their rooms."""
    with CaptureQueriesContext(connection) as queries:
        build(alice)
    assert len(queries) < 950


def test_the_command_alone_fills_the_account_of_the_owner(alice: User) -> None:
    make_user(is_installation_owner=True)
    call_command("demo")
    assert not Contact.objects.of(alice).exists()
    assert Contact.objects.living().count() == 120


def test_the_command_says_what_is_missing_when_nobody_has_an_account(db: None) -> None:
    with pytest.raises(CommandError, match="Make yours in the browser"):
        call_command("demo")


def test_the_command_makes_the_account_when_there_is_none(db: None) -> None:
    call_command("demo", "ana@example.org", password="a long enough phrase")
    assert User.objects.get(email="ana@example.org").is_installation_owner
    assert Contact.objects.living().count() == 120
