"""The work behind the pages: by the real worker, cut short, busy, or without anybody to do it."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from pytest_django.fixtures import Settings

from accounts.models import User
from contacts.models import Contact
from exchange import staging, tasks
from exchange.formats import read
from exchange.models import ImportRun
from tests.exchange.importing import add, bring, card, page, undo, upload
from tests.makers import make_user

pytestmark = pytest.mark.database

NAMES = ("Ana", "Ben", "Cem", "Dee", "Eva", "Finn", "Gil", "Hana", "Ivo", "Jo")
CARDS = "".join(card(f"{name} Pereira", f"EMAIL:{name}@lumen.example") for name in NAMES)


@pytest.fixture
def at_once(settings: Settings) -> None:
    """Not at once here: work waits in the database for a worker."""
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}
    }


@pytest.fixture
def waiting(alice: User, tmp_path: Any) -> ImportRun:
    """An uploaded file that nobody has read yet."""
    run = ImportRun.objects.create(owner=alice, file_name="all.vcf", bytes_total=len(CARDS))
    run.path.parent.mkdir(parents=True)
    run.path.write_text(CARDS, newline="")
    return run


def work() -> None:
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("at_once")
def test_the_worker_reads_adds_and_undoes() -> None:
    desk = Client()
    desk.force_login(make_user("alice@example.org"))
    run = bring(desk, CARDS)
    assert run.status == "waiting"
    work()
    add(desk, run)
    assert run.status == "applying"
    assert "Being added" in page(desk, run)
    work()
    assert Contact.objects.count() == 10
    assert undo(desk, run).status == "undoing"
    work()
    run.refresh_from_db()
    assert run.status == "undone"
    assert not Contact.objects.exists()


def test_a_reading_that_was_killed_gives_the_same_rows_when_run_again(
    waiting: ImportRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*given: Any) -> Iterator[Any]:
        yield from islice(read(*given), 7)
        raise SystemExit

    monkeypatch.setattr(staging, "ROWS", 3)
    with monkeypatch.context() as patched:
        patched.setattr(staging, "read", killed)
        with pytest.raises(SystemExit):
            tasks.read_file.call(waiting.pk)
    assert waiting.rows.count() == 6
    tasks.read_file.call(waiting.pk)
    tasks.read_file.call(waiting.pk)  # a task may be run once more after it was done

    waiting.refresh_from_db()
    assert waiting.status == "ready"
    names = waiting.rows.by_position().values_list("position", "name", "verdict")
    assert list(names) == [(i, f"{n} Pereira", "add") for i, n in enumerate(NAMES, start=1)]


def test_adding_again_after_it_was_done_adds_nobody_twice(desk: Client, waiting: ImportRun) -> None:
    tasks.read_file.call(waiting.pk)
    ImportRun.objects.update(status="applying")
    tasks.apply_rows.call(waiting.pk)
    tasks.apply_rows.call(waiting.pk)
    assert Contact.objects.count() == 10


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL sees to its own statistics")
def test_the_database_plans_by_what_came(desk: Client, waiting: ImportRun) -> None:
    tasks.read_file.call(waiting.pk)
    ImportRun.objects.update(status="applying")
    tasks.apply_rows.call(waiting.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = %s", [Contact._meta.db_table])
        counts = {stat.split()[0] for (stat,) in cursor.fetchall()}
    assert str(Contact.objects.count()) in counts


def test_a_busy_database_is_asked_again(
    waiting: ImportRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([OperationalError("database is locked"), None])

    def stage(run: ImportRun) -> None:
        if answer := next(answers):
            raise answer

    monkeypatch.setattr(staging, "stage", stage)
    tasks.read_file.call(waiting.pk)
    waiting.refresh_from_db()
    assert waiting.failure == ""


def test_one_sees_how_far_the_reading_is(desk: Client, waiting: ImportRun) -> None:
    ImportRun.objects.update(status="reading", bytes_read=500, rows_read=4)
    assert "4 cards read" in page(desk, waiting)
    part = desk.get(
        f"/import/{waiting.uid}/", headers={"HX-Request": "true", "HX-Target": "progress"}
    )
    assert b"4 cards read" in part.content
    assert b"<html" not in part.content


def test_what_is_watched_gives_way_to_the_page_when_it_is_done(
    desk: Client, waiting: ImportRun
) -> None:
    tasks.read_file.call(waiting.pk)
    part = desk.get(
        f"/import/{waiting.uid}/", headers={"HX-Request": "true", "HX-Target": "progress"}
    )
    assert part.headers["HX-Refresh"] == "true"


def test_without_a_worker_the_page_says_so_after_a_while(desk: Client, waiting: ImportRun) -> None:
    at_work = page(desk, waiting)
    assert "Nothing has moved" not in at_work
    assert "the work goes on" in at_work
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1)):
        stuck = page(desk, waiting)
    assert "Nothing has moved for a while" in stuck
    assert "the work goes on" not in stuck


def test_an_upload_that_is_gone_is_asked_for_again(desk: Client, waiting: ImportRun) -> None:
    waiting.path.unlink()
    tasks.read_file.call(waiting.pk)
    assert "Please bring it again" in page(desk, waiting)


def test_pages_of_an_import_cost_the_same_however_long_it_is(
    desk: Client, django_assert_max_num_queries: Any
) -> None:
    answer = upload(desk, CARDS * 12, "many.vcf")
    run = ImportRun.objects.get()
    tasks.read_file.call(run.pk)
    with django_assert_max_num_queries(9):
        first = desk.get(answer.url).content.decode()
    assert "after=50" in first
    second = page(desk, run, "?after=50")
    assert 'id="row-51"' in second
    assert 'id="row-50"' not in second
