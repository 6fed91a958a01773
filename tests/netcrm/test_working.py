"""The worker goes on where others end, shown with real processes that are really killed."""

import signal
import sqlite3
import time

import pytest

from tests.netcrm.installations import Installation, wait_until

IMPATIENT = {"DJANGO_SETTINGS_MODULE": "tests.netcrm.impatient_settings"}
LOST = -signal.SIGKILL


def log(installation: Installation) -> list[str]:
    file = installation.folder / "log"
    return file.read_text().split() if file.exists() else []


def permit(installation: Installation) -> None:
    (installation.folder / "permit").touch()


def is_done(installation: Installation) -> bool:
    return bool(installation.task("wait_for_permit")["status"] == "SUCCESSFUL")


@pytest.mark.database
def test_a_task_killed_in_its_middle_runs_again_after_a_restart(installation: Installation) -> None:
    installation.enqueue("wait_for_permit", str(installation.folder))
    first = installation.start("work")
    wait_until(lambda: log(installation) == ["begun"])
    first.kill()
    first.wait()
    assert installation.task("wait_for_permit")["status"] == "RUNNING"

    permit(installation)
    installation.start("work")
    wait_until(lambda: is_done(installation))
    assert log(installation) == ["begun", "begun", "ended"]
    assert len(installation.task("wait_for_permit")["worker_ids"]) == 2


@pytest.mark.database
def test_a_task_that_ends_three_workers_is_given_up_with_a_reason(
    installation: Installation,
) -> None:
    installation.enqueue("kill_the_worker")
    assert [installation.start("work").wait() for _ in range(3)] == [LOST, LOST, LOST]

    installation.manage("work", "--batch")
    task = installation.task("kill_the_worker")
    assert task["status"] == "FAILED"
    assert task["exception_class_path"].endswith("KilledItsWorkers")
    assert "3 workers ended while it ran" in task["traceback"]


@pytest.mark.database
def test_a_worker_asked_to_stop_finishes_what_it_does(installation: Installation) -> None:
    installation.enqueue("wait_for_permit", str(installation.folder))
    worker = installation.start("work")
    wait_until(lambda: log(installation) == ["begun"])
    worker.terminate()
    permit(installation)
    assert worker.wait() == 0
    assert is_done(installation)


def test_another_programs_long_lock_leaves_an_idle_worker_alive(installation: Installation) -> None:
    worker = installation.start("work", **IMPATIENT)
    wait_until(lambda: "Starting worker" in installation.output())
    other = sqlite3.connect(installation.database)
    other.execute("BEGIN IMMEDIATE")
    time.sleep(3)
    assert "The database did not answer" in installation.output()
    other.rollback()

    permit(installation)
    installation.enqueue("wait_for_permit", str(installation.folder))
    wait_until(lambda: is_done(installation))
    assert worker.poll() is None


def test_a_lock_while_a_result_is_written_costs_only_a_second_run(
    installation: Installation,
) -> None:
    installation.enqueue("wait_for_permit", str(installation.folder))
    worker = installation.start("work", **IMPATIENT)
    wait_until(lambda: log(installation) == ["begun"])
    other = sqlite3.connect(installation.database)
    other.execute("BEGIN IMMEDIATE")
    permit(installation)
    wait_until(lambda: "The database did not answer" in installation.output())
    other.rollback()

    wait_until(lambda: is_done(installation))
    assert log(installation) == ["begun", "ended", "begun", "ended"]
    assert worker.poll() is None
