"""The clock asks what is due, enqueues it once, and never stumbles over one duty."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import time_machine
from django.utils.module_loading import import_string
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from accounts.models import User
from contacts.models import Contact
from netcrm import schedule
from netcrm.schedule import TIMETABLE, Duty, tick, users_behind_their_day
from tests.makers import make_contact

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
REFRESH = "strength.tasks.refresh_user"


@pytest.fixture(autouse=True)
def noon(db: None, settings: Settings, tmp_path: Path) -> Iterator[time_machine.Traveller]:
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, data_dir=tmp_path)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def calls(path: str = REFRESH) -> list[list[int]]:
    results = DBTaskResult.objects.filter(task_path=path).order_by("enqueued_at")
    return [result.args_kwargs["args"] for result in results]


@pytest.mark.parametrize("duty", TIMETABLE, ids=lambda duty: duty.task)
def test_every_duty_names_a_task(duty: Duty) -> None:
    assert isinstance(import_string(duty.task), Task)


def test_only_users_whose_strengths_are_of_an_earlier_day_are_refreshed(
    alice: User, mallory: User
) -> None:
    User.objects.filter(pk=alice.pk).update(strength_as_of=NOON.date() - dt.timedelta(days=1))
    User.objects.filter(pk=mallory.pk).update(strength_as_of=NOON.date())
    assert users_behind_their_day() == [(alice.pk,)]


def test_a_users_day_begins_at_their_own_midnight(alice: User) -> None:
    facts = {"time_zone": "Pacific/Kiritimati", "strength_as_of": NOON.date()}
    User.objects.filter(pk=alice.pk).update(**facts)
    assert users_behind_their_day() == [(alice.pk,)]


def test_what_waits_is_not_enqueued_again(alice: User, noon: time_machine.Traveller) -> None:
    tick()
    noon.shift(dt.timedelta(hours=5))
    tick()
    assert calls() == [[alice.pk]]


def test_what_failed_is_left_alone_for_a_while_and_then_tried_again(
    alice: User, noon: time_machine.Traveller
) -> None:
    tick()
    DBTaskResult.objects.update(status="FAILED")
    noon.shift(dt.timedelta(minutes=29))
    tick()
    assert calls() == [[alice.pk]]
    noon.shift(dt.timedelta(minutes=2))
    tick()
    assert calls() == [[alice.pk], [alice.pk]]


def test_one_users_waiting_refresh_does_not_hold_up_anothers(alice: User) -> None:
    tick()
    bob = User.objects.create_user("bob@example.org", "correct horse")
    tick()
    assert sorted(calls()) == [[alice.pk], [bob.pk]]


def test_what_is_due_daily_runs_once_a_day(noon: time_machine.Traveller) -> None:
    for _ in range(3):
        tick()
        DBTaskResult.objects.update(status="SUCCESSFUL")
        noon.shift(dt.timedelta(hours=11))
    assert calls("netcrm.upkeep.empty_trash") == [[]]
    noon.shift(dt.timedelta(hours=1))
    tick()
    assert calls("netcrm.upkeep.empty_trash") == [[], []]


def test_a_duty_that_fails_keeps_no_other_from_its_turn(
    alice: User, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken = Duty("netcrm.upkeep.no_such_task", dt.timedelta(days=1))
    monkeypatch.setattr(schedule, "TIMETABLE", (broken, *TIMETABLE))
    tick()
    assert calls() == [[alice.pk]]
    assert "netcrm.upkeep.no_such_task could not be enqueued" in caplog.text


def test_the_upkeep_does_what_it_says(alice: User) -> None:
    gone = make_contact(alice, "Gone", deleted_at=NOON - dt.timedelta(days=31))
    kept = make_contact(alice, "Kept", deleted_at=NOON - dt.timedelta(days=29))
    for duty in TIMETABLE:
        if duty.task.startswith("netcrm.upkeep."):
            import_string(duty.task).call()
    assert list(Contact.objects.filter(pk__in=[gone.pk, kept.pk])) == [kept]
