"""The assessment against that of the quarter before, as a page shows it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from network.covering import Wanted
from network.findings import Findings
from network.quarters import before, figures_of
from network.reading import Reading
from network.wording import percent
from strength.wording import BAND_NAMES


@dataclass(frozen=True, slots=True)
class Change:
    """One figure then and now, in words: `change` with its sign. Empty: nothing then, no change."""

    name: str
    then: str
    now: str
    change: str
    is_part: bool = False  # of the line above it


@dataclass(frozen=True, slots=True)
class Since:
    as_of: dt.date
    wants: Sequence[Change]
    people: Sequence[Change]


def since(reading: Reading, wants: Iterable[Wanted]) -> Since | None:
    """None in the first quarter; what has come up since then stands without a figure of then."""
    quarter = before(reading.user, reading.as_of)
    if quarter is None:
        return None
    then, now = quarter.figures, figures_of(reading.findings)
    return Since(quarter.as_of, list(_wants(wants, then)), list(_people(then, now)))


def _wants(wants: Iterable[Wanted], then: Findings) -> Iterator[Change]:
    for want in wants:
        if want.share is not None:
            uid = str(want.aspiration.uid)
            yield _share(want.aspiration.title, then["aspirations"].get(uid), want.share)
        for need in want.needs:
            was = then["needs"].get(str(need.need.uid))
            yield _share(need.title, was, need.share, is_part=True)


def _share(name: str, then: float | None, now: float, *, is_part: bool = False) -> Change:
    """The change in points of a hundred, of the rounded figures that stand beside it."""
    change = _("new") if then is None else _signed(round(100 * now) - round(100 * then))
    return Change(name, percent(then), percent(now), change, is_part)


def _people(then: Findings, now: Findings) -> Iterator[Change]:
    yield _number(_("Everybody who counts"), then["people"], now["people"])
    for name, people in now["bands"].items():
        yield _number(str(BAND_NAMES[name]), then["bands"].get(name, 0), people, is_part=True)
    yield _number(_("Fainter ones"), then["faint"], now["faint"])


def _number(name: str, then: int, now: int, *, is_part: bool = False) -> Change:
    return Change(name, str(then), str(now), _signed(now - then), is_part)


def _signed(change: int) -> str:
    if not change:
        return ""
    return f"+{change}" if change > 0 else f"\u2212{-change}"
