"""A browser on one's own machine that reports whatever a visitor should never meet."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from accounts.models import User

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
LAUNCH: dict[str, Any] = {
    "executable_path": CHROMIUM,
    "args": [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ],
}
WIDE, NARROW = 1280, 360
HEIGHTS = {WIDE: 900, NARROW: 740}
PATIENCE = 10_000  # milliseconds; two cores may be shared by many
LOOPBACK = {"localhost", "127.0.0.1"}
# Chromium reports a refused form as an error, and the page that says that there is no page; htmx
# that it gave up reading a line which was sent meanwhile.
ANSWERS = re.compile(
    r"Failed to load resource.*(\b422\b|/nothing/here/)|^htmx:(sendAbort|afterRequest), "
)

expect.set_options(timeout=PATIENCE)


@contextmanager
def serving() -> Iterator[str]:
    """The address of a server of our own with static files, fresh like after a restart."""
    thread = LiveServerThread("localhost", static_handler=_Static)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    try:
        yield f"http://localhost:{thread.port}"
    finally:
        thread.terminate()


class _Static(StaticFilesHandler):
    """The test server hands over Django's own test handler; ours comes as in earnest."""

    def __init__(self, _application: WSGIHandler) -> None:
        super().__init__(WSGIHandler())


class Visit:
    """A browser window and what went wrong in it."""

    def __init__(self, browser: Browser, server: str, **options: Any) -> None:
        width = options.pop("width", WIDE)
        self.context: BrowserContext = browser.new_context(
            base_url=server,
            viewport={"width": width, "height": HEIGHTS[width]},
            locale="en-GB",
            timezone_id="Europe/Lisbon",
            **options,
        )
        self.context.set_default_timeout(PATIENCE)
        self.problems: list[str] = []
        self.server = server
        self.context.on("request", self._watch)
        self.page: Page = self.context.new_page()
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))

    def sign_in(self, user: User) -> None:
        desk = Client()
        desk.force_login(user)
        session = desk.cookies[settings.SESSION_COOKIE_NAME].value
        self.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.server}]
        )

    def close(self) -> None:
        """Also the verdict: a visitor must not meet errors, nor anything off this machine."""
        self.context.close()
        assert not self.problems, "\n".join(self.problems)

    def _watch(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws"} and address.hostname not in LOOPBACK:
            self.problems.append(f"request off this machine: {request.url}")

    def _listen(self, message: ConsoleMessage) -> None:
        said = f"{message.text} {message.location['url']}"
        if message.type == "error" and not ANSWERS.search(said):
            self.problems.append(f"console: {said}")


@contextmanager
def visit(
    browser: Browser, server: str, user: User | None = None, **options: Any
) -> Iterator[Page]:
    """A page in a window of its own; signed in when there is a user."""
    window = Visit(browser, server, **options)
    if user is not None:
        window.sign_in(user)
    try:
        yield window.page
    finally:
        window.close()
