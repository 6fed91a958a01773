"""Second factor and passkeys, set up and used in a browser with an authenticator of its own."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from tests.e2e.browsing import NARROW, WIDE
from tests.e2e.conftest import Window
from tests.e2e.test_axe import violations

FACTORS = "/account/2fa/"


def sign_in(page: Page, user: User) -> None:
    page.goto("/account/login/")
    page.get_by_label("Email").fill(user.email)
    page.get_by_label("Password").fill("correct horse")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator(".frame")).to_be_visible()
    page.goto(f"{FACTORS}totp/activate/")
    expect(page.get_by_role("heading", name="Is it you?")).to_be_visible()
    page.get_by_label("Password").fill("correct horse")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_label("Authenticator code")).to_be_visible()


def plug_in_a_key(page: Page) -> None:
    """A security key that says yes to everything."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    abilities = {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    options = {"protocol": "ctap2", "transport": "internal", **abilities}
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {**options, "automaticPresenceSimulation": True}},
    )


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_everybody_can_use_the_pages_of_a_second_factor(
    width: int, window: Window, transactional_db: None, alice: User
) -> None:
    with window(width=width, bypass_csp=True) as page:
        sign_in(page, alice)
        for place in ("", "totp/activate/", "webauthn/", "webauthn/add/"):
            page.goto(f"{FACTORS}{place}")
            assert not list(violations(page)), place


def test_a_passkey_is_added_and_opens_the_door(
    window: Window, transactional_db: None, alice: User
) -> None:
    with window() as page:
        sign_in(page, alice)
        plug_in_a_key(page)
        page.goto(f"{FACTORS}webauthn/add/")
        page.get_by_label("It signs me in without a password").check()
        page.get_by_role("button", name="Add it").click()
        expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
        page.goto(f"{FACTORS}webauthn/")
        expect(page.get_by_text("signs you in by itself")).to_be_visible()
        page.goto("/account/logout/")
        page.get_by_role("main").get_by_role("button", name="Sign out").click()
        page.goto("/account/login/")
        page.get_by_role("button", name="Sign in with a passkey").click()
        expect(page.locator(".frame")).to_be_visible()
