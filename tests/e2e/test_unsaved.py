"""What was typed and not sent is not lost by a slip of the hand."""

from playwright.sync_api import Dialog, Page, expect

from accounts.models import User
from contacts.models import Contact
from interactions.models import Interaction

WORDS = "coffee with Ben about the long story of grids"


def begin_to_log(page: Page) -> None:
    page.goto("/people/")
    page.wait_for_load_state()
    page.keyboard.press("l")
    page.get_by_label("In one line").fill(WORDS)


def test_what_was_typed_outlives_a_closed_dialog(signed_in_page: Page) -> None:
    page = signed_in_page
    begin_to_log(page)
    page.mouse.click(5, 700)  # beside the dialog
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("l")
    expect(page.get_by_label("In one line")).to_have_value(WORDS)
    expect(page.get_by_text("Kept from before, not sent yet.")).to_be_visible()
    page.get_by_role("button", name="Begin anew").click()
    expect(page.get_by_label("In one line")).to_have_value("")
    expect(page.get_by_text("Kept from before")).to_be_hidden()


def test_a_draft_that_was_taken_up_again_is_saved_once(
    signed_in_page: Page, alice_at_home: User
) -> None:
    page = signed_in_page
    before = Interaction.objects.of(alice_at_home).count()
    begin_to_log(page)
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ben Okafor")
    talk = Interaction.objects.of(alice_at_home).order_by("-pk").first()
    assert talk is not None
    assert talk.subject == "Coffee: the long story of grids"
    assert Interaction.objects.of(alice_at_home).count() == before + 1


def test_an_untouched_dialog_closes_and_forgets(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/people/")
    page.wait_for_load_state()
    page.keyboard.press("l")
    expect(page.get_by_label("In one line")).to_be_focused()
    page.mouse.click(5, 700)
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("l")
    expect(page.get_by_text("Kept from before")).to_be_hidden()


def test_leaving_a_page_with_unsent_words_is_asked_about(
    signed_in_page: Page, alice_at_home: User
) -> None:
    page = signed_in_page
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    ana = Contact.objects.of(alice_at_home).get(name="Ana Pereira")
    page.goto(ana.get_absolute_url())
    page.wait_for_load_state()
    page.locator("#notes").get_by_role("link", name="Edit").click()
    notes = page.locator("#notes textarea")
    notes.fill("Prefers walks")
    page.get_by_role("link", name="Goals", exact=True).click(no_wait_after=True)
    expect(notes).to_have_value("Prefers walks")
    assert asked == ["beforeunload"]
    page.locator("#notes").get_by_role("button", name="Save").click()
    expect(page.locator("#notes")).to_contain_text("Prefers walks")
    page.get_by_role("link", name="Goals", exact=True).click()
    expect(page.get_by_role("heading", name="Goals", level=1)).to_be_visible()
    assert asked == ["beforeunload"]


def test_toasts_leave_the_buttons_of_the_rows_free(signed_in_page: Page) -> None:
    page = signed_in_page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/")
    page.get_by_role("button", name="Let go").first.click()
    toast = page.locator(".toast").first
    expect(toast).to_be_visible()
    toasts, rows = toast.bounding_box(), page.locator("main .rows").first.bounding_box()
    assert toasts is not None
    assert rows is not None
    assert toasts["x"] >= rows["x"] + rows["width"]
