"""Imports and foreign keys point down only."""

import subprocess
import sys
from pathlib import Path

from django.apps import apps
from django.db.models import Model

from tests.house.plan import ROOMS, ROOT, floor_of


def rooms_pointed_at(model: type[Model]) -> list[tuple[str, str]]:
    """Name and room of whatever this model of ours refers to."""
    return [
        (field.name, field.related_model._meta.app_label)
        for field in model._meta.get_fields(include_hidden=True)
        if field.is_relation
        and not field.auto_created
        and isinstance(field.related_model, type)
        and field.related_model._meta.app_label in ROOMS
    ]


def test_imports_point_down_only() -> None:
    checked = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout[-4000:] + checked.stderr[-2000:]
    assert "0 broken" in checked.stdout


def test_no_foreign_key_points_up_a_floor() -> None:
    up = [
        f"{model._meta.label}.{name} points up at {room}"
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in ROOMS
        for name, room in rooms_pointed_at(model)
        if floor_of(room) > floor_of(model._meta.app_label)
    ]
    assert not up


def test_rooms_of_one_floor_do_not_point_at_each_other() -> None:
    aside = [
        f"{model._meta.label}.{name} points aside at {room}"
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in ROOMS
        for name, room in rooms_pointed_at(model)
        if room != model._meta.app_label and floor_of(room) == floor_of(model._meta.app_label)
    ]
    assert not aside


def test_every_room_stands_in_the_plan() -> None:
    ours = {config.name for config in apps.get_app_configs() if Path(config.path).parent == ROOT}
    assert ours - set(ROOMS) == set()


def test_every_room_goes_into_the_image() -> None:
    let_in = (ROOT / ".dockerignore").read_text().splitlines()
    ours = [app.name for app in apps.get_app_configs() if (ROOT / app.name).is_dir()]
    assert len(ours) > 8
    assert [name for name in ours if f"!{name}" not in let_in] == []
