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


class Line(NamedTuple):
    number: int
    words: str


def summary(run: ImportRun, counts: dict[str, int]) -> list[Line]:
    """What became of the cards, each counted once; without what is nought."""
    added, joined, groups = (run.outcome.get(name, 0) for name in ("added", "joined", "groups"))
    taken = counts.get(Verdict.ADD, 0) + counts.get(Verdict.UPDATE, 0)
    merged = taken - added - joined
    same, skipped = counts.get(Verdict.SAME, 0), counts.get(Verdict.SKIP, 0) - groups
    unread = counts.get(Verdict.UNREADABLE, 0)
    lines = [
        Line(added, ngettext("person added", "people added", added)),
        Line(joined, ngettext("merged with another card of this file",
                              "merged with other cards of this file", joined)),
        Line(merged, ngettext("merged with somebody known before",
                              "merged with people known before", merged)),
        Line(groups, ngettext("group made a tag", "groups made tags", groups)),
        Line(same, _("already there")),
        Line(skipped, _("left out")),
        Line(unread, _("unreadable")),
    ]  # fmt: skip
    return [line for line in lines if line.number > 0]


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
