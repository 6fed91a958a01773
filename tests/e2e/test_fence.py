"""The fence round every visit sees what it should."""

import pytest
from playwright.sync_api import Browser

from accounts.models import User
from tests.e2e.browsing import Visit

PICTURE = "new Promise(done => { const p = new Image(); p.onerror = done; p.src = '%s'; })"


@pytest.mark.parametrize(
    ("act", "noticed"),
    [
        ("console.error('broken')", "broken"),
        ("setTimeout(() => { throw new Error('lost') })", "lost"),
        (PICTURE % "http://example.org/face.png", "Content Security Policy"),
        ("document.body.setAttribute('style', 'color: red')", "Content Security Policy"),
    ],
)
def test_it_sees_errors_and_what_the_policy_refuses(
    act: str, noticed: str, browser: Browser, server: str, alice: User
) -> None:
    visit = Visit(browser, server)
    visit.page.goto("/account/login/")
    visit.page.evaluate(act)
    visit.page.wait_for_timeout(100)
    with pytest.raises(AssertionError, match=noticed):
        visit.close()


def test_it_sees_requests_off_this_machine(browser: Browser, server: str, alice: User) -> None:
    visit = Visit(browser, server, bypass_csp=True)
    visit.page.goto("/account/login/")
    visit.page.evaluate(PICTURE % "http://example.org/face.png")
    with pytest.raises(AssertionError, match=r"off this machine: http://example\.org/"):
        visit.close()


def test_it_lets_a_quiet_visit_pass(browser: Browser, server: str, alice: User) -> None:
    visit = Visit(browser, server)
    visit.page.goto("/account/login/")
    visit.close()
