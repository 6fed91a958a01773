"""How long things may get before they are cut."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.plan import (
    ROOT,
    files,
    is_list,
    lines_of,
    python_files,
    short,
    templates,
    trial_files,
)

FUNCTION_LINES = 30
VIEW_LINES = 35
FILE_LINES = {".py": 300, ".html": 100, ".css": 200, ".js": 150}
COMPLEXITY = 8
EMPTY_NAMES = {
    "utils", "helpers", "services", "common", "base",
    "data", "info", "manager", "handle", "process",
}  # fmt: skip

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> list[Function]:
    tree = ast.parse(path.read_text())
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


def length(function: Function) -> int:
    """Lines of the statements, without signature, docstring and blank lines."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body and body[-1].end_lineno else 0


def is_view(path: Path, function: Function) -> bool:
    first = function.args.args[0].arg if function.args.args else ""
    return first == "request" and ("views" in path.parts or path.name == "views.py")


def test_functions_are_short() -> None:
    long = [
        f"{short(path)}: {function.name} has {length(function)} lines"
        for path in [*python_files(), *trial_files()]
        if not is_list(path)
        for function in functions(path)
        if length(function) > (VIEW_LINES if is_view(path, function) else FUNCTION_LINES)
    ]
    assert not long


def test_functions_are_simple() -> None:
    checked = subprocess.run(  # noqa: S603 - our own folders are the only arguments
        [
            *(sys.executable, "-m", "ruff", "check", "--isolated", "--ignore-noqa"),
            *("--select", "C901", "--config", f"lint.mccabe.max-complexity={COMPLEXITY}"),
            *("--output-format", "concise", "--extend-exclude", ".venv"),
            *{short(path).partition("/")[0] for path in [*python_files(), *trial_files()]},
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("ending", FILE_LINES)
def test_files_are_short(ending: str) -> None:
    everything = [
        *python_files(),
        *trial_files(),
        *templates(),
        *files("*.css", "*.js", under=("static/css", "static/js")),
    ]
    ours = [path for path in everything if path.suffix == ending and not is_list(path)]
    assert ours
    long = [
        f"{short(path)} has {lines_of(path)} lines"
        for path in ours
        if lines_of(path) > FILE_LINES[ending]
    ]
    assert not long


def test_modules_have_names_that_say_something() -> None:
    ours = [path for path in [*python_files(), *trial_files()] if path.name != "__init__.py"]
    empty = [short(path) for path in ours if EMPTY_NAMES & set(path.stem.split("_"))]
    borrowed = [
        short(path)
        for path in ours
        if path.stem in sys.stdlib_module_names and path.stem != "__main__"
    ]
    assert not empty
    assert not borrowed


def test_a_function_is_measured_by_its_statements() -> None:
    source = 'def f(\n    a,\n):\n    """Doc.\n\n    More.\n    """\n    b = a\n    return b\n'
    function = ast.parse(source).body[0]
    assert isinstance(function, Function)
    assert length(function) == 2
