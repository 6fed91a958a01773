"""Imports are worked off at once here, and what waits for a commit is not kept waiting."""

from collections.abc import Callable

import pytest
from django.db import transaction
from pytest_django.fixtures import Settings

from tests.exchange.importing import AT_ONCE


@pytest.fixture(autouse=True)
def at_once(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.TASKS = AT_ONCE

    def soon(call: Callable[[], object], *_: object, **__: object) -> None:
        call()

    monkeypatch.setattr(transaction, "on_commit", soon)
