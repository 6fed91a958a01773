"""Installations of their own, on whichever database the run is about."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from tests.netcrm.installations import Installation, fresh_environment

SERVER = os.environ.get("DATABASE_URL", "")  # of PostgreSQL; none means SQLite


@pytest.fixture
def installation(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """Fresh and migrated; whatever was started in it has ended after the test."""
    if SERVER:
        yield from _on_postgresql(tmp_path)
        return
    made = Installation(tmp_path, fresh_environment(tmp_path, ""))
    shutil.copy(request.getfixturevalue("migrated"), made.database)
    yield made
    made.end()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database to copy: migrating takes longer than most tests."""
    folder = tmp_path_factory.mktemp("migrated")
    made = Installation(folder, fresh_environment(folder, ""))
    made.manage("migrate", "--verbosity", "0")
    return made.database


def _on_postgresql(folder: Path) -> Iterator[Installation]:
    name = f"installation_{uuid4().hex}"
    _command("CREATE DATABASE {}", name)
    made = Installation(folder, fresh_environment(folder, f"{SERVER.rpartition('/')[0]}/{name}"))
    made.manage("migrate", "--verbosity", "0")
    yield made
    made.end()
    _command("DROP DATABASE {} WITH (FORCE)", name)


def _command(words: str, name: str) -> None:
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(sql.SQL(words).format(sql.Identifier(name)))
