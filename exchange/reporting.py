"""What came of an import: in numbers for the page, and what was left out as a table to keep."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exchange import wording
from exchange.models import ImportRow, ImportRun, Verdict

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # spreadsheets would calculate what begins like this
TIMES = "\N{MULTIPLICATION SIGN}"
NAMED = 12  # properties named on the page; the rest is counted


class Line(NamedTuple):
    number: int
    words: str


def summary(run: ImportRun, counts: dict[str, int]) -> list[Line]:
    """Numbers with their words, those that are not nought."""
    added, completed = (run.outcome.get(name, 0) for name in ("added", "completed"))
    groups = run.outcome.get("groups", 0)
    same, skipped = counts.get(Verdict.SAME, 0), counts.get(Verdict.SKIP, 0) - groups
    unread = counts.get(Verdict.UNREADABLE, 0)
    lines = [
        Line(added, ngettext("person added", "people added", added)),
        Line(completed, ngettext("person completed", "people completed", completed)),
        Line(groups, ngettext("group made a tag", "groups made tags", groups)),
        Line(same, _("already there")),
        Line(skipped, _("left out")),
        Line(unread, _("unreadable")),
    ]
    return [line for line in lines if line.number > 0]


def unplaced(run: ImportRun) -> str:
    """Properties without a field and how often each stood there, the most frequent first."""
    names: dict[str, int] = run.outcome.get("unplaced", {})
    shown = [f"{name or '?'} {TIMES}{number}" for name, number in list(names.items())[:NAMED]]
    if more := len(names) - NAMED:
        shown += [_("and %(number)s more") % {"number": more}] if more > 0 else []
    return ", ".join(shown)


def rejected_lines(rows: Iterable[ImportRow]) -> Iterator[str]:
    """A table of what was not taken: where it stood, why, and its original text."""
    yield "\ufeff" + _csv_line([_("file"), _("line"), _("reason"), _("original text")])
    for row in rows:
        reason = wording.sentence(row.reason) or _("as you chose")
        yield _csv_line([row.file, row.line, reason, row.source])


def _csv_line(cells: list[Any]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([_harmless(cell) for cell in cells])
    return line.getvalue()


def _harmless(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
