"""Everything is searched from any page, by hand and by keyboard, with scripts and without."""

import re

from playwright.sync_api import Page, expect

FOUND = re.compile(r"/search/\?q=grid$")


def test_the_key_and_enter_lead_from_any_page_to_all_that_is_found(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/events/")
    page.keyboard.press("/")
    page.keyboard.type("grid")
    page.keyboard.press("Enter")
    expect(page).to_have_url(FOUND)
    for kind in ("People", "Conversations", "Events", "Introductions", "Aspirations"):
        expect(page.get_by_role("heading", name=kind, level=2)).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value("grid")


def test_it_searches_as_one_types_and_back_shows_what_was_there(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/search/")
    box = page.get_by_role("searchbox")
    expect(box).to_be_focused()
    box.press_sequentially("flexible")
    summit = page.get_by_role("link", name="Flexible Grids Summit")
    expect(summit).to_be_visible()
    expect(box).to_be_focused()
    expect(page).to_have_url(re.compile(r"q=flexible"))
    box.blur()
    page.keyboard.type("j")
    expect(page.locator("[data-row]").first).to_be_focused()
    summit.click()
    expect(page.get_by_role("heading", name="Flexible Grids Summit", level=1)).to_be_visible()
    page.go_back()
    expect(summit).to_be_visible()
    expect(box).to_have_value("flexible")
    expect(page.get_by_role("navigation", name="Rooms", exact=True)).to_be_visible()


def test_one_goes_on_within_one_kind_and_back_to_everything(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/search/?q=coffee")
    page.get_by_role("link", name="All in Conversations").click()
    expect(page.get_by_role("heading", level=2)).to_have_count(1)
    box = page.get_by_role("searchbox")
    box.press("End")
    box.press_sequentially(" near")
    expect(page).to_have_url(re.compile(r"q=coffee%20near&kind=conversation"))
    expect(page.get_by_role("heading", level=2)).to_have_text(["Conversations"])
    page.get_by_role("link", name="Search everything").click()
    expect(page).to_have_url(re.compile(r"/search/\?q=coffee\+near$"))


def test_people_filter_as_ever_and_lead_to_everything(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/people/")
    page.keyboard.press("/")
    page.keyboard.type("grid")
    expect(page).to_have_url(re.compile(r"/people/\?.*q=grid"))
    page.get_by_role("link", name="search everything for “grid”").click()
    expect(page).to_have_url(FOUND)


def test_without_scripts_it_is_a_form(no_js_page: Page) -> None:
    page = no_js_page
    page.goto("/goals/")
    page.get_by_role("searchbox").fill("grid")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(FOUND)
    expect(page.get_by_role("link", name="Flexible Grids Summit")).to_be_visible()
    page.get_by_role("searchbox").fill("zzzz")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_text("Nothing found for “zzzz”.")).to_be_visible()
