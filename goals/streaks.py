"""Periods achieved one after the other, with skips that forgive a miss and a way to mend one.

A broken streak that is put on show lowers later engagement, and a chance to repair it softens
that (Silverman and Barasch, 2023); missing one occasion does not harm a habit (Lally et al.,
2010). So a miss costs a banked skip first, and the hit rate stands beside every streak.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

PERIODS_PER_SKIP = 4  # achieved in a row; design
MOST_SKIPS = 2  # banked at one time; design
HIT_RATE_PERIODS = 12  # design


@dataclass(frozen=True, slots=True)
class Result:
    """What a period asked for and what was done in it."""

    wanted: int
    done: int
    is_partial: bool = False  # the goal began within it: a miss does not count

    @property
    def is_achieved(self) -> bool:
        return self.done >= self.wanted

    @property
    def counts(self) -> bool:
        return self.is_achieved or not self.is_partial


@dataclass(frozen=True, slots=True)
class Repair:
    """An offer: so many things in the open period, and the run goes on as if never broken."""

    run: int
    wanted: int
    done: int


@dataclass(frozen=True, slots=True)
class Streak:
    current: int
    longest: int
    skips_left: int
    skips_used: int  # of the current run, or of the last one until a new one begins
    hits: int
    periods: int  # the hits are out of so many, 12 at most
    repair: Repair | None = None  # only while the run broke in the last period


@dataclass(frozen=True, slots=True)
class _Run:
    length: int = 0
    longest: int = 0
    in_a_row: int = 0  # achieved ones since the last miss or banked skip
    skips: int = 0
    spent: int = 0
    lost: int = 0  # length of the run that the period before broke
    owed: int = 0  # what that period was short of

    def after(self, result: Result) -> "_Run":
        if result.is_achieved:
            return self._grown(result)
        if not result.counts:
            return self
        if self.skips:
            return replace(self, in_a_row=0, skips=self.skips - 1, spent=self.spent + 1)
        short = result.wanted - result.done
        return replace(self, length=0, in_a_row=0, lost=self.length, owed=short)

    def _grown(self, result: Result) -> "_Run":
        is_mended = self.lost > 0 and result.done >= result.wanted + self.owed
        before = self.lost if is_mended else self.length
        earns_skip = self.in_a_row + 1 == PERIODS_PER_SKIP
        return _Run(
            length=before + 1,
            longest=max(self.longest, before + 1),
            in_a_row=0 if earns_skip else self.in_a_row + 1,
            skips=min(MOST_SKIPS, self.skips + 1) if earns_skip else self.skips,
            spent=self.spent if before else 0,
        )


def streak(closed: Sequence[Result], open_one: Result | None = None) -> Streak:
    """`closed` with the oldest first; the open period counts once achieved and never breaks.

    Every 4 achieved in a row bank a skip, 2 at most. A miss spends one: the run stays, and does
    not grow. A miss without a skip ends the run, unless the next period makes up for it.
    """
    is_open_achieved = open_one is not None and open_one.is_achieved
    settled = [*closed, open_one] if open_one and is_open_achieved else closed
    run = _run_of(settled)
    recent = [each.is_achieved for each in settled if each.counts][-HIT_RATE_PERIODS:]
    return Streak(
        current=run.length,
        longest=run.longest,
        skips_left=run.skips,
        skips_used=run.spent,
        hits=sum(recent),
        periods=len(recent),
        repair=_repair(_run_of(closed), open_one),
    )


def _run_of(results: Iterable[Result]) -> _Run:
    run = _Run()
    for result in results:
        run = run.after(result)
    return run


def _repair(behind: _Run, open_one: Result | None) -> Repair | None:
    """Offered as long as the open period has not made up for the one before."""
    if open_one is None or not behind.lost:
        return None
    wanted = open_one.wanted + behind.owed
    return Repair(behind.lost, wanted, open_one.done) if open_one.done < wanted else None
