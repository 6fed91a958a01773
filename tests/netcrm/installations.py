"""An installation of its own for a test: a data folder, a database, and real processes on it."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

PATIENCE_SECONDS = 30
ROW = (
    "from django_tasks_db.models import DBTaskResult; import json;"
    "print(json.dumps(list(DBTaskResult.objects.filter(task_path__contains='{name}')"
    ".values('status', 'worker_ids', 'exception_class_path', 'traceback'))))"
)


@dataclass
class Installation:
    folder: Path
    environment: dict[str, str]
    processes: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def database(self) -> Path:
        return self.folder / "netcrm.sqlite3"

    def start(self, *command: str, **environment: str) -> subprocess.Popen[str]:
        """`manage.py COMMAND...`, going on by itself; its output is in `output()`."""
        with self._output.open("a") as output:
            process = subprocess.Popen(  # noqa: S603 - our own command
                [sys.executable, "manage.py", *command],
                cwd=settings.BASE_DIR,
                env={**self.environment, **environment},
                stdout=output,
                stderr=subprocess.STDOUT,
                text=True,
            )
        self.processes.append(process)
        return process

    def manage(self, *command: str) -> None:
        assert self.start(*command).wait(PATIENCE_SECONDS) == 0, self.output()

    def ask(self, code: str) -> str:
        """What a Python program inside the installation prints."""
        program = f"import django; django.setup(); {code}"
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-c", program],
            cwd=settings.BASE_DIR,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def enqueue(self, name: str, *arguments: str) -> None:
        self.ask(f"from tests.netcrm.trial_tasks import {name}; {name}.enqueue(*{arguments!r})")

    def task(self, name: str) -> dict[str, Any]:
        """What the queue says about the one task of that name."""
        (row,) = json.loads(self.ask(ROW.format(name=name)))
        return dict(row)

    def output(self) -> str:
        return self._output.read_text() if self._output.exists() else ""

    def end(self) -> None:
        """Ask politely: whatever runs may finish its task."""
        for process in self.processes:
            if process.poll() is None:
                process.terminate()
        for process in self.processes:
            try:
                process.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()

    @property
    def _output(self) -> Path:
        return self.folder / "output"


def wait_until(has_come: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while not has_come():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fresh_environment(folder: Path, database_url: str) -> dict[str, str]:
    """Nothing of the operator's own settings, one port of its own; SQLite for no address."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NETCRM_")}
    kept.pop("DATABASE_URL", None)
    return {
        **kept,
        **({"DATABASE_URL": database_url} if database_url else {}),
        "DJANGO_SETTINGS_MODULE": "netcrm.settings",
        "NETCRM_DATA_DIR": str(folder),
        "NETCRM_BIND": f"127.0.0.1:{free_port()}",
        "PYTHONUNBUFFERED": "1",
    }
