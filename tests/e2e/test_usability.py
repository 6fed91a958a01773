"""Five tasks take no more keys and taps than docs/usability.md says.

`make usability` counts anew and writes that page.
"""

import datetime as dt
import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from accounts.models import User
from goals.models import Goal, Outcome
from interactions.models import Interaction
from strength.models import Rating
from tests.e2e.five_tasks import KEYS, NAMES, TAPS, Walk
from tests.e2e.hand import Hand
from tests.e2e.usability_page import KEYBOARD, TOUCH, documented, rewrite

Done = dict[tuple[str, str], Hand]
Told = Callable[[str, object], None]
IS_COUNTED_ANEW = "USABILITY" in os.environ


@pytest.fixture(scope="module")
def done() -> Iterator[Done]:
    """What both hands did; the page is written once they are through."""
    found: Done = {}
    yield found
    if IS_COUNTED_ANEW and len(found) == 2 * len(NAMES):
        rewrite(found)


def test_no_task_takes_more_keys_than_documented(
    signed_in_page: Page, alice_at_home: User, done: Done, record_property: Told
) -> None:
    walk_through(signed_in_page, KEYBOARD, KEYS, done)
    all_is_there(alice_at_home)
    tell(done, KEYBOARD, "keys", record_property)


def test_no_task_takes_more_taps_than_documented(
    touch_page: Page, alice_at_home: User, done: Done, record_property: Told
) -> None:
    walk_through(touch_page, TOUCH, TAPS, done)
    all_is_there(alice_at_home)
    tell(done, TOUCH, "taps", record_property)


def walk_through(page: Page, device: str, walks: dict[str, Walk], done: Done) -> None:
    for name in NAMES:
        hand = Hand(page)
        walks[name](hand)
        done[name, device] = hand


def all_is_there(owner: User) -> None:
    """What was typed and tapped says what it was meant to say."""
    held = Interaction.objects.of(owner).latest("id")
    rating = Rating.objects.of(owner).latest("id")
    steps = (rating.trust, rating.respect, rating.common)
    assert (held.channel, held.on) == ("in_person", owner.today() - dt.timedelta(days=1))
    assert (rating.interaction, rating.contact.name, steps) == (held, "Ana Pereira", (4, 4, 5))
    goal = Goal.objects.of(owner).latest("id")
    assert goal.aspiration is not None
    outcome = Outcome.objects.of(owner).latest("id")
    assert (outcome.kind, outcome.size, outcome.on) == ("opportunity", "medium", owner.today())
    assert [each.contact.name for each in outcome.contributions.all()] == ["Ana Pereira"]


def tell(done: Done, device: str, acts: str, record_property: Told) -> None:
    for name in NAMES:
        record_property(f"{acts}, {name}", done[name, device].acts)
    if not IS_COUNTED_ANEW:
        most = documented()
        assert not [name for name in NAMES if done[name, device].acts > most[name, device]]
