"""What htmx swaps leaves the browser as one expects it: Back, focus, refused forms."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from tests.e2e.browsing import NARROW, WIDE
from tests.e2e.conftest import Window
from tests.e2e.places import PLACES


def search(page: Page, typed: str) -> None:
    page.get_by_role("searchbox").press_sequentially(typed)
    expect(page).to_have_url(re.compile(f"q={typed}"))


def is_whole(page: Page) -> None:
    """A page with its frame, not the bare fragment of it."""
    expect(page.get_by_role("navigation", name="Rooms", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_back_shows_the_whole_page_after_a_search(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/people/")
    search(page, "okafor")
    page.get_by_role("link", name="Ben Okafor").click()
    expect(page.get_by_role("heading", name="Ben Okafor", level=1)).to_be_visible()
    page.go_back()
    is_whole(page)
    expect(page.get_by_role("searchbox")).to_have_value("okafor")
    expect(page.get_by_role("link", name="Ben Okafor")).to_be_visible()
    expect(page.get_by_role("link", name="Ana Pereira")).to_be_hidden()
    page.go_forward()
    expect(page.get_by_role("heading", name="Ben Okafor", level=1)).to_be_visible()


def test_back_leaves_a_search_for_the_whole_list(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/")
    page.goto("/people/")
    search(page, "okafor")
    page.reload()
    is_whole(page)
    expect(page.locator("[data-row]")).to_have_count(1)
    page.go_back()
    is_whole(page)


def test_searching_keeps_the_focus_and_what_is_typed(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/people/")
    search(page, "oka")
    expect(page.locator("[data-row]")).to_have_count(1)
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("oka")


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_refused_form_keeps_the_words_and_shows_the_first_error(
    window: Window, alice_at_home: User, has_scripts: bool
) -> None:
    with window(alice_at_home, java_script_enabled=has_scripts) as page:
        page.goto("/log/")
        page.get_by_label("In one line").fill("coffee tomorrow about the grid")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator(".field-error").first).to_be_visible()
        expect(page.get_by_label("In one line")).to_have_value("coffee tomorrow about the grid")
        focused = page.locator(":focus")
        expect(focused).to_have_count(1)
        expect(focused).not_to_have_id("log-line")


def test_a_refused_new_person_keeps_the_words(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/people/new/")
    page.get_by_role("button", name=re.compile("Save|Add")).last.click()
    expect(page.locator(".field-error").first).to_be_visible()
    expect(page.locator(":focus")).to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_page_is_quiet_and_fits(
    width: int, window: Window, alice_at_home: User, subtests: pytest.Subtests
) -> None:
    """No error on the console, nothing refused by the security policy, nothing cut off."""
    with window(alice_at_home, width=width) as page:
        for name, place in PLACES.items():
            with subtests.test(name):
                page.goto(place(alice_at_home))
                wider = "() => document.documentElement.scrollWidth - window.innerWidth"
                assert page.evaluate(wider) <= 0, "the page scrolls sideways"
