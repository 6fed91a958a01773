"""From eight sums to a score of 0 to 100, part by part."""

from dataclasses import dataclass

from strength.events import Favour, History, Rated, Touch, depth_of_minutes
from strength.summing import Factors, Sums, factors, stored, sums_at
from strength.weights import BANDS, DEFAULT, Weights

__all__ = [
    "BANDS",
    "DEFAULT",
    "Factors",
    "Favour",
    "History",
    "Rated",
    "Strength",
    "Sums",
    "Touch",
    "Weights",
    "band_of",
    "depth_of_minutes",
    "factors",
    "score",
    "stored",
    "sums_at",
]


@dataclass(frozen=True, slots=True)
class Strength:
    """Letters are those of the formulas in docs/scoring.md; points add up to the score."""

    m: float | None  # mean rating from 0 to 1, None when never rated
    kappa: float  # how far the ratings are believed
    gate: float  # share of contact and history that a low rating leaves
    H: float  # shared history, from 0 to 1
    E: float  # contact in meetings, the fresh and the established blended by H
    C: float  # contact, from 0 to 1
    Q: float  # rating, from 0 to 1
    R: float  # give and take, from 0 to 1
    confidence: float
    has_information: bool
    weights: Weights

    @property
    def score(self) -> float:
        return self.quality + self.contact + self.history + self.help

    @property
    def quality(self) -> float:
        return self.weights.rating_points * self.Q

    @property
    def contact(self) -> float:
        return self.gate * self.weights.contact_points * self.C

    @property
    def history(self) -> float:
        return self.gate * self.weights.history_points * self.H

    @property
    def help(self) -> float:
        return self.weights.help_points * self.R

    @property
    def floor(self) -> float:
        """Silence alone never takes the score below: shared history does not fade."""
        return self.history

    @property
    def half_life(self) -> float:
        """Days in which the contact loses about half of its weight."""
        fresh, established = self.weights.fresh_half_life, self.weights.established_half_life
        return fresh * (1 - self.H) + established * self.H

    @property
    def band(self) -> str:
        return band_of(self.score)

    @property
    def half_width(self) -> float:
        unsure = self.weights.further_half_width * (1 - self.confidence)
        return self.weights.least_half_width + unsure

    @property
    def low(self) -> float:
        """May lie below 0: lists sort by it, screens show the score and its half-width."""
        return self.score - self.half_width

    @property
    def is_close_but_neglected(self) -> bool:
        return self.m is not None and self.m - self.C >= self.weights.mismatch

    @property
    def is_busy_but_thin(self) -> bool:
        return self.m is not None and self.C - self.m >= self.weights.mismatch


def band_of(score: float) -> str:
    return next(name for name, least in BANDS if score >= least or least == 0)


def score(sums: Sums, weights: Weights = DEFAULT) -> Strength:
    H = saturating(sums.history, weights.history_half)
    E = (1 - H) * sums.fresh + H * sums.established
    C = saturating(E, weights.contact_half)
    m = sums.rating_value / sums.rating_weight if sums.rating_weight > 0 else None
    kappa = saturating(sums.rating_precision, weights.rating_half)
    return Strength(
        m=m,
        kappa=kappa,
        gate=1.0 if m is None else min(1.0, weights.gate_at_worst + m),
        H=H,
        E=E,
        C=C,
        Q=_quality(m, kappa, weights.presumed * C),
        R=_give_and_take(sums, weights),
        confidence=_confidence(sums, weights),
        has_information=sums != Sums(),
        weights=weights,
    )


def saturating(amount: float, half: float) -> float:
    """From 0 to 1, one half at `half`: each doubling of the evidence adds less."""
    return amount / (amount + half)


def _quality(m: float | None, kappa: float, presumed: float) -> float:
    if m is None:
        return presumed
    return kappa * m + (1 - kappa) * min(m, presumed)


def _give_and_take(sums: Sums, weights: Weights) -> float:
    lesser, greater = sorted((sums.given, sums.received))
    share = weights.smaller_help_share
    return saturating(share * lesser + (1 - share) * greater, weights.help_half)


def _confidence(sums: Sums, weights: Weights) -> float:
    information = sums.rating_precision + weights.information_per_meeting * sums.established
    return saturating(information, weights.information_half)
