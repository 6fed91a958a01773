"""Everything can be reached and done with the keyboard alone."""

import re

from playwright.sync_api import Page, expect

from accounts.models import User
from contacts.models import Contact
from tests.e2e.conftest import Window

# An outline or a shadow, round the element or the box that it stands in.
IS_OUTLINED = """() => [document.activeElement, document.activeElement.parentElement].some(
  (element) => {
    const style = getComputedStyle(element);
    return parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none'
      || style.boxShadow !== 'none';
  })"""
IS_IN_DIALOG = """() => !!document.activeElement.closest('dialog')
  || document.activeElement === document.body"""
FEWEST_STOPS, MOST_STOPS = 8, 30
WHERE = "() => document.activeElement.outerHTML.slice(0, 200)"


def stops_of(page: Page) -> list[str]:
    """What has the focus after each press of Tab, to the end of the page; each must show it."""
    stops: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        stops.append(page.evaluate(WHERE))
        assert page.evaluate(IS_OUTLINED), f"nobody sees that this has the focus: {stops[-1]}"
    return stops


def test_the_first_stop_leads_past_the_frame(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/people/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => !!document.activeElement.closest('main')")


def test_every_stop_is_seen(signed_in_page: Page) -> None:
    page = signed_in_page
    for path in ("/", "/people/", "/log/", "/import/", "/settings/"):
        page.goto(path)
        assert len(set(stops_of(page))) >= FEWEST_STOPS


def test_letters_open_rooms(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/")
    page.keyboard.type("gp")
    expect(page).to_have_url("/people/")
    page.wait_for_load_state()
    page.keyboard.type("gt")
    expect(page).to_have_url("/")
    page.wait_for_load_state()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("gp")
    expect(page.get_by_role("searchbox")).to_have_value("gp")


def test_rows_are_walked_with_j_and_k_and_opened_with_enter(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/people/")
    rows = page.locator("[data-row]")
    page.keyboard.type("jjj")
    expect(rows.nth(2)).to_be_focused()
    page.keyboard.press("k")
    expect(rows.nth(1)).to_be_focused()
    name = rows.nth(1).inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(name.split(",")[0].split()[-1])


def test_the_dialog_keeps_the_focus_and_gives_it_back(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/people/")
    page.keyboard.press("j")
    before = page.evaluate(WHERE)
    page.keyboard.press("l")
    expect(page.get_by_label("In one line")).to_be_focused()
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate(IS_IN_DIALOG)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate(WHERE) == before


def test_letters_are_just_letters_when_one_wishes_so(window: Window, alice_at_home: User) -> None:
    alice_at_home.has_shortcuts = False
    alice_at_home.save()
    with window(alice_at_home) as page:
        page.goto("/")
        page.keyboard.type("gpl")
        page.wait_for_timeout(300)
        expect(page).to_have_url("/")
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_shortcuts_are_switched_off_in_the_settings(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/settings/")
    page.get_by_label("single-letter shortcuts", exact=False).uncheck()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    page.wait_for_load_state()
    page.keyboard.type("gp")
    page.wait_for_timeout(300)
    expect(page).to_have_url(re.compile("/settings/"))


def test_triage_takes_a_digit_a_question(signed_in_page: Page, alice_at_home: User) -> None:
    page = signed_in_page
    page.goto("/triage/")
    name = page.locator("article h2").inner_text()
    page.keyboard.type("4433")
    page.keyboard.press("Enter")
    expect(page.locator("article h2")).not_to_have_text(name)
    person = Contact.objects.of(alice_at_home).get(name=name)
    assert person.circle == "close"
    assert person.known_since == str(alice_at_home.today().year - 4)
    assert person.ratings.get().trust == 4


def test_rating_goes_from_question_to_question(signed_in_page: Page, alice_at_home: User) -> None:
    page = signed_in_page
    petra = Contact.objects.of(alice_at_home).get(name="Petra Novak")
    page.goto(f"/people/{petra.uid}/rate/")
    page.keyboard.type("325")
    page.keyboard.press("ArrowUp")
    page.keyboard.type("4")
    expect(page.locator("[data-preview]")).to_contain_text("before")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Petra Novak", level=1)).to_be_visible()
    newest = petra.ratings.latest("id")
    assert (newest.trust, newest.respect, newest.common) == (3, 4, 5)


def test_a_question_mark_tells_all_keys_and_n_adds_a_person(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/people/")
    page.wait_for_load_state()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_contain_text("Log a conversation")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("n")
    expect(page).to_have_url("/people/new/")


def test_every_key_that_a_page_offers_is_told(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/settings/keys/")
    told = {key for row in page.locator("dt kbd").all_inner_texts() for key in (row, *row.split())}
    for path in ("/", "/people/", "/goals/", "/network/", "/outcomes/", "/events/"):
        page.goto(path)
        offered = page.locator("[data-key]").evaluate_all("all => all.map(e => e.dataset.key)")
        assert set(offered) <= told
