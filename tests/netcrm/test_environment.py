"""What an operator sets is refused at the start, in a sentence that says how to mend it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from netcrm.lib.environment import BadSetting, Environment, read_environment

OURS = ("NETCRM_", "DATABASE_URL", "EMAIL_URL", "DJANGO_ALLOW_ASYNC_UNSAFE")
HTTPS = {"NETCRM_URL": "https://crm.example.org"}


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(OURS)]:
        monkeypatch.delenv(name)


def read(folder: Path) -> Environment:
    return read_environment(folder)


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    environment = read(tmp_path)
    assert environment.bind == "127.0.0.1:8000"
    assert environment.url == "http://localhost:8000"
    assert environment.data_dir == tmp_path / "data"
    assert environment.database["NAME"] == str(tmp_path / "data" / "netcrm.sqlite3")
    assert not environment.debug
    assert not environment.sign_up_open


@pytest.mark.parametrize(
    ("name", "value", "mending"),
    [
        ("NETCRM_DEBUG", "perhaps", "NETCRM_DEBUG must be true or false"),
        ("NETCRM_SIGN_UP_OPEN", "2", "NETCRM_SIGN_UP_OPEN must be true or false"),
        ("NETCRM_TRUSTED_PROXIES", "nginx", "must be the number of reverse proxies in front"),
        ("NETCRM_TRUSTED_PROXIES", "-1", "a whole number, 0 or more. Leave it out for 0"),
        ("NETCRM_UPLOAD_LIMIT_MB", "much", "must be a size in megabytes"),
        ("NETCRM_UPLOAD_LIMIT_MB", "0", "1 or more. Leave it out for 100. It was refused: 0"),
        ("NETCRM_URL", "crm.example.org", "like https://crm.example.org"),
        ("NETCRM_URL", "https://example.org/crm", "like https://crm.example.org"),
        ("NETCRM_URL", "https://crm.example.org:port", "like https://crm.example.org"),
        ("NETCRM_BIND", "8000", "like 127.0.0.1:8000"),
        ("NETCRM_BIND", "localhost:http", "like 127.0.0.1:8000"),
        ("NETCRM_BIND", "localhost:99999", "like 127.0.0.1:8000"),
        ("NETCRM_LOG_LEVEL", "chatty", "DEBUG, INFO, WARNING or ERROR"),
        ("NETCRM_SECRET_KEY", "secret", "at least 50 characters, not 6. Leave it out"),
        ("DATABASE_URL", "oracle://crm", "like postgresql://user:password@host:5432/netcrm"),
        ("DATABASE_URL", "mysql://crm@host/crm", "like postgresql://user:password@host"),
        ("EMAIL_URL", "pigeon://coop", "like submission://user:password@mail.example.org:587"),
    ],
)
def test_a_bad_value_is_refused_with_its_name_and_how_to_mend_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str, mending: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSetting) as refusal:
        read(tmp_path)
    assert name in str(refusal.value)
    assert mending in str(refusal.value)


def test_an_https_address_means_that_a_proxy_is_in_front(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert read(tmp_path).trusted_proxies == 0
    monkeypatch.setenv("NETCRM_URL", "https://crm.example.org")
    assert read(tmp_path).trusted_proxies == 1
    monkeypatch.setenv("NETCRM_TRUSTED_PROXIES", "2")
    assert read(tmp_path).trusted_proxies == 2


def test_a_data_folder_that_cannot_be_made_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("NETCRM_DATA_DIR", str(tmp_path / "file" / "data"))
    with pytest.raises(BadSetting, match="name another folder in NETCRM_DATA_DIR"):
        read(tmp_path)


def test_the_data_folder_is_closed_to_other_users_of_the_machine(tmp_path: Path) -> None:
    assert stat.S_IMODE(read(tmp_path).data_dir.stat().st_mode) == 0o700


def test_a_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    key = read(tmp_path).secret_key
    file = tmp_path / "data" / "secret_key"
    assert read(tmp_path).secret_key == key
    assert len(key) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_file_that_lost_its_key_is_refused(tmp_path: Path) -> None:
    read(tmp_path)
    (tmp_path / "data" / "secret_key").write_text("")
    with pytest.raises(BadSetting, match="Delete the file"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("bind", "host", "shown"),
    [
        ("0.0.0.0:80", "0.0.0.0", "0.0.0.0:80"),  # noqa: S104 - the point
        ("[::1]:8000", "::1", "[::1]:8000"),
        ("localhost:9000", "localhost", "localhost:9000"),
    ],
)
def test_the_address_to_listen_on_may_be_of_any_kind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, bind: str, host: str, shown: str
) -> None:
    monkeypatch.setenv("NETCRM_BIND", bind)
    environment = read(tmp_path)
    assert (environment.bind_host, environment.bind) == (host, shown)
    assert environment.url == f"http://localhost:{environment.bind_port}"


def manage(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env={**os.environ, "NETCRM_DATA_DIR": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_start_with_a_bad_value_ends_with_that_sentence_alone(tmp_path: Path) -> None:
    done = manage(tmp_path, "check", NETCRM_DEBUG="perhaps")
    assert done.returncode == 1
    assert done.stderr.startswith("NetCRM cannot start: NETCRM_DEBUG must be true or false.")
    assert len(done.stderr.splitlines()) == 1


def test_a_deployment_behind_https_has_nothing_to_warn_of(tmp_path: Path) -> None:
    done = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **HTTPS)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout + done.stderr


ASK = """
from django.test import Client
print(Client(SERVER_NAME="crm.example.org").get("/healthz", secure=True).headers[
    "Strict-Transport-Security"])
"""


def test_https_is_asked_for_but_never_for_the_lists_of_browsers(tmp_path: Path) -> None:
    manage(tmp_path, "migrate", **HTTPS)
    asked = manage(tmp_path, "shell", "--verbosity=0", "-c", ASK, **HTTPS)
    assert asked.stdout.strip() == "max-age=31536000; includeSubDomains"
    checked = manage(tmp_path, "check", "--deploy", "--fail-level=WARNING", **HTTPS)
    assert checked.returncode == 0, checked.stderr
