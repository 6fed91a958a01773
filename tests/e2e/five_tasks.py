"""The five things one does most, each by keyboard and by touch, in the demo network.

Each starts on Today, but rating, which begins where logging has ended, and an outcome, which is
recorded from the page that finding somebody has opened.
"""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.e2e.hand import Hand

LOG = "Log a conversation"
RATE = "Rate it"
FIND = "Find somebody"
GAP = "Turn a gap into a goal"
OUTCOME = "Record an outcome"
NAMES = (LOG, RATE, GAP, FIND, OUTCOME)
STORY = {
    LOG: "Coffee with Ana Pereira, yesterday. It begins on Today and ends with the rating.",
    RATE: "Trust 4, respect 4, common ground 5, right after logging.",
    FIND: "From Today to the page of Ana Pereira.",
    GAP: "From Today over Network to a goal that meets more people of the first open need.",
    OUTCOME: "“New client”, an opportunity although Ana is known for support, from her page.",
}
GOT = "New client"
Walk = Callable[[Hand], None]


def log_by_keyboard(hand: Hand) -> None:
    _today(hand.page)
    hand.press("l")
    expect(hand.page.get_by_label("In one line")).to_be_focused()
    hand.type("coffee ana p yday")
    hand.press("Enter")
    _sees(hand.page, "Ana Pereira")


def rate_by_keyboard(hand: Hand) -> None:
    hand.press("4", "4", "5", "Enter")
    _is_on_today(hand.page)


def find_by_keyboard(hand: Hand) -> None:
    _today(hand.page)
    hand.press("/")
    hand.type("ana p")
    hand.press("Enter")
    expect(hand.page.locator("[data-row]").first).to_be_visible()
    hand.press("j", "Enter")
    _sees(hand.page, "Ana Pereira")


def gap_by_keyboard(hand: Hand) -> None:
    page = hand.page
    _today(page)
    hand.press("g", "n")
    _sees(page, "Network")
    hand.press("m")
    _sees(page, "New goal")
    expect(page.get_by_label("Goal", exact=True)).to_be_focused()
    hand.press("Enter")
    _sees_a_goal(page)


def outcome_by_keyboard(hand: Hand) -> None:
    page = hand.page
    hand.press("o")
    expect(page.get_by_label("What happened")).to_be_focused()
    hand.type(GOT)
    hand.press("Tab", "ArrowRight", "ArrowRight", "Enter")
    _sees_an_outcome(page)


def log_by_touch(hand: Hand) -> None:
    page = hand.page
    _today(page)
    hand.tap(page.get_by_role("link", name="Log", exact=True).locator("visible=true").last, "Log")
    dialog = page.get_by_role("dialog")
    hand.tap(dialog.get_by_label("Ana Pereira"), "Ana Pereira")
    hand.tap(dialog.get_by_label("Yesterday"), "Yesterday")
    hand.tap(dialog.get_by_role("button", name="Save", exact=True), "Save")
    _sees(page, "Ana Pereira")


def rate_by_touch(hand: Hand) -> None:
    page = hand.page
    for question, step in (("Trust", "4"), ("Respect", "4"), ("Common ground", "5")):
        asked = page.locator("fieldset").filter(has=page.locator("legend", has_text=question))
        hand.tap(asked.get_by_label(step, exact=True), step)
    hand.tap(page.get_by_role("button", name="Save"), "Save")
    _is_on_today(page)


def find_by_touch(hand: Hand) -> None:
    page = hand.page
    _today(page)
    hand.tap(page.get_by_role("searchbox"), "Search people")
    hand.type("ana p")
    hand.press("Enter")
    hand.tap(page.get_by_role("link", name="Ana Pereira", exact=True), "Ana Pereira")
    _sees(page, "Ana Pereira")


def gap_by_touch(hand: Hand) -> None:
    page = hand.page
    _today(page)
    hand.tap(page.get_by_role("link", name="Network").locator("visible=true"), "Network")
    hand.tap(_make_a_goal(page), "Make a goal")
    hand.tap(page.get_by_role("button", name="Set this goal"), "Set this goal")
    _sees_a_goal(page)


def outcome_by_touch(hand: Hand) -> None:
    """A phone shows its keys only once a field is tapped."""
    page = hand.page
    hand.tap(page.locator("summary", has_text="More about Ana Pereira"), "⋯")
    hand.tap(page.get_by_role("link", name="Record an outcome"), "Record an outcome")
    hand.tap(page.get_by_label("What happened"), "What happened")
    hand.type(GOT)
    hand.tap(page.get_by_label("Opportunity"), "Opportunity")
    hand.tap(page.get_by_role("button", name="Save"), "Save")
    _sees_an_outcome(page)


KEYS: dict[str, Walk] = {
    LOG: log_by_keyboard,
    RATE: rate_by_keyboard,
    FIND: find_by_keyboard,
    GAP: gap_by_keyboard,
    OUTCOME: outcome_by_keyboard,
}
TAPS: dict[str, Walk] = {
    LOG: log_by_touch,
    RATE: rate_by_touch,
    FIND: find_by_touch,
    GAP: gap_by_touch,
    OUTCOME: outcome_by_touch,
}


def _today(page: Page) -> None:
    page.goto("/")
    page.wait_for_load_state()


def _sees(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
    page.wait_for_load_state()  # the keys work once the scripts have come


def _is_on_today(page: Page) -> None:
    expect(page).to_have_url(re.compile(r"//[^/]+/$"))


def _make_a_goal(page: Page) -> Locator:
    return page.get_by_role("link", name="Make a goal").first


def _sees_a_goal(page: Page) -> None:
    titles = re.compile("^Meet people|^A relationship")
    expect(page.get_by_role("heading", name=titles, level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="How it goes")).to_be_visible()


def _sees_an_outcome(page: Page) -> None:
    _sees(page, GOT)
    expect(page.get_by_role("region", name="Thanks to")).to_contain_text("Ana Pereira contributed")
