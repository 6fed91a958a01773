"""`/healthz` tells whoever watches over the installation, and nothing more."""

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import Settings

from netcrm.lib.beats import beat
from netcrm.schedule import tick

WELL = "database: ok\nclock: ok\nworker: ok\n"


@pytest.fixture(autouse=True)
def folder(db: None, settings: Settings, tmp_path: Path) -> Path:
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, data_dir=tmp_path)
    return tmp_path


def ask(**how: bool) -> tuple[int, str]:
    response = Client().get("/healthz", **how)  # type: ignore[arg-type] # secure=True
    return response.status_code, response.text


def test_all_is_well_when_clock_and_worker_have_just_been_heard() -> None:
    tick()
    beat("worker")
    assert ask() == (200, WELL)


def test_who_has_not_started_yet_is_named() -> None:
    beat("worker")
    assert ask() == (503, "database: ok\nclock: has not started\nworker: ok\n")


def test_who_has_been_silent_for_long_is_named(folder: Path) -> None:
    beat("clock")
    beat("worker")
    long_ago = time.time() - 12 * 60 - 5
    os.utime(folder / "beats" / "worker", (long_ago, long_ago))
    assert ask() == (503, "database: ok\nclock: ok\nworker: silent for 12 min\n")


def test_a_database_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    tick()
    beat("worker")

    def refuse() -> None:
        raise OperationalError("password of the database")

    with monkeypatch.context() as broken:
        broken.setattr(connection, "cursor", refuse)
        answer = ask()
    assert answer == (503, "database: does not answer\nclock: ok\nworker: ok\n")


def test_a_probe_needs_neither_sign_in_nor_https_nor_set_up(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    status, text = ask()
    assert (status, text.splitlines()[0]) == (503, "database: ok")


def test_pages_say_when_the_worker_is_silent(desk: Client, folder: Path) -> None:
    for name in ("clock", "worker"):
        beat(name)
    assert "The worker is silent" not in desk.get("/settings/").text
    long_ago = time.time() - 6 * 60
    os.utime(folder / "beats" / "worker", (long_ago, long_ago))
    assert "The worker is silent" in desk.get("/settings/").text
