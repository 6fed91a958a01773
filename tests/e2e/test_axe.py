"""Everybody can use every page: no violation that axe can find, light and dark, wide and narrow."""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from accounts.models import User
from tests.e2e.browsing import NARROW, WIDE
from tests.e2e.conftest import Window
from tests.e2e.places import PLACES, SIGNED_OUT

# Preloading fetches the stylesheets a second time, from where they are not.
OPTIONS = {"resultTypes": ["violations"], "preload": False}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def violations(page: Page) -> Iterator[str]:
    """What axe finds in the page in light and dark, in words."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for found in Axe().run(page, options=OPTIONS).response["violations"]:
            for node in found["nodes"]:
                yield f"{found['id']}, {scheme}: {node['html'][:160]}\n    {node['failureSummary']}"


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_everybody_can_use_every_page(
    width: int, window: Window, alice_at_home: User, subtests: pytest.Subtests
) -> None:
    # axe measures by writing styles into the page
    with window(alice_at_home, width=width, bypass_csp=True) as page:
        for name, place in PLACES.items():
            with subtests.test(name):
                page.goto(place(alice_at_home))
                assert not list(violations(page))


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("place", SIGNED_OUT)
def test_everybody_can_sign_in(place: str, width: int, window: Window, alice_at_home: User) -> None:
    with window(width=width, bypass_csp=True) as page:
        page.goto(SIGNED_OUT[place])
        assert not list(violations(page))


def test_axe_sees_what_it_should(window: Window, alice_at_home: User) -> None:
    with window(bypass_csp=True) as page:
        page.goto("/account/login/")
        page.evaluate("document.querySelector('h1').append(new Image())")
        assert any("image-alt" in said for said in violations(page))
