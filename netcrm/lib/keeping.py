"""Secrets that are made once and then kept in the data folder."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def keep(path: Path, make: Callable[[], str]) -> str:
    """The text in `path`; `make` writes it when there is none, readable by its owner only.

    The file appears whole or not at all, so several processes that start at once agree on it.
    """
    if not path.exists():
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        with os.fdopen(handle, "w") as file:
            file.write(f"{make()}\n")
        with suppress(FileExistsError):  # another process was first: its text counts
            Path(path).hardlink_to(draft)
        Path(draft).unlink()
    return path.read_text().strip()
