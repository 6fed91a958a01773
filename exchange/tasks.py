"""What the worker does for an import. Each task can be run again after it was cut off."""

import logging
from collections.abc import Callable

from django.db import OperationalError, transaction
from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task

from exchange import applying, staging, undoing, wording
from exchange.models import ImportRun, RunStatus

logger = logging.getLogger(__name__)
ATTEMPTS = 3  # when another connection holds the database for longer than the busy timeout


@task()
def read_file(run_id: int) -> None:
    run = ImportRun.objects.filter(
        pk=run_id, status__in=[RunStatus.WAITING, RunStatus.READING]
    ).first()
    if run and not _patiently(run_id, lambda _: staging.stage(run)):
        staging.refuse(run, wording.sentence({"code": "broken"}))


@task()
def apply_rows(run_id: int) -> None:
    _change(run_id, applying.apply, RunStatus.APPLYING, RunStatus.READY)


@task()
def undo_rows(run_id: int) -> None:
    _change(run_id, undoing.undo, RunStatus.UNDOING, RunStatus.APPLIED)


def soon(work: Task[[int], None], run: ImportRun) -> None:
    """Hand work to the worker once the present transaction is through."""
    transaction.on_commit(lambda: work.enqueue(run.pk))


def _change(
    run_id: int, act: Callable[[int], None], during: RunStatus, otherwise: RunStatus
) -> None:
    """When the act fails nothing has changed, and the run goes back to where it can be tried."""
    if not _patiently(run_id, act):
        ImportRun.objects.filter(pk=run_id, status=during).update(
            status=otherwise,
            failure=wording.sentence({"code": "broken"}),
            updated_at=timezone.now(),
        )


def _patiently(run_id: int, act: Callable[[int], None]) -> bool:
    """Whether it succeeded; a failure is for the log, and the user gets a sentence."""
    for _attempt in range(ATTEMPTS):
        try:
            act(run_id)
        except OperationalError:
            logger.warning("Import %s: the database was busy", run_id, exc_info=True)
        except Exception:
            logger.exception("Import %s could not be carried out", run_id)
            return False
        else:
            return True
    return False
