"""What a card stores of a place in the ranking: codes, numbers and days, true on any later day.

As planning.reasons, but for days where that gives spans:
  promise       on, what
  date          on, kind, name
  overdue       on (the due day)
  fading        loss (points), by (the day they would be lost by)
  aspiration    need, has_gap
  reconnection  year (of the last word)
"""

import datetime as dt
from dataclasses import asdict
from typing import Any

from planning.dates_ahead import Ahead
from planning.gathering import Gathered
from planning.ranking import Ranked
from planning.reasons import REASONS, Reason, reasons

Told = dict[str, Any]


def told(ranked: Ranked[int], gathered: Gathered, today: dt.date) -> list[Told]:
    """The two largest reasons; of a dormant strong tie, that it is one instead of its silence."""
    found = [_told(reason, ranked, gathered, today) for reason in reasons(ranked)]
    if not ranked.candidate.is_reconnection:
        return found
    year = (today - dt.timedelta(days=ranked.candidate.silent_days)).year
    others = [each for each in found if each["code"] != "overdue"]
    return [{"code": "reconnection", "year": year}, *others][:REASONS]


def parts_told(ranked: Ranked[int]) -> Told:
    points = {name: round(value, 6) for name, value in asdict(ranked.parts).items()}
    return {**points, "unanswered": ranked.candidate.unanswered}


def _told(reason: Reason, ranked: Ranked[int], gathered: Gathered, today: dt.date) -> Told:
    facts = _facts(reason, ranked.id, gathered, today)
    return {"code": reason.code, **facts}


def _facts(reason: Reason, who: int, gathered: Gathered, today: dt.date) -> Told:
    facts: Told = dict(reason.facts)
    if reason.code == "promise":
        promised = gathered.promised[who]
        return {"on": promised.due_on.isoformat(), "what": promised.what}
    if reason.code == "date":
        return _date(gathered.ahead[who], today)
    if reason.code == "overdue":
        return {"on": _day(today, -facts["days_over"])}
    if reason.code == "fading":
        return {"loss": facts["loss"], "by": _day(today, facts["days"])}
    return {"need": facts["need"], "has_gap": facts["has_gap"]}


def _date(ahead: Ahead, today: dt.date) -> Told:
    return {"on": _day(today, ahead.days), "kind": ahead.kind, "name": ahead.name}


def _day(today: dt.date, days: int) -> str:
    return (today + dt.timedelta(days=days)).isoformat()
