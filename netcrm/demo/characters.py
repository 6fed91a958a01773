"""Who plays a part in the demo network: thirty people with a story of their own."""

import csv
from dataclasses import dataclass
from pathlib import Path

from contacts.kinds import Seniority

SENIORITIES = {
    "Founder": Seniority.FOUNDER,
    "Partner": Seniority.FOUNDER,
    "CTO": Seniority.EXECUTIVE,
    "CFO": Seniority.EXECUTIVE,
    "VP": Seniority.EXECUTIVE,
    "Managing": Seniority.EXECUTIVE,
    "Director": Seniority.DIRECTOR,
    "Head": Seniority.DIRECTOR,
    "Lead": Seniority.LEAD,
}


@dataclass(frozen=True, slots=True)
class Character:
    """`every` is the usual number of days between two conversations, 0 for none on record;
    `silent` the days since the last one; `rated` the usual steps for trust, respect, common ground.
    """

    given: str
    family: str
    title: str
    employer: str
    circle: str
    roles: tuple[str, ...]
    every: int
    silent: int
    rated: tuple[int, int, int] | None
    years: int
    met: str
    tags: tuple[str, ...] = ()
    benefits: tuple[tuple[str, str], ...] = ()
    interests: tuple[str, ...] = ()
    birthday: str = ""
    notes: str = ""


def seniority_of(title: str) -> str:
    """By the first word of the title that tells; senior where none does."""
    for word, seniority in SENIORITIES.items():
        if word in title:
            return seniority
    return Seniority.SENIOR if title else ""


def cast() -> list[Character]:
    """Those of `cast.csv`; its lists are split at semicolons, a benefit's note follows a colon."""
    with (Path(__file__).parent / "cast.csv").open(encoding="utf-8", newline="") as lines:
        return [_read(line) for line in csv.DictReader(lines)]


def _read(line: dict[str, str]) -> Character:
    given, _, family = line["name"].partition(" ")
    steps = [int(step) for step in line["rated"]]
    benefits = [benefit.partition(":") for benefit in _list(line["benefits"])]
    return Character(
        given=given,
        family=family,
        title=line["title"],
        employer=line["employer"],
        circle=line["circle"],
        roles=_list(line["roles"]),
        every=int(line["every"]),
        silent=int(line["silent"]),
        rated=(steps[0], steps[1], steps[2]) if steps else None,
        years=int(line["years"]),
        met=line["met"],
        tags=_list(line["tags"]),
        benefits=tuple((kind, note) for kind, _, note in benefits),
        interests=_list(line["interests"]),
        birthday=line["birthday"],
        notes=line["notes"],
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
