"""Who is worth a word today: tiers first, then points.

The figures are design, chosen so that a due date is neutral and neglect saturates; that a rhythm
is relative to the tie follows Navarro et al. (2017). What is lost comes from the strength model.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic

from planning.candidates import Candidate, Id

# points at most
OVERDUE_POINTS = 35.0
FADING_POINTS = 25.0
ASPIRATION_POINTS = 25.0
DATE_POINTS = 15.0

OVERDUE_EXPONENT = 3  # half of the points on the due day, 0.11 at half the time, 0.89 at twice
FADING_HALF = 5.0  # points of strength lost that earn half of the points
FADING_DAYS = 90  # of silence, in which they would be lost
NEXT_DAY = 1  # today and tomorrow count in full
DATE_WITHIN = 7  # days
LAST_DATE_SHARE = 0.5  # of the points, for a date that many days off
UNANSWERED_SHARE = 0.5  # of the priority, per message without a reply

PROMISE_WITHIN = 2  # days to the due day, for the first tier
REST_AFTER_CONTACT = 3  # days
REPLY_WITHIN = 7  # days to wait for a first reply, twice as long for each further one

PROMISE, DATE, OTHER = 1, 2, 3  # the tiers


@dataclass(frozen=True, slots=True)
class Parts:
    overdue: float
    fading: float
    aspiration: float
    date: float

    @property
    def total(self) -> float:
        return self.overdue + self.fading + self.aspiration + self.date


@dataclass(frozen=True, slots=True)
class Ranked(Generic[Id]):
    candidate: Candidate[Id]
    parts: Parts
    priority: float  # 0 to 100; 0 when out
    tier: int | None  # 1 a promise, 2 a date, 3 the rest; None when out
    out: str | None  # snoozed, never, contacted, waiting

    @property
    def id(self) -> Id:
        return self.candidate.id


def rank(candidates: Iterable[Candidate[Id]]) -> list[Ranked[Id]]:
    """Everybody in order, whoever is out last; ties by id, whatever the order given."""
    return sorted((ranked(each) for each in candidates), key=_place)


def ranked(candidate: Candidate[Id]) -> Ranked[Id]:
    parts = parts_of(candidate)
    tier = tier_of(candidate)
    out = _out(candidate, tier)
    if out:
        return Ranked(candidate, parts, 0.0, None, out)
    return Ranked(
        candidate, parts, parts.total * UNANSWERED_SHARE**candidate.unanswered, tier, None
    )


def parts_of(candidate: Candidate[Id]) -> Parts:
    cubed = candidate.x**OVERDUE_EXPONENT
    loss = max(0.0, candidate.loss)
    fit = candidate.best_fit
    return Parts(
        overdue=OVERDUE_POINTS * cubed / (1 + cubed),
        fading=FADING_POINTS * loss / (loss + FADING_HALF),
        aspiration=ASPIRATION_POINTS * fit.share if fit else 0.0,
        date=DATE_POINTS * _date_share(candidate.date_in),
    )


def tier_of(candidate: Candidate[Id]) -> int:
    if candidate.promise_in is not None and candidate.promise_in <= PROMISE_WITHIN:
        return PROMISE
    if candidate.date_in is not None and 0 <= candidate.date_in <= NEXT_DAY:
        return DATE
    return OTHER


def _date_share(days: int | None) -> float:
    """Falls evenly from tomorrow to the last day that counts."""
    if days is None or not 0 <= days <= DATE_WITHIN:
        return 0.0
    fall = (1 - LAST_DATE_SHARE) / (DATE_WITHIN - NEXT_DAY)
    return 1 - fall * max(0, days - NEXT_DAY)


def _out(candidate: Candidate[Id], tier: int) -> str | None:
    """Why somebody is not to be proposed; a promise and a date outweigh all but a snooze."""
    if candidate.is_snoozed:
        return "snoozed"
    if tier != OTHER:
        return None
    if candidate.cadence is None:
        return "never"
    if candidate.days_since is not None and candidate.days_since <= REST_AFTER_CONTACT:
        return "contacted"
    return "waiting" if _is_waiting(candidate) else None


def _is_waiting(candidate: Candidate[Id]) -> bool:
    if not candidate.unanswered or candidate.days_since_outreach is None:
        return False
    patience = REPLY_WITHIN * 2.0 ** min(candidate.unanswered - 1, 20)  # 20 wait for ever
    return candidate.days_since_outreach < patience


def _place(ranked: Ranked[Id]) -> tuple[float, float, Id]:
    last = float("inf")
    return (last if ranked.tier is None else ranked.tier, -ranked.priority, ranked.id)
