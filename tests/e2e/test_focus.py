"""The focus stays where one works, and a guess stays in its own field."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Window


def test_a_row_that_is_done_leaves_the_focus_to_the_next(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/")
    rows = page.get_by_role("region", name="You promised").locator(".rows-item")
    number = rows.count()
    rows.first.get_by_role("button", name="Done").press("Enter")
    expect(rows).to_have_count(number - 1)
    expect(rows.first.get_by_role("button", name="Done")).to_be_focused()


def test_only_the_time_zone_is_guessed_for_a_newcomer(window: Window) -> None:
    with window() as page:
        page.goto("/welcome/")
        expect(page.locator("[name=time_zone]")).to_have_value("Europe/Lisbon")
        expect(page.get_by_label("Email")).to_have_value("")
