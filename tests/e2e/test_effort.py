"""How much a hand has to do for "coffee with a known person yesterday, rated 4 4 5"."""

import datetime as dt
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from accounts.models import User
from interactions.models import Interaction
from strength.models import Rating

KEYSTROKES = 25
TAPS = 8


class Hand:
    """Presses keys and taps, and counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.acts = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.acts += 1

    def type(self, text: str) -> None:
        self.press(*text)

    def tap(self, what: Locator) -> None:
        what.tap()
        self.acts += 1


def is_logged_and_rated(owner: User) -> None:
    rating = Rating.objects.of(owner).latest("id")
    held = Interaction.objects.of(owner).latest("id")
    assert (rating.contact.name, rating.trust, rating.respect, rating.common) == (
        "Ana Pereira",
        4,
        4,
        5,
    )
    assert rating.interaction == held
    assert (held.channel, held.on) == ("in_person", owner.today() - dt.timedelta(days=1))


def test_it_takes_few_keys(
    signed_in_page: Page, alice_at_home: User, record_property: Callable[[str, object], None]
) -> None:
    page = signed_in_page
    hand = Hand(page)
    page.goto("/people/")
    hand.press("l")
    expect(page.get_by_label("In one line")).to_be_focused()
    hand.type("coffee ana p yday")
    hand.press("Enter")
    expect(page.get_by_role("heading", name="Ana Pereira", level=1)).to_be_visible()
    page.wait_for_load_state()
    hand.press("4", "4", "5", "Enter")
    expect(page).to_have_url("/people/")
    is_logged_and_rated(alice_at_home)
    record_property("keystrokes", hand.acts)
    assert hand.acts <= KEYSTROKES


def test_it_takes_few_taps(
    touch_page: Page, alice_at_home: User, record_property: Callable[[str, object], None]
) -> None:
    page = touch_page
    hand = Hand(page)
    page.goto("/people/")
    hand.tap(page.get_by_role("link", name="Log", exact=True).locator("visible=true"))
    dialog = page.get_by_role("dialog")
    hand.tap(dialog.get_by_label("Ana Pereira"))
    hand.tap(dialog.get_by_label("Yesterday"))
    hand.tap(dialog.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_role("heading", name="Ana Pereira", level=1)).to_be_visible()
    for question, step in (("Trust", "4"), ("Respect", "4"), ("Common ground", "5")):
        asked = page.locator("fieldset").filter(has=page.locator("legend", has_text=question))
        hand.tap(asked.get_by_label(step, exact=True))
    hand.tap(page.get_by_role("button", name="Save"))
    expect(page).to_have_url("/people/")
    is_logged_and_rated(alice_at_home)
    record_property("taps", hand.acts)
    assert hand.acts <= TAPS
