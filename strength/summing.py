"""Eight sums hold all that the score needs to know of a history.

Seven of them fade exponentially, each by a half-life that all contacts share. Sums stored
against a fixed landmark therefore never go stale: five factors, the same for everyone, bring
them to any day (forward decay: Cormode, Shkapenyuk, Srivastava, Xu, 2009).
"""

from dataclasses import astuple, dataclass, replace
from datetime import date

from strength.events import Favour, History, contact_days, last_reset, rating_days
from strength.weights import DEFAULT, LANDMARK, Weights

# Evidence of a century before the landmark; PostgreSQL refuses products that underflow to zero.
NEGLIGIBLE = 1e-100


@dataclass(frozen=True, slots=True)
class Factors:
    """What a span of days leaves of each kind of evidence; above 1 for a span backwards."""

    fresh: float
    established: float
    rating: float
    mean: float
    help: float


@dataclass(frozen=True, slots=True)
class Sums:
    fresh: float = 0.0  # contact, fading as in a new tie
    established: float = 0.0  # contact, fading as in an old tie
    history: float = 0.0  # contact, never fading
    rating_precision: float = 0.0  # how much has been rated, fading slowly
    rating_weight: float = 0.0  # the same, fading as the mean forgets
    rating_value: float = 0.0  # rating from 0 to 1 times rating_weight
    given: float = 0.0
    received: float = 0.0

    def faded(self, factors: Factors) -> "Sums":
        return Sums(
            self.fresh * factors.fresh,
            self.established * factors.established,
            self.history,
            self.rating_precision * factors.rating,
            self.rating_weight * factors.mean,
            self.rating_value * factors.mean,
            self.given * factors.help,
            self.received * factors.help,
        )

    def brought_to(self, today: date, weights: Weights = DEFAULT) -> "Sums":
        """Stored sums as of a day."""
        return self.faded(factors(today, weights))

    def after(self, days: int, weights: Weights = DEFAULT) -> "Sums":
        """Sums of a day, so many days of silence later."""
        return self.faded(fading(days, weights))

    def without_ratings(self) -> "Sums":
        return replace(self, rating_precision=0.0, rating_weight=0.0, rating_value=0.0)

    def plus(self, other: "Sums") -> "Sums":
        return Sums(
            self.fresh + other.fresh,
            self.established + other.established,
            self.history + other.history,
            self.rating_precision + other.rating_precision,
            self.rating_weight + other.rating_weight,
            self.rating_value + other.rating_value,
            self.given + other.given,
            self.received + other.received,
        )


def fading(days: int, weights: Weights = DEFAULT) -> Factors:
    return Factors(
        _left(days, weights.fresh_half_life),
        _left(days, weights.established_half_life),
        _left(days, weights.rating_half_life),
        _left(days, weights.mean_half_life),
        _left(days, weights.help_half_life),
    )


def factors(today: date, weights: Weights = DEFAULT) -> Factors:
    """The five numbers that turn stored sums into those of a day, in Python as in SQL."""
    return fading((today - LANDMARK).days, weights)


def sums_at(history: History, today: date, weights: Weights = DEFAULT) -> Sums:
    return _summed(history, until=today, seen_from=today, weights=weights)


def stored(history: History, today: date, weights: Weights = DEFAULT) -> Sums:
    """Sums against the landmark of all events up to today."""
    sums = _summed(history, until=today, seen_from=LANDMARK, weights=weights)
    return Sums(*(each if each > NEGLIGIBLE else 0.0 for each in astuple(sums)))


def of_contact(credit: float, factors: Factors) -> Sums:
    """What a day in touch adds, as it looks once the factors have passed over it."""
    return Sums(credit * factors.fresh, credit * factors.established, credit)


def of_rating(precision: float, mean: float, factors: Factors) -> Sums:
    return Sums(
        rating_precision=precision * factors.rating,
        rating_weight=precision * factors.mean,
        rating_value=precision * mean * factors.mean,
    )


def of_favour(favour: Favour, factors: Factors) -> Sums:
    size = favour.size * factors.help
    return Sums(given=size) if favour.given else Sums(received=size)


def _summed(history: History, until: date, seen_from: date, weights: Weights) -> Sums:
    contact = [
        ((seen_from - day).days, credit)
        for day, credit in contact_days(history.touches, until, weights).items()
    ]
    since = last_reset(history.ratings, until) or date.min
    rating = [
        ((seen_from - day).days, precision, mean)
        for day, (precision, mean) in rating_days(history.ratings, until, weights).items()
        if day >= since
    ]
    recent = weights.mean_half_life
    return Sums(
        sum(credit * _left(age, weights.fresh_half_life) for age, credit in contact),
        sum(credit * _left(age, weights.established_half_life) for age, credit in contact),
        history.known_before(weights) + sum(credit for _, credit in contact),
        sum(precision * _left(age, weights.rating_half_life) for age, precision, _ in rating),
        sum(precision * _left(age, recent) for age, precision, _ in rating),
        sum(precision * mean * _left(age, recent) for age, precision, mean in rating),
        _help(history, True, until, seen_from, weights),
        _help(history, False, until, seen_from, weights),
    )


def _help(history: History, given: bool, until: date, seen_from: date, weights: Weights) -> float:
    return sum(
        size * _left((seen_from - day).days, weights.help_half_life)
        for day, size in sorted(
            (favour.on, favour.size) for favour in history.favours if favour.given == given
        )
        if day <= until
    )


def _left(days: int, half_life: float) -> float:
    """Share left after so many days; above 1 for days before."""
    return float(2.0 ** (-days / half_life))
