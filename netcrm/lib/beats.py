"""Signs of life of the long-running processes: the age of a file in the data folder.

Files, since a heart that beats into the database would keep taking its one write lock.
"""

import datetime as dt
from pathlib import Path

from django.conf import settings
from django.utils import timezone

# The clock ticks every minute and the worker beats every 15 s; a long write may hold either up.
SILENCE = dt.timedelta(minutes=5)


def beat(name: str) -> None:
    path = _path(name)
    path.parent.mkdir(exist_ok=True)
    path.touch()


def last_beat(name: str) -> dt.datetime | None:
    """None when that process never ran with this data folder."""
    try:
        touched = _path(name).stat().st_mtime
    except FileNotFoundError:
        return None
    return dt.datetime.fromtimestamp(touched, tz=dt.UTC)


def age(name: str) -> dt.timedelta | None:
    at = last_beat(name)
    return timezone.now() - at if at else None


def is_silent(name: str) -> bool:
    """Whether that process has not shown a sign of life for longer than a long write explains."""
    since = age(name)
    return since is None or since >= SILENCE


def _path(name: str) -> Path:
    folder: Path = settings.ENVIRONMENT.data_dir
    return folder / "beats" / name
