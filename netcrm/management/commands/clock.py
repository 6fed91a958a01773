"""`manage.py clock`: once a minute, puts what is due into the worker's queue."""

import signal
import sys
from types import FrameType
from typing import Any

from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.interval import IntervalTrigger
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from netcrm.schedule import tick

TICK_SECONDS = 60


class Command(BaseCommand):
    help = "Ask the database every minute what is due, and enqueue it."

    def handle(self, **_options: Any) -> None:
        scheduler = BlockingScheduler(timezone="UTC")
        scheduler.add_job(
            _tick,
            IntervalTrigger(seconds=TICK_SECONDS, timezone="UTC"),
            next_run_time=timezone.now(),  # and at once: something may have fallen due meanwhile
            coalesce=True,
            misfire_grace_time=None,
        )
        signal.signal(signal.SIGTERM, _stop)
        scheduler.start()


def _tick() -> None:
    """A tick on living connections: there is no request here that would renew them."""
    close_old_connections()
    tick()
    close_old_connections()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)
