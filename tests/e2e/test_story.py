"""The loop once round: from a wish to an outcome and its thanks; with and without scripts.

Every assertion is on what somebody at the screen sees.
"""

import re

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from accounts.models import User
from network.snapshots import compute
from tests.e2e import newcomer
from tests.e2e.conftest import Window
from tests.exchange.importing import card

KNOWN = "".join(
    [
        card("Ana Pereira", "ORG:Lumen Grid", "TITLE:Head of Product"),
        card("Dee Young", "ORG:Rivulet", "TITLE:Chief Operating Officer"),
    ]
)
WISH = "Win two clients in energy finance"
TIDEWATER = "Referral · Tidewater Ventures"
GOAL = "Meet people: Tidewater Ventures"
EVENT = "Energy finance evening"
OUTCOME = "A contract for the meter study"


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.usefixtures("transactional_db")
def test_a_wish_becomes_an_outcome_and_its_thanks(window: Window, has_scripts: bool) -> None:
    with window(java_script_enabled=has_scripts) as page:
        newcomer.set_up(page)
        newcomer.bring(page, phone())
        hears_of_somebody(page)
        states_a_wish(page)
        sees_the_gap_and_makes_a_goal_of_it(page)
        plans_an_event_and_notes_whom_to_meet(page, has_scripts=has_scripts)
        goes_once_through_whom_one_met(page)
        sees_that_the_goal_moved_by_itself(page)
        helps(page)
        is_introduced(page, has_scripts=has_scripts)
        sees_the_gap_grow_smaller(page)
        records_what_came_of_it(page, has_scripts=has_scripts)
        finds_the_thanks_on_today(page)


def phone() -> FilePayload:
    return {"name": "phone.vcf", "mimeType": "text/vcard", "buffer": KNOWN.encode()}


def hears_of_somebody(page: Page) -> None:
    """Whoever comes with an import is known; who is yet to be met is written down."""
    page.goto("/people/new/")
    page.get_by_label("Name", exact=True).fill("Cem Yildiz")
    page.get_by_text("More, if you know it").click()
    page.get_by_label("Organisation").fill("Tidewater Ventures")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("heading", name="Cem Yildiz", level=1)).to_be_visible()


def states_a_wish(page: Page) -> None:
    page.goto("/network/")
    page.get_by_role("link", name="State an aspiration").click()
    page.get_by_label("What do you want?").fill(WISH)
    page.get_by_role("radio", name="More clients").check()
    page.get_by_role("button", name="Go on to three questions").click()
    page.get_by_label("Which organisations would you like").fill("Tidewater Ventures, Rivulet")
    page.get_by_role("button", name="Add what it needs").click()
    expect(page.get_by_role("heading", name=WISH, level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Tidewater Ventures", exact=True)).to_be_visible()


def sees_the_gap_and_makes_a_goal_of_it(page: Page) -> None:
    assess(page)
    expect(page.get_by_text("0 % covered")).to_be_visible()
    gap = need(page, TIDEWATER)
    expect(gap).to_contain_text("Nobody whom you know well enough serves this yet")
    gap.get_by_role("link", name="Make a goal").click()
    expect(page.get_by_label("Goal", exact=True)).to_have_value(GOAL)
    page.get_by_role("button", name="Set this goal").click()
    expect(page.get_by_role("heading", name=GOAL, level=1)).to_be_visible()
    expect(page.get_by_text(f"for “{WISH}”")).to_be_visible()
    expect(page.get_by_text("Nothing in this period yet")).to_be_visible()


def plans_an_event_and_notes_whom_to_meet(page: Page, *, has_scripts: bool) -> None:
    page.goto("/events/")
    page.get_by_role("link", name="Plan an event").first.click()
    page.get_by_label("Name").fill(EVENT)
    page.get_by_label("From", exact=True).fill(User.objects.get().today().isoformat())
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name=EVENT, level=1)).to_be_visible()
    page.get_by_role("link", name="Note people").click()
    choose(page, "Somebody else", "Cem Yildiz", has_scripts=has_scripts)
    page.get_by_label("Why", exact=True).fill("invests in meters")
    page.get_by_role("button", name="Save").click()
    expect(item(page, "Cem Yildiz")).to_contain_text("to meet")
    expect(item(page, "Cem Yildiz")).to_contain_text("invests in meters")


def goes_once_through_whom_one_met(page: Page) -> None:
    """Logged, promised and rated in one pass."""
    page.get_by_role("link", name="Whom did you meet?").click()
    met = page.get_by_role("group", name="Cem Yildiz")
    met.get_by_label("Cem Yildiz").check()
    met.get_by_label("What about").fill("smart meters")
    met.get_by_label("I promised, in a week").fill("send Cem the study")
    page.get_by_role("button", name="Log and rate").click()
    newcomer.rate(page, "Cem Yildiz", 4, 4, 5)
    expect(page.get_by_role("heading", name="Whom you met")).to_be_visible()
    expect(page.get_by_text("Attended")).to_be_visible()
    page.goto("/")
    expect(page.locator(".rows-words", has_text="send Cem the study")).to_be_visible()


