"""A server with static files, a browser, and Alice with the demo network in it."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.fixtures import Settings

from accounts.models import User
from tests.e2e.browsing import CHROMIUM, LAUNCH, NARROW, serving, visit
from tests.e2e.furnishing import furnish
from tests.makers import make_user

# Playwright keeps an event loop in this thread, in which Django would refuse the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

Window = Callable[..., AbstractContextManager[Page]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    without = pytest.mark.skip(reason="no Chromium is installed; make test installs it")
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(pytest.mark.e2e)
            if not CHROMIUM:
                item.add_marker(without)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return LAUNCH


@pytest.fixture(autouse=True)
def worker_at_once(quick_settings: None, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def alice_at_home(transactional_db: None) -> User:
    """Alice, with the demo network and all that pages may show."""
    user = make_user("alice@example.org", name="Alice")
    furnish(user)
    return user


@pytest.fixture
def server(transactional_db: None) -> Iterator[str]:
    with serving() as address:
        yield address


@pytest.fixture
def window(browser: Browser, server: str) -> Window:
    """Opens a window: `with window(alice, width=360, color_scheme="dark") as page`."""
    return partial(visit, browser, server)


@pytest.fixture
def signed_in_page(window: Window, alice_at_home: User) -> Iterator[Page]:
    with window(alice_at_home) as page:
        yield page


@pytest.fixture
def no_js_page(window: Window, alice_at_home: User) -> Iterator[Page]:
    with window(alice_at_home, java_script_enabled=False) as page:
        yield page


@pytest.fixture
def touch_page(window: Window, alice_at_home: User) -> Iterator[Page]:
    """A phone of 360 px."""
    with window(alice_at_home, width=NARROW, has_touch=True, is_mobile=True) as page:
        yield page
