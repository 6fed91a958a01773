"""Why a score is what it is, as codes and numbers: templates put them into words.

The facts of each code:
  rating     mean (1 to 5), count, half_life_days
  presumed   limit (points): never rated, quality is presumed from contact
  contact    days_in_touch, days_ago (None: never), half_life_days
  history    meetings (what everything done together equals)
  help       given, received (counts)
  gate       percent (of contact and history that a low rating leaves)
  uncertain  score, half_width: little is known
  unknown    half_width: nothing is known
  neglected  mean, contact_percent: close, but hardly in touch
  thin       mean, contact_percent: often in touch, but rated low
  forecast   band, days, on: where silence leads
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from strength.facts import Facts
from strength.forecasting import next_band_down
from strength.scoring import Strength, score
from strength.summing import Sums
from strength.weights import DEFAULT, Weights

Fact = float | int | str | date | None
UNCERTAIN_BELOW = 0.5  # confidence; design: as much known as unknown


@dataclass(frozen=True, slots=True)
class Line:
    """One reason; points and maximum are None where it explains rather than adds."""

    code: str
    points: float | None = None
    maximum: float | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)


def explain(sums: Sums, facts: Facts, today: date, weights: Weights = DEFAULT) -> list[Line]:
    """The four parts of the score in fixed order, then what else should be said."""
    strength = score(sums, weights)
    return [*parts(strength, sums, facts, today), *remarks(strength, sums, today)]


def parts(strength: Strength, sums: Sums, facts: Facts, today: date) -> list[Line]:
    """Rating (or presumed), contact, history, help; the points add up to the score."""
    weights = strength.weights
    last = facts.last_two_way_day
    return [
        _rating(strength, facts),
        Line(
            "contact",
            strength.contact,
            weights.contact_points,
            {
                "days_in_touch": facts.days_in_touch_last_year,
                "days_ago": None if last is None else (today - last).days,
                "half_life_days": round(strength.half_life),
            },
        ),
        Line(
            "history",
            strength.history,
            weights.history_points,
            {"meetings": sums.history},
        ),
        Line(
            "help",
            strength.help,
            weights.help_points,
            {"given": facts.given_count, "received": facts.received_count},
        ),
    ]


def remarks(strength: Strength, sums: Sums, today: date) -> list[Line]:
    """Gate, certainty, mismatch and forecast, each only where there is something to say."""
    lines = [*_gate(strength), *_certainty(strength), *_mismatch(strength)]
    ahead = next_band_down(sums, strength.weights)
    if ahead is not None:
        band, days = ahead
        facts: dict[str, Fact] = {"band": band, "days": days, "on": today + timedelta(days=days)}
        lines.append(Line("forecast", facts=facts))
    return lines


def mean_answer(m: float) -> float:
    """A mean from 0 to 1 on the scale of the question, 1 to 5."""
    return 1 + 4 * m


def _rating(strength: Strength, facts: Facts) -> Line:
    weights = strength.weights
    if strength.m is None:
        limit = weights.rating_points * weights.presumed
        return Line("presumed", strength.quality, weights.rating_points, {"limit": limit})
    told: dict[str, Fact] = {
        "mean": mean_answer(strength.m),
        "count": facts.rating_count,
        "half_life_days": round(weights.rating_half_life),
    }
    return Line("rating", strength.quality, weights.rating_points, told)


def _gate(strength: Strength) -> list[Line]:
    if strength.gate >= 1:
        return []
    return [Line("gate", facts={"percent": 100 * strength.gate})]


def _certainty(strength: Strength) -> list[Line]:
    if not strength.has_information:
        return [Line("unknown", facts={"half_width": strength.half_width})]
    if strength.confidence >= UNCERTAIN_BELOW:
        return []
    told: dict[str, Fact] = {"score": strength.score, "half_width": strength.half_width}
    return [Line("uncertain", facts=told)]


def _mismatch(strength: Strength) -> list[Line]:
    if strength.m is None or not (strength.is_close_but_neglected or strength.is_busy_but_thin):
        return []
    code = "neglected" if strength.is_close_but_neglected else "thin"
    told: dict[str, Fact] = {
        "mean": mean_answer(strength.m),
        "contact_percent": 100 * strength.C,
    }
    return [Line(code, facts=told)]
