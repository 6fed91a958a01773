"""The map as it is drawn: all of it in sight, and no name on a mark or on another name."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import User
from network.mapping import LISTED
from tests.e2e.conftest import Window

MEETINGS = """() => {
  const smaller = ({left, right, top, bottom}, by) =>
    ({left: left + by, right: right - by, top: top + by, bottom: bottom - by});
  const meet = (one, other) => one.left < other.right && other.left < one.right
    && one.top < other.bottom && other.top < one.bottom;
  const box = (node) => node.getBoundingClientRect();
  const written = [...document.querySelectorAll(".map-drawing text")]
    .filter((text) => getComputedStyle(text).display !== "none");
  const marks = [...document.querySelectorAll(".map-drawing use")];
  const met = [];
  written.forEach((one, place) => {
    const there = smaller(box(one), 1.5);  // letters leave some of their line free
    for (const other of [...written.slice(place + 1), ...marks]) {
      if (other.parentNode !== one.parentNode || other.localName === "text") {
        if (meet(there, smaller(box(other), 1.5))) met.push(one.textContent);
      }
    }
    const frame = box(document.querySelector(".map-frame"));
    if (there.left < frame.left || there.right > frame.right) met.push(one.textContent);
  });
  return {names: written.length, met};
}"""


def test_typing_finds_even_whom_the_list_below_the_map_did_not_show_yet(
    window: Window, alice_at_home: User
) -> None:
    with window(alice_at_home) as page:
        page.goto("/network/map/")
        rows = page.locator("tbody tr").filter(has=page.locator("[data-row]"))
        assert rows.count() == LISTED
        farthest = page.locator(".map-drawing a").last.locator("text")
        name = farthest.text_content() or ""
        page.get_by_label("Find on the map").press_sequentially(name)
        found = page.locator("tbody tr:not([hidden])")
        expect(found).to_have_count(1)
        expect(found).to_contain_text(name)
        assert rows.count() == page.locator(".map-drawing a").count()


def test_after_the_map_was_dragged_enter_still_opens_a_person(
    window: Window, alice_at_home: User
) -> None:
    with window(alice_at_home) as page:
        page.goto("/network/map/")
        link = page.locator(".map-drawing a").first
        box = page.locator(".map-drawing").bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 20, box["y"] + 20)
        page.mouse.down()
        page.mouse.move(box["x"] + 60, box["y"] + 60)
        page.mouse.up()
        link.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/people/[0-9a-f-]+/$"))


@pytest.mark.parametrize(("width", "fewest"), [(1280, 60), (360, 12)])
def test_names_stand_beside_their_marks_and_cover_nothing(
    window: Window, alice_at_home: User, width: int, fewest: int
) -> None:
    with window(alice_at_home, width=width) as page:
        page.goto("/network/map/")
        found = page.evaluate(MEETINGS)
        box = page.locator(".map-drawing").bounding_box()
        assert found["met"] == []
        assert found["names"] >= fewest
        assert box is not None
        if width == 1280:
            assert box["y"] + box["height"] <= 900
