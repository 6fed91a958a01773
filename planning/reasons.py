"""Why somebody is proposed, as codes and numbers that templates put into words.

The facts of each code:
  promise     due_in (days, negative when overdue)
  date        in_days, kind
  overdue     days_over (the due day; negative before it), days_since (None: never in touch)
  fading      loss (points), days (of silence, in which they would be lost)
  aspiration  need (its name), importance, has_gap
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planning.candidates import Candidate, Id
from planning.ranking import DATE, FADING_DAYS, PROMISE, Parts, Ranked

REASONS = 2  # on a card; design

Fact = float | int | str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """`points` is None where the tier alone says it."""

    code: str
    points: float | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)


def reasons(ranked: Ranked[Id]) -> list[Reason]:
    """What made the tier, then the largest parts; two in all, fewer where there are none."""
    candidate, parts = ranked.candidate, ranked.parts
    told = [
        _overdue(candidate, parts),
        Reason("fading", parts.fading, {"loss": candidate.loss, "days": FADING_DAYS}),
        _aspiration(candidate, parts),
        Reason("date", parts.date, {"in_days": candidate.date_in, "kind": candidate.date_kind}),
    ]
    leading = {PROMISE: "promise", DATE: "date"}.get(ranked.tier or 0)
    # a stable sort: parts of one size stay in this order
    told.sort(key=lambda reason: (reason.code != leading, -(reason.points or 0.0)))
    if leading == "promise":
        told.insert(0, Reason("promise", None, {"due_in": candidate.promise_in}))
    return [reason for reason in told if reason.points != 0][:REASONS]


def _overdue(candidate: Candidate[Id], parts: Parts) -> Reason:
    over = candidate.silent_days - (candidate.cadence or 0)
    return Reason("overdue", parts.overdue, {"days_over": over, "days_since": candidate.days_since})


def _aspiration(candidate: Candidate[Id], parts: Parts) -> Reason:
    fit = candidate.best_fit
    if fit is None:
        return Reason("aspiration", 0.0)
    told: dict[str, Fact] = {"need": fit.name, "importance": fit.importance, "has_gap": fit.has_gap}
    return Reason("aspiration", parts.aspiration, told)
