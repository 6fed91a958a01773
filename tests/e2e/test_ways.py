"""Finding a way to somebody, and people by where they stand, as one does it in a browser."""

from playwright.sync_api import expect

from accounts.models import User
from tests.e2e.conftest import Window


def test_somebody_is_typed_and_the_ways_are_one_enter_away(
    window: Window, alice_at_home: User
) -> None:
    with window(alice_at_home) as page:
        page.goto("/network/")
        page.get_by_role("link", name="Who can introduce me?").click()
        expect(page.get_by_label("To a person, an organisation")).to_be_focused()
        page.wait_for_load_state()  # a list of names comes once the scripts have come
        page.keyboard.type("quentin dub")
        expect(page.locator("#ways-known option")).to_have_count(1)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Who can introduce me: Quentin Dubois"
        )
        page.get_by_role("link", name="Ask Wim de Boer to introduce you to Quentin Dubois").click()
        expect(page.locator("main")).to_contain_text("Wim de Boer")


def test_the_list_follows_an_industry_that_is_typed(window: Window, alice_at_home: User) -> None:
    with window(alice_at_home) as page:
        page.goto("/people/")
        page.get_by_text("More filters").click()
        industry = page.get_by_role("combobox", name="Industry")
        industry.press_sequentially("bank")
        expect(page.locator("#industry-known option")).not_to_have_count(0)
        industry.fill("banking")
        industry.press("Enter")
        expect(page.locator("#people-list")).to_contain_text("Grace Mwangi")
        expect(page.locator("#people-list")).not_to_contain_text("Ana Pereira")
        assert "industry=banking" in page.url
        assert "suggest" not in page.url
