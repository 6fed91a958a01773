"""Who must know the set-up code before they may become the owner."""

import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import RequestFactory
from pytest_django import Settings

from netcrm.lib.setup_code import is_setup_code, needs_setup_code, setup_code


@pytest.fixture(autouse=True)
def installation(settings: Settings, tmp_path: Path) -> None:
    """A fresh one that listens on this machine only."""
    settings.ENVIRONMENT = replace(
        settings.ENVIRONMENT,
        data_dir=tmp_path,
        bind_host="127.0.0.1",
        url="http://localhost:8000",
        trusted_proxies=0,
    )
    settings.ALLOWED_HOSTS = ["*"]


def visit(host: str = "localhost:8000", come_from: str = "127.0.0.1", **headers: str) -> Any:
    return RequestFactory().get("/welcome/", HTTP_HOST=host, REMOTE_ADDR=come_from, headers=headers)


def test_a_browser_on_this_machine_needs_no_code() -> None:
    assert not needs_setup_code(visit())
    assert not needs_setup_code(visit(host="[::1]:8000", come_from="::1"))


@pytest.mark.parametrize(
    "request_from_outside",
    [
        visit(come_from="192.168.1.20"),
        visit(host="crm.example.org"),
        visit(**{"X-Forwarded-For": "203.0.113.7"}),
    ],
)
def test_a_visitor_from_outside_needs_the_code(request_from_outside: Any) -> None:
    assert needs_setup_code(request_from_outside)


@pytest.mark.parametrize(
    "opening",
    [{"bind_host": "0.0.0.0"}, {"url": "https://crm.example.org"}, {"trusted_proxies": 1}],  # noqa: S104 - the point
)
def test_an_installation_open_to_others_asks_even_its_own_machine(
    settings: Settings, opening: dict[str, Any]
) -> None:
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, **opening)
    assert needs_setup_code(visit())


def test_the_code_is_made_once_and_only_its_owner_can_read_it() -> None:
    code = setup_code()
    file = settings.ENVIRONMENT.data_dir / "setup_code"
    assert setup_code() == code == file.read_text().strip()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["setup_code"]


def test_the_code_may_be_typed_in_capitals_and_without_dashes() -> None:
    code = setup_code()
    assert is_setup_code(f" {code.upper()} ")
    assert is_setup_code(code.replace("-", ""))


@pytest.mark.parametrize("wrong", ["", "-", "abcd-efgh-jkmn", "über"])
def test_anything_else_is_refused(wrong: str) -> None:
    assert not is_setup_code(wrong)
