"""The curve of a strength as the points of an SVG: past, forecast, conversations on it."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from strength.events import History
from strength.forecasting import forecast_curve
from strength.recalling import curve
from strength.scoring import BANDS
from strength.summing import sums_at

WIDTH, HEIGHT = 640, 150  # units of the drawing; the page stretches it either way
PAST_DAYS, AHEAD_DAYS = 730, 180
PAST_POINTS, AHEAD_POINTS = 73, 10  # a point every ten days tells a meeting from the next
TABLE_ROWS = 9
DOT = "h0"  # a line without length, which round ends make a circle however the page stretches it
Scores = Sequence[tuple[dt.date, float]]


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Level:
    """The lower edge of a band."""

    y: float
    name: str


@dataclass(frozen=True, slots=True)
class Drawing:
    past: str  # "x,y x,y …"
    ahead: str
    dots: str  # one path, a point for each day with a conversation
    levels: tuple[Level, ...]
    now: Point
    start: dt.date
    end: dt.date
    rows: tuple[tuple[dt.date, float], ...]  # a few scores over the same time, for the table


def draw(history: History, today: dt.date) -> Drawing:
    """Two years back, or to the first event if later, and half a year ahead."""
    start = _start(history, today)
    end = today + dt.timedelta(days=AHEAD_DAYS)
    past = curve(history, start, today, PAST_POINTS)
    ahead = forecast_curve(sums_at(history, today), today, AHEAD_DAYS, AHEAD_POINTS)
    span = (end - start).days

    def x(day: dt.date) -> float:
        return round(WIDTH * (day - start).days / span, 1)

    def line(scores: Scores) -> str:
        return " ".join(f"{x(day)},{_y(points)}" for day, points in scores)

    days = sorted({touch.on for touch in history.touches if start <= touch.on <= today})
    return Drawing(
        past=line(past),
        ahead=line(ahead),
        dots="".join(f"M{x(day)},{_y(_on(past, day))}{DOT}" for day in days),
        levels=tuple(Level(_y(least), name) for name, least in BANDS if least),
        now=Point(x(today), _y(past[-1][1])),
        start=start,
        end=end,
        rows=(*past[:: max(1, len(past) // TABLE_ROWS)], past[-1], ahead[-1]),
    )


def _start(history: History, today: dt.date) -> dt.date:
    events = [
        *(touch.on for touch in history.touches),
        *(rated.on for rated in history.ratings),
        *(favour.on for favour in history.favours),
    ]
    earliest = min((day for day in events if day <= today), default=today)
    start = max(earliest - dt.timedelta(days=7), today - dt.timedelta(days=PAST_DAYS))
    return min(start, today - dt.timedelta(days=30))


def _on(scores: Scores, day: dt.date) -> float:
    """Height of the drawn line on a day: between its neighbours."""
    right = bisect_right(scores, day, key=lambda point: point[0])
    if right == 0 or right == len(scores):
        return scores[min(right, len(scores) - 1)][1]
    (before, low), (after, high) = scores[right - 1], scores[right]
    return low + (high - low) * (day - before).days / (after - before).days


def _y(points: float) -> float:
    return round(HEIGHT * (1 - points / 100), 1)
