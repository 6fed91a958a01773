"""Rhythms that cannot be kept up are proposed to be slowed down, the least important first."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from goals.models import Aspiration, Need
from interactions.recording import record
from planning.drawing_up import draw_up
from planning.models import Plan
from tests.makers import make_contact
from tests.planning.people_of_a_day import day

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
MORE = reverse("planning:more")


def logged(owner: User, weekly: int) -> None:
    """So many words a week, with somebody of whom none are asked."""
    gus = make_contact(owner, "Gus", cadence="never")
    for ago in (100, *(at % 56 for at in range(8 * weekly))):
        record(owner, [gus], day(ago))


def test_the_widest_circle_and_the_weakest_tie_are_slowed_down_first(
    desk: Client, alice: User
) -> None:
    """Twelve asked for, eight there, ten can be kept up."""
    for at in range(5):
        make_contact(alice, f"Inner {at}", circle="inner")
    for at in range(30):
        make_contact(alice, f"Close {at:02}", circle="close", strength=50 - at)
    logged(alice, 8)
    draw_up(alice)
    page = desk.get(MORE).content.decode()
    assert "13 people: a word every 90 days instead of every 30" in page
    assert page.index("Close 29") < page.index("Close 28") < page.index("Close 27")
    assert "Close 26" not in page
    assert page.count("instead of every") == 1


def test_whoever_serves_an_aspiration_keeps_their_rhythm_longest(alice: User) -> None:
    people = [make_contact(alice, f"Inner {at}", circle="inner") for at in range(3)]
    aspiration = Aspiration.objects.create(owner=alice, kind="clients", title="More clients")
    Need.objects.create(
        owner=alice, aspiration=aspiration, sought="person", person=people[0], benefit="insight"
    )
    logged(alice, 2)
    (step,) = draw_up(alice).slower
    assert step == {"cadence": 7, "instead": 30, "people": 1, "contacts": [people[1].pk]}


def test_nothing_is_proposed_where_it_can_be_kept_up_or_is_not_known(
    desk: Client, alice: User
) -> None:
    for at in range(2):
        make_contact(alice, f"Inner {at}", circle="inner")
    assert draw_up(alice).slower == []
    logged(alice, 2)
    assert draw_up(alice).slower == []
    assert "instead of every" not in desk.get(MORE).content.decode()


def test_others_people_are_not_named(desk: Client, alice: User, mallory: User) -> None:
    eve = make_contact(mallory, "Evelyn")
    step = {"cadence": 7, "instead": 30, "people": 1, "contacts": [eve.pk]}
    facts = {"weekly_demand": 9, "weekly_actual": 1, "slower": [step]}
    draw_up(alice)
    Plan.objects.filter(owner=alice).update(**facts)
    assert "Evelyn" not in desk.get(MORE).content.decode()
