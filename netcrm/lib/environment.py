"""What an operator may set, read from the environment and refused in plain words when bad."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from environs import Env, EnvError


class BadSetting(Exception):
    """A setting that cannot be used; its text says which one and how to mend it."""


@dataclass(frozen=True, slots=True)
class Environment:
    data_dir: Path
    secret_key: str
    url: str
    debug: bool
    sign_up_open: bool
    trusted_proxies: int
    database: dict[str, Any]
    email: dict[str, Any]
    upload_limit_mb: int
    log_level: str

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or "localhost"

    @property
    def is_https(self) -> bool:
        return self.url.startswith("https://")

    @property
    def is_loopback(self) -> bool:
        return self.host in {"localhost", "127.0.0.1", "::1"}


def read_environment(project: Path) -> Environment:
    """Every setting at once; raises `BadSetting` at the first bad one."""
    env = Env()
    data_dir = _data_dir(env, project)
    return Environment(
        data_dir=data_dir,
        secret_key=env.str("NETCRM_SECRET_KEY", "") or _kept_key(data_dir / "secret_key"),
        url=_url(env),
        debug=_ask(env.bool, "NETCRM_DEBUG", False, "true or false"),
        sign_up_open=_ask(env.bool, "NETCRM_SIGN_UP_OPEN", False, "true or false"),
        trusted_proxies=_ask(
            env.int, "NETCRM_TRUSTED_PROXIES", 0, "the number of reverse proxies in front, like 1"
        ),
        database=_ask(
            env.dj_db_url,
            "DATABASE_URL",
            f"sqlite:///{data_dir / 'netcrm.sqlite3'}",
            "an address like postgresql://user:password@host:5432/netcrm",
        ),
        email=_ask(
            env.dj_email_url,
            "EMAIL_URL",
            "console:",
            "an address like smtp+tls://user:password@mail.example.org:587",
        ),
        upload_limit_mb=_positive(env, "NETCRM_UPLOAD_LIMIT_MB", 100),
        log_level=_log_level(env),
    )


def _ask(read: Callable[..., Any], name: str, default: object, wanted: str) -> Any:
    try:
        return read(name, default)
    except (EnvError, ValueError) as problem:
        raise BadSetting(f"{name} must be {wanted}. It was refused: {problem}") from problem


def _positive(env: Env, name: str, default: int) -> int:
    number: int = _ask(env.int, name, default, f"a whole number, like {default}")
    if number < 1:
        raise BadSetting(f"{name} must be at least 1, not {number}. Leave it out for {default}.")
    return number


def _data_dir(env: Env, project: Path) -> Path:
    folder = Path(env.str("NETCRM_DATA_DIR", str(project / "data"))).expanduser().absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as problem:
        raise BadSetting(
            f"the data folder {folder} cannot be written ({problem.strerror}). "
            "Give the user that runs NetCRM the right to write there, "
            "or name another folder in NETCRM_DATA_DIR."
        ) from problem
    return folder


def _kept_key(path: Path) -> str:
    """The key in `path`, made there at the first start so that sign-ins survive a restart."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64))
    return path.read_text().strip()


def _url(env: Env) -> str:
    url = env.str("NETCRM_URL", "http://localhost:8000").rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        raise BadSetting(
            f"NETCRM_URL must be the address people type, like https://crm.example.org, "
            f"not {url!r}."
        )
    return url


def _log_level(env: Env) -> str:
    level = env.str("NETCRM_LOG_LEVEL", "INFO").upper()
    if level not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        raise BadSetting(f"NETCRM_LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR, not {level!r}.")
    return level
