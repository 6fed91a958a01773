"""A newcomer's first hour: import, triage, find, log, rate, see why; with and without scripts."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from contacts.models import Contact
from strength.models import Rating
from tests.e2e import newcomer
from tests.e2e.conftest import Window


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.usefixtures("transactional_db")
def test_a_newcomer_gets_from_files_to_a_strength_that_says_why(
    window: Window, has_scripts: bool
) -> None:
    with window(java_script_enabled=has_scripts) as page:
        newcomer.set_up(page)
        newcomer.bring(page, newcomer.address_book())
        newcomer.bring(page, newcomer.linkedin())
        newcomer.triage(page, people=4)
        newcomer.find(page, "pereira", "Ana Pereira")
        before = newcomer.strength(page)
        newcomer.log(page, "coffee with Ana Pereira yesterday 45 min about the grid")
        newcomer.rate(page, "Ana Pereira", 4, 4, 5)
        sees_why_it_changed(page, before)
        logs_a_new_person_with_a_promise(page)
        finds_what_is_left_for_today(page)
        takes_an_import_back(page)


def sees_why_it_changed(page: Page, before: int) -> None:
    newcomer.find(page, "pereira", "Ana Pereira")
    assert newcomer.strength(page) > before
    panel = page.locator(".strength-panel")
    expect(panel.locator(".strength-parts > li")).to_have_count(4)
    expect(panel).to_contain_text(re.compile(r"You rate this relationship 4\.\d of 5"))
    rating = Rating.objects.get(contact__name="Ana Pereira", interaction__isnull=False)
    assert (rating.trust, rating.respect, rating.common) == (4, 4, 5)
    assert rating.on == rating.owner.today() - dt.timedelta(days=1)


def logs_a_new_person_with_a_promise(page: Page) -> None:
    newcomer.promise(page, "lunch with Zora Lindgren today", "send Zora the slides")
    expect(page.get_by_role("heading", name="Zora Lindgren", level=1)).to_be_visible()
    assert Contact.objects.filter(name="Zora Lindgren").count() == 1


def finds_what_is_left_for_today(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="How did it go?")).to_be_visible()
    expect(page.locator(".rows-words", has_text="send Zora the slides")).to_be_visible()
    page.get_by_role("link", name="Rate").first.click()
    newcomer.rate(page, "Zora Lindgren", 3, 4, 3)
    expect(page).to_have_url(re.compile(r"//[^/]+/$"))
    expect(page.get_by_role("heading", name="How did it go?")).to_be_hidden()


def takes_an_import_back(page: Page) -> None:
    """What was changed since is named; what was not is gone."""
    page.goto("/import/")
    page.get_by_role("link", name="Connections.csv").first.click()
    page.get_by_role("link", name="Undo this import").click()
    page.get_by_role("button", name=re.compile("Undo|Take")).first.click()
    expect(page.get_by_role("link", name="Bring another file")).to_be_visible()
    assert not Contact.objects.listed().filter(name="Cem Yildiz").exists()
