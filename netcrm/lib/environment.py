"""What an operator may set, read from the environment and refused in plain words when bad."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from environs import Env, EnvError

from netcrm.lib.keeping import keep

ENGINES = {f"django.db.backends.{name}" for name in ("sqlite3", "postgresql")}
KEY_LENGTH = 50  # what `manage.py check --deploy` asks of a key, in characters


class BadSetting(Exception):
    """A setting that cannot be used; its text says which one and how to mend it."""


@dataclass(frozen=True, slots=True)
class Environment:
    data_dir: Path
    secret_key: str
    url: str
    bind_host: str
    bind_port: int
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
    def bind(self) -> str:
        """Where the web server listens, as it wants to be told."""
        host = f"[{self.bind_host}]" if ":" in self.bind_host else self.bind_host
        return f"{host}:{self.bind_port}"

    @property
    def is_https(self) -> bool:
        return self.url.startswith("https://")


def read_environment(project: Path) -> Environment:
    """Every setting at once; raises `BadSetting` at the first bad one."""
    env = Env()
    data_dir = _data_dir(env, project)
    bind_host, bind_port = _bind(env)
    url = _url(env, f"http://localhost:{bind_port}")
    return Environment(
        data_dir=data_dir,
        secret_key=_secret_key(env, data_dir / "secret_key"),
        url=url,
        bind_host=bind_host,
        bind_port=bind_port,
        debug=_ask(env.bool, "NETCRM_DEBUG", False, "true or false"),
        sign_up_open=_ask(env.bool, "NETCRM_SIGN_UP_OPEN", False, "true or false"),
        trusted_proxies=_trusted_proxies(env, url),
        database=_database(env, f"sqlite:///{data_dir / 'netcrm.sqlite3'}"),
        email=_email(env),
        upload_limit_mb=_number(
            env, "NETCRM_UPLOAD_LIMIT_MB", "a size in megabytes", default=100, least=1
        ),
        log_level=_log_level(env),
    )


def _ask(read: Callable[..., Any], name: str, default: object, wanted: str) -> Any:
    try:
        return read(name, default)
    except (EnvError, ValueError) as problem:
        raise BadSetting(f"{name} must be {wanted}. It was refused: {problem}") from problem


def _number(env: Env, name: str, meaning: str, *, default: int, least: int = 0) -> int:
    wanted = f"{meaning}: a whole number, {least} or more. Leave it out for {default}"
    number: int = _ask(env.int, name, default, wanted)
    if number < least:
        raise BadSetting(f"{name} must be {wanted}. It was refused: {number}")
    return number


def _trusted_proxies(env: Env, url: str) -> int:
    """One for an https address, which NetCRM does not speak itself."""
    return _number(
        env,
        "NETCRM_TRUSTED_PROXIES",
        "the number of reverse proxies in front",
        default=1 if url.startswith("https:") else 0,
    )


def _database(env: Env, default: str) -> dict[str, Any]:
    wanted = "an address like postgresql://user:password@host:5432/netcrm"
    database: dict[str, Any] = _ask(env.dj_db_url, "DATABASE_URL", default, wanted)
    if database["ENGINE"] not in ENGINES:
        raise BadSetting(
            f"DATABASE_URL must be {wanted}, or left out for SQLite in the data folder. "
            "NetCRM runs on these two."
        )
    return database


def _email(env: Env) -> dict[str, Any]:
    wanted = "an address like submission://user:password@mail.example.org:587"
    email: dict[str, Any] = _ask(env.dj_email_url, "EMAIL_URL", "console:", wanted)
    if not email.get("EMAIL_BACKEND"):
        raise BadSetting(f"EMAIL_URL must be {wanted}.")
    return email


def _data_dir(env: Env, project: Path) -> Path:
    folder = Path(env.str("NETCRM_DATA_DIR", str(project / "data"))).expanduser().absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
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


def _secret_key(env: Env, path: Path) -> str:
    """The operator's own key, or the one that is kept so that sign-ins survive a restart."""
    given: str = env.str("NETCRM_SECRET_KEY", "")
    key = given or keep(path, lambda: secrets.token_urlsafe(64))
    if len(key) < KEY_LENGTH:
        raise BadSetting(
            f"{'NETCRM_SECRET_KEY' if given else f'the key in {path}'} must be at least "
            f"{KEY_LENGTH} characters, not {len(key)}. "
            + ("Leave it out" if given else "Delete the file")
            + " and NetCRM makes one itself."
        )
    return key


def _bind(env: Env) -> tuple[str, int]:
    """Host and port to listen on."""
    text = env.str("NETCRM_BIND", "127.0.0.1:8000")
    try:
        parts = urlsplit(f"//{text}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host or not port or parts.path or parts.username:
        raise BadSetting(
            "NETCRM_BIND must be the address and port to listen on, like 127.0.0.1:8000 "
            f"or 0.0.0.0:8000, not {text!r}."
        )
    return host, port


def _url(env: Env, default: str) -> str:
    url: str = env.str("NETCRM_URL", default).rstrip("/")
    try:
        parts = urlsplit(url)
        is_good = parts.scheme in {"http", "https"} and parts.hostname and not parts.path
        is_good = is_good and parts.port != 0
    except ValueError:  # a port that is no number
        is_good = False
    if not is_good:
        raise BadSetting(
            "NETCRM_URL must be the address people type, like https://crm.example.org, "
            f"not {url!r}."
        )
    return url


def _log_level(env: Env) -> str:
    level = env.str("NETCRM_LOG_LEVEL", "INFO").upper()
    if level not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        raise BadSetting(f"NETCRM_LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR, not {level!r}.")
    return level