def sees_that_the_goal_moved_by_itself(page: Page) -> None:
    """The counted thing is listed, can be taken away, and be counted again."""
    open_goal(page)
    counted = page.get_by_role("region", name="What was counted")
    expect(counted.get_by_role("listitem")).to_have_count(1)
    expect(page.get_by_text("1 of 3")).to_be_visible()
    leave_out = counted.get_by_role("button", name=re.compile("Do not count.*Cem Yildiz"))
    leave_out.click()
    expect(page.get_by_text("Nothing in this period yet")).to_be_visible()
    page.get_by_text("1 left out").click()
    page.get_by_role("button", name=re.compile("Count it again.*Cem Yildiz")).click()
    expect(
        counted.get_by_role("button", name=re.compile("Do not count.*Cem Yildiz"))
    ).to_be_visible()
    expect(page.get_by_text("1 of 3")).to_be_visible()


def helps(page: Page) -> None:
    newcomer.find(page, "yildiz", "Cem Yildiz")
    page.get_by_role("link", name="Note help").click()
    page.get_by_label("What", exact=True).fill("read his term sheet")
    page.get_by_role("button", name="Save").click()
    between = page.get_by_role("region", name="Help between you")
    expect(between).to_contain_text("read his term sheet")


def is_introduced(page: Page, *, has_scripts: bool) -> None:
    """Asked for, agreed on both sides, made, met."""
    newcomer.find(page, "young", "Dee Young")
    page.get_by_role("link", name="Ask to be introduced").click()
    choose(page, "Who introduces", "Cem Yildiz", has_scripts=has_scripts)
    page.get_by_role("button", name="Save").click()
    steps = page.get_by_role("main")
    for step in ("Dee Young agreed", "Introduction made", "They met"):
        steps.get_by_role("button", name=step).first.click()
        expect(steps.get_by_role("button", name=step)).to_have_count(0)
    expect(page.locator(".page-head")).to_contain_text("They met")


def sees_the_gap_grow_smaller(page: Page) -> None:
    assess(page)
    expect(page.get_by_text("0 % covered", exact=True)).to_be_hidden()
    expect(need(page, TIDEWATER)).to_contain_text("1 person who fits brings")


def records_what_came_of_it(page: Page, *, has_scripts: bool) -> None:
    page.goto("/outcomes/")
    page.get_by_role("link", name="Record an outcome").first.click()
    page.get_by_label("What happened").fill(OUTCOME)
    page.get_by_role("radio", name="Opportunity").check()
    page.get_by_role("radio", name="Large").check()
    choose(page, "Somebody else", "Dee Young", has_scripts=has_scripts)
    page.get_by_label("A step towards").select_option(WISH)
    page.get_by_role("button", name="Save").click()
    rows = page.get_by_role("region", name="Thanks to").get_by_role("row")
    expect(rows.filter(has_text="Dee Young contributed")).to_contain_text("67 %")
    introducer = rows.filter(has_text="Cem Yildiz introduced you to Dee")
    expect(introducer).to_contain_text("33 %")
    page.get_by_role("button", name="Promise thanks to Cem Yildiz").click()
    expect(page.get_by_role("button", name="Thanked Cem Yildiz")).to_be_visible()


def finds_the_thanks_on_today(page: Page) -> None:
    page.goto("/")
    promised = page.get_by_role("region", name="You promised")
    expect(promised).to_contain_text("Thank Cem, who introduced you to Dee")


def assess(page: Page) -> None:
    """As the worker does within a minute."""
    compute(User.objects.get())
    page.goto("/network/")


def need(page: Page, title: str) -> Locator:
    return page.get_by_role("article").filter(has_text=title)


def item(page: Page, text: str) -> Locator:
    return page.get_by_role("main").get_by_role("listitem").filter(has_text=text)


def open_goal(page: Page) -> None:
    page.goto("/goals/")
    page.get_by_role("link", name=GOAL).click()
    expect(page.get_by_role("heading", name=GOAL, level=1)).to_be_visible()


def choose(page: Page, label: str, name: str, *, has_scripts: bool) -> None:
    """A person by typing; by their whole name in a plain field without scripts."""
    if not has_scripts:
        page.get_by_role("textbox", name=label).fill(name)
        return
    field = page.get_by_role("combobox", name=label)
    field.press_sequentially(name)
    expect(page.get_by_role("option", name=name).first).to_be_visible()
    field.press("Enter")
    expect(page.locator("[data-chip]").filter(has_text=name)).to_be_visible()
