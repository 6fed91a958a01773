"""On a narrow screen every room is within two taps, with and without scripts."""

import pytest
from playwright.sync_api import expect

from accounts.models import User
from tests.e2e.browsing import NARROW
from tests.e2e.conftest import Window

ROOMS = {
    "Events": "/events/",
    "Outcomes": "/outcomes/",
    "Organisations": "/people/organisations/",
    "Import": "/import/",
    "Trash": "/trash/",
    "Settings": "/settings/",
}
SMALLEST = 44  # px, for a thumb


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no scripts"])
def test_rooms_without_a_place_in_the_bar_are_under_more(
    window: Window, alice_at_home: User, has_scripts: bool
) -> None:
    with window(alice_at_home, width=NARROW, java_script_enabled=has_scripts) as page:
        page.goto("/")
        bar = page.get_by_role("navigation", name="Rooms, at the foot")
        for name, path in ROOMS.items():
            link = bar.get_by_role("link", name=name)
            expect(link).to_be_hidden()
            bar.get_by_text("More", exact=True).click()
            box = link.bounding_box()
            assert box
            assert box["height"] >= SMALLEST
            assert 0 <= box["x"] <= NARROW - box["width"]
            link.click()
            page.wait_for_url(f"**{path}")
            expect(bar.locator('[aria-current="page"]')).to_have_count(1)


def test_the_menu_closes_with_escape_and_is_walked_with_arrows(
    window: Window, alice_at_home: User
) -> None:
    with window(alice_at_home, width=NARROW) as page:
        page.goto("/")
        more = page.locator(".frame-more summary")
        more.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowDown")
        expect(page.locator(".frame-more").get_by_role("link", name="Events")).to_be_focused()
        page.keyboard.press("Escape")
        expect(more).to_be_focused()
        expect(page.locator(".frame-more .menu-list")).to_be_hidden()
