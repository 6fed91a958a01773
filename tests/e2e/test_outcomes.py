"""An outcome recorded, credited, thanked for and thrown away, with scripts and without."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from contacts.models import Contact
from goals.models import Outcome
from tests.e2e.browsing import NARROW, WIDE
from tests.e2e.conftest import Window
from tests.e2e.test_axe import violations
from tests.goals.outcome_makers import make_outcome
from tests.makers import make_contact


@pytest.fixture
def alice_with_friends(transactional_db: None, alice: User) -> User:
    ann = make_contact(alice, "Ann Berg")
    make_contact(alice, "Bob Costa", introduced_by=ann)
    make_contact(alice, "Cem Demir")
    return alice


def name_somebody_else(page: Page, name: str, *, has_scripts: bool) -> None:
    if has_scripts:
        page.get_by_role("combobox", name="Somebody else").press_sequentially(name)
        page.get_by_role("combobox", name="Somebody else").press("Enter")
        expect(page.locator("[data-chip]")).to_contain_text(name)
    else:
        page.get_by_role("textbox", name="Somebody else").fill(name)


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "plain"])
def test_from_recording_it_to_thanks(
    has_scripts: bool, window: Window, alice_with_friends: User
) -> None:
    with window(alice_with_friends, java_script_enabled=has_scripts) as page:
        page.goto("/outcomes/")
        page.get_by_role("link", name="Record an outcome").first.click()
        page.get_by_label("What happened").fill("A mandate")
        page.get_by_role("radio", name="Opportunity").check()
        page.get_by_role("radio", name="Large").check()
        page.get_by_role("checkbox", name="Bob Costa").check()
        name_somebody_else(page, "Dee Young", has_scripts=has_scripts)
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("heading", name="A mandate", level=1)).to_be_visible()
        expect(page.get_by_role("row", name=re.compile("Ann Berg"))).to_contain_text("17 %")
        page.get_by_text("Change who had which part").click()
        page.get_by_label("Dee Young", exact=True).fill("0")
        page.get_by_role("button", name="Save the parts").click()
        expect(page.get_by_role("row", name=re.compile("Ann Berg"))).to_contain_text("33 %")
        page.get_by_role("button", name="Promise thanks to Ann Berg").click()
        page.get_by_role("button", name="Thanked Ann Berg").click()
        expect(page.get_by_role("row", name=re.compile("Ann Berg"))).to_contain_text("Thanked on")
        page.get_by_role("button", name="Delete").click()
        expect(page).to_have_url(re.compile("/outcomes/$"))
        page.get_by_role("button", name="Undo").first.click()
        expect(page.get_by_role("heading", name="A mandate", level=1)).to_be_visible()
    assert Outcome.objects.of(alice_with_friends).living().count() == 1


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_everybody_can_use_its_pages(width: int, window: Window, alice_with_friends: User) -> None:
    bob, cem = (Contact.objects.get(given=name) for name in ("Bob", "Cem"))
    outcome = make_outcome(alice_with_friends, bob, cem)
    places = ("/outcomes/", outcome.get_absolute_url(), "/outcomes/new/", bob.get_absolute_url())
    with window(alice_with_friends, width=width, bypass_csp=True) as page:
        for place in (*places, "/brand/", "/brand/new/"):
            page.goto(place)
            assert not list(violations(page)), place
