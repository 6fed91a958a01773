"""`manage.py work`: the one worker, mended where a task or a lock would stop it for ever.

django-tasks-db leaves a task that was killed RUNNING for ever, and ends the worker when another
connection holds SQLite's write lock for longer than the busy timeout. Only one worker may run:
whatever is RUNNING when it starts is an orphan.
"""

import logging
import threading
import time
from argparse import ArgumentParser
from typing import Any

from django.db import OperationalError, connections, transaction
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from netcrm.lib.beats import beat

logger = logging.getLogger("netcrm.work")

ATTEMPTS = 3  # a task that ended so many workers would end the next one too
BEAT_SECONDS = 15
PAUSE_SECONDS = 1.0
INTERVAL_SECONDS = 0.5  # how long a newly enqueued task waits at most


class KilledItsWorkers(Exception):
    """Recorded for a task during which several workers came to an end without a word."""


class Command(db_worker.Command):
    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(interval=INTERVAL_SECONDS, reload=False, startup_delay=False)

    def handle(self, **options: Any) -> None:
        threading.Thread(target=_beat_for_ever, daemon=True, name="beat").start()
        while True:
            try:
                adopt_orphans()
                return super().handle(**options)
            except OperationalError:
                logger.exception("The database did not answer; trying again")
                connections.close_all()
                time.sleep(PAUSE_SECONDS)


def adopt_orphans() -> None:
    """Have what an earlier worker left unfinished run again, but not for ever."""
    with transaction.atomic():
        for orphan in DBTaskResult.objects.running():
            workers = len(set(orphan.worker_ids))
            if workers >= ATTEMPTS:
                orphan.set_failed(KilledItsWorkers(f"{workers} workers ended while it ran"))
                logger.error("%s is given up: %d workers ended in it", orphan.task_path, workers)
            else:
                orphan.status, orphan.started_at = "READY", None
                orphan.save(update_fields=["status", "started_at"])
                logger.warning("%s was cut short and will run again", orphan.task_path)


def _beat_for_ever() -> None:
    while True:
        beat("worker")
        time.sleep(BEAT_SECONDS)
