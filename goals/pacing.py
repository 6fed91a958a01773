"""How far a recurring goal has come within its period, and where it is heading.

The required pace ratio is the to-complete index of earned schedule: the daily pace that the rest
of the period needs, as a multiple of the pace that the goal began with.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from goals.periods import Period
from goals.standing import Standing

# Ratios up to which a goal is on track and at risk; design. The alarm of earned schedule, 1.10,
# would ring on the fourth day of a month that asks for one meeting.
FEW = 4  # times a period, for which single events move the ratio in leaps
LIMITS_OF_FEW = (1.5, 3.0)
LIMITS_OF_MANY = (1.25, 2.0)
# weight of the pace of before against that of this period, in periods; design
PRIOR_WEIGHT = 0.5
# closed periods from which one's own pace is known, until then the goal's is assumed; design
USUAL_PERIODS = 6


@dataclass(frozen=True, slots=True)
class Pace:
    """Numbers of things and of days; templates put them into words.

    `on_track_until` and `at_risk_until` are day numbers of the period up to which it stays so
    with nothing more done; None once there is nothing left to fear or to win.
    """

    wanted: int
    done: int
    booked: int
    day: int
    length: int
    rate: float  # expected things a day
    standing: Standing
    required_pace_ratio: float | None  # None when the time is over and something is lacking
    is_presumed: bool = (
        False  # the rate is the goal's own: nothing is done, nothing known of before
    )

    @property
    def days_left(self) -> int:
        """Today included; 0 once the period is over."""
        return max(0, self.length - self.day + 1)

    @property
    def lacking(self) -> int:
        return max(0, self.wanted - self.done)

    @property
    def forecast(self) -> float:
        """Things done by the end of the period."""
        return self.done + (max(self.booked, self.rate * self.days_left) if self.days_left else 0)

    @property
    def reason(self) -> str:
        """What the standing rests on: done, over, booked or pace."""
        if not self.lacking:
            return "done"
        if not self.days_left:
            return "over"
        return "booked" if self.done + self.booked >= self.wanted else "pace"

    @property
    def on_track_until(self) -> int | None:
        return self._last_day_within(_limits(self.wanted)[0])

    @property
    def at_risk_until(self) -> int | None:
        return self._last_day_within(_limits(self.wanted)[1])

    def _last_day_within(self, ratio: float) -> int | None:
        if not self.lacking or not self.days_left:
            return None
        return self.length + 1 - ceil(self.lacking * self.length / (self.wanted * ratio))


def pace(
    wanted: int, done: int, booked: int, day: int, length: int, usual_rate: float | None = None
) -> Pace:
    """`day` is today's number in a period of `length` days, 1 on its first.

    `booked` counts what is planned within the period and not yet done. `usual_rate` is the user's
    own mean per day, where enough is known of it. Before its first day a goal stands as on it.
    """
    if wanted < 1:
        raise ValueError("a goal asks for one thing or more")
    day = min(max(day, 1), length + 1)
    ratio = _required_pace_ratio(wanted, done, length - day + 1, length)
    before = wanted / length if usual_rate is None else usual_rate
    weight = PRIOR_WEIGHT * length
    return Pace(
        wanted=wanted,
        done=done,
        booked=booked,
        day=day,
        length=length,
        rate=(done + weight * before) / (day - 1 + weight),
        standing=_standing(ratio, wanted, done + booked),
        required_pace_ratio=ratio,
        is_presumed=not done and usual_rate is None,
    )


def pace_in(
    period: Period,
    today: date,
    wanted: int,
    done: int,
    booked: int = 0,
    usual_rate: float | None = None,
) -> Pace:
    """`wanted` is for a whole period; one that began late asks for its share."""
    number = period.number_of(today)
    return pace(period.asks_for(wanted), done, booked, number, period.length, usual_rate)


def usual_rate(closed: Sequence[tuple[int, int]]) -> float | None:
    """Things a day from (done, days) of closed periods, the newest last; None of too few."""
    recent = closed[-USUAL_PERIODS:]
    if len(recent) < USUAL_PERIODS:
        return None
    return sum(done for done, _ in recent) / sum(days for _, days in recent)


def _required_pace_ratio(wanted: int, done: int, left: int, length: int) -> float | None:
    if done >= wanted:
        return 0.0
    # one division of whole numbers: the limits are met exactly on their day
    return (wanted - done) * length / (left * wanted) if left else None


def _standing(ratio: float | None, wanted: int, expected: int) -> Standing:
    if ratio is None:
        return Standing.MISSED
    if ratio == 0:
        return Standing.ACHIEVED
    on_track, at_risk = _limits(wanted)
    if expected >= wanted or ratio <= on_track:
        return Standing.ON_TRACK
    return Standing.AT_RISK if ratio <= at_risk else Standing.BEHIND


def _limits(wanted: int) -> tuple[float, float]:
    return LIMITS_OF_FEW if wanted <= FEW else LIMITS_OF_MANY
