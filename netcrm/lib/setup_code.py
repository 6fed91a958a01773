"""The code that the first visitor must know when this installation can be reached from outside.

Whoever reads the log or the data folder has it; a passer-by who finds a fresh installation has not.
"""

import ipaddress
import secrets

from django.conf import settings
from django.http import HttpRequest

from netcrm.lib.keeping import keep

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no letter or digit that looks like another
GROUPS, GROUP_LENGTH = 3, 4  # 31^12: about 59 bits, out of reach for guessing over the network


def setup_code() -> str:
    """The code of this installation, made at the first call."""
    return keep(settings.ENVIRONMENT.data_dir / "setup_code", _make)


def is_setup_code(given: str) -> bool:
    """Whether a visitor typed the code, in any case and with or without its dashes."""
    plain = given.lower().replace("-", "").replace(" ", "")
    return secrets.compare_digest(plain.encode(), setup_code().replace("-", "").encode())


def is_open_to_others() -> bool:
    """Whether anything but a browser on this machine may reach this installation."""
    environment = settings.ENVIRONMENT
    return not (is_loopback(environment.bind_host) and is_loopback(environment.host)) or bool(
        environment.trusted_proxies
    )


def needs_setup_code(request: HttpRequest) -> bool:
    """False only for a browser on this very machine, talking to it directly."""
    return (
        is_open_to_others()
        or "X-Forwarded-For" in request.headers  # a proxy that nobody told us about
        or not is_loopback(request.META.get("REMOTE_ADDR", ""))
        or not is_loopback(request.get_host().rsplit(":", 1)[0])
    )


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _make() -> str:
    return "-".join(
        "".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS)
    )
