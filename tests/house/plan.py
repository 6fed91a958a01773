"""The plan of the house, for the tests that keep it: floors, files, budgets."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# From the ground up, those to be built included; rooms of one floor do not know each other.
FLOORS = (
    ("accounts",),
    ("contacts",),
    ("interactions",),
    ("strength",),
    ("goals",),
    ("network",),
    ("planning", "exchange"),
    ("api",),
    ("netcrm",),
)
ROOMS = tuple(room for floor in FLOORS for room in floor)

# Length says nothing about what only lists: migrations, settings, site maps.
LISTS = ("migrations", "settings.py", "urls.py")


def floor_of(room: str) -> int:
    return next(level for level, rooms in enumerate(FLOORS) if room in rooms)


def files(*patterns: str, under: tuple[str, ...]) -> Iterator[Path]:
    """Every file of these patterns, caches apart, below these folders of the project."""
    for folder in under:
        for pattern in patterns:
            yield from sorted(
                path for path in (ROOT / folder).rglob(pattern) if "__pycache__" not in path.parts
            )


def python_files() -> list[Path]:
    return list(files("*.py", under=(*ROOMS, "bench", "scripts")))


def trial_files() -> list[Path]:
    return list(files("*.py", under=("tests",)))


def templates() -> list[Path]:
    return list(files("*.html", under=("templates",)))


def is_list(path: Path) -> bool:
    return any(part in LISTS for part in path.parts)


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines_of(path: Path) -> int:
    return len(path.read_text().splitlines())
