"""Tasks for the worker's own tests."""

import os
import signal
import time
from pathlib import Path

from django_tasks import task


@task()
def wait_for_permit(folder: str) -> None:
    """Write what happens to `log`, and end only once there is a file `permit`."""
    log, permit = Path(folder) / "log", Path(folder) / "permit"
    with log.open("a") as lines:
        lines.write("begun\n")
    while not permit.exists():
        time.sleep(0.02)
    with log.open("a") as lines:
        lines.write("ended\n")


@task()
def kill_the_worker() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
