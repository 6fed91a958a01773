"""Fixtures that every test may ask for: alice owns, mallory is the stranger."""

import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import hypothesis
import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from accounts.models import User
from netcrm.lib.prepared import Prepared
from tests.makers import make_user
from tests.prepared import compared

# On a busy machine a slow example says nothing; explaining a failure can take minutes. Continuous
# integration tries the same examples each time, developers always new ones.
hypothesis.settings.register_profile(
    "netcrm",
    deadline=None,
    phases=set(hypothesis.Phase) - {hypothesis.Phase.explain},
    derandomize="CI" in os.environ,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("netcrm")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever touches the database runs again on PostgreSQL; browser and walls need not."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        touches = fixtures & {"db", "transactional_db"} or item.get_closest_marker("django_db")
        if touches and not set(item.path.parts) & {"e2e", "house"}:
            item.add_marker(pytest.mark.database)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Figures that tests measured, such as keystrokes."""
    for report in terminalreporter.getreports("passed"):
        for name, figure in report.user_properties:
            terminalreporter.write_line(f"{figure} {name}: {report.location[2]}")


@pytest.fixture
def alice(db: None) -> User:
    return make_user("alice@example.org", name="Alice")


@pytest.fixture
def mallory(db: None) -> User:
    return make_user("mallory@example.org", name="Mallory")


@pytest.fixture
def desk(alice: User) -> Client:
    """A browser in which Alice is signed in."""
    client = Client()
    client.force_login(alice)
    return client


@pytest.fixture(autouse=True, scope="session")
def prepared_queries_compared() -> Iterator[None]:
    """Whatever page a test asks for: its kept statements are those that Django would write."""
    with patch.object(Prepared, "rows", compared(Prepared.rows)):
        yield


@pytest.fixture(autouse=True)
def quick_settings(settings: Settings, tmp_path: Path) -> None:
    """Static files by their plain names, quick passwords, files in a folder of the test."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path / "files"
