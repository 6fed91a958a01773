"""The parts of `manage.py serve`, each of which ends when `serve` is gone, however it went.

honcho runs every part below a process of its own, which reads what the part says. Nothing tells
that process when `serve` is killed outright; but it then gets another parent, and that can be seen.
"""

import os
import signal
import subprocess
import threading
import time
from typing import Any

from honcho.process import Popen, Process

LOOK_SECONDS = 0.5
# A task that is under way may finish. Longer than the web server's own patience, shorter than the
# 30 s that compose.yaml grants.
PATIENCE_SECONDS = 25


class Part(Process):  # type: ignore[misc] # honcho has no type information
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._child_ctor = _start


def _start(*args: Any, **options: Any) -> subprocess.Popen[bytes]:
    child: subprocess.Popen[bytes] = Popen(*args, **options)
    threading.Thread(target=_end_when_left, args=(child, os.getppid()), daemon=True).start()
    return child


def _end_when_left(child: subprocess.Popen[bytes], parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    child.terminate()
    try:
        child.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)  # honcho gave it a group of its own
    os._exit(1)  # what it still said has no reader any more
