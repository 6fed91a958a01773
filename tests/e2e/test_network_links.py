"""The sections of the Network page are all in sight, or plainly more than is in sight."""

from accounts.models import User
from goals.models import Aspiration
from tests.e2e.conftest import Window

OUT_OF_SIGHT = """() => {
  const links = document.querySelector(".page-links");
  const edge = links.getBoundingClientRect().right;
  return [...links.querySelectorAll("a")]
    .filter((link) => link.getBoundingClientRect().right > edge)
    .map((link) => link.textContent);
}"""


def test_with_many_aspirations_every_section_can_still_be_reached(
    window: Window, alice_at_home: User
) -> None:
    for title in ("Advise two foundations on flood insurance", "A seat on a board by 2029"):
        Aspiration.objects.create(owner=alice_at_home, kind="role", title=title)
    with window(alice_at_home, width=1280) as page:
        page.goto("/network/")
        assert page.evaluate(OUT_OF_SIGHT) == []
        page.get_by_role("navigation", name="On this page").get_by_text("Circles").click()
        bar = page.locator(".page-links").bounding_box()
        head = page.locator("#circles").bounding_box()
        assert bar is not None
        assert head is not None
        assert head["y"] >= bar["y"] + bar["height"]
    with window(alice_at_home, width=360) as page:
        page.goto("/network/")
        assert page.evaluate(OUT_OF_SIGHT)
        page.locator(".page-links").evaluate("links => { links.scrollLeft = links.scrollWidth; }")
        help_link = page.locator(".page-links a").last.bounding_box()
        assert help_link is not None
        assert help_link["x"] + help_link["width"] <= 360 - 48
