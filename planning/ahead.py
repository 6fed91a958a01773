"""What lies ahead on Today, of whichever kind, by day."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from interactions.models import Event, Interaction
from planning.remembering import Remembered
from planning.today import Today


class Row(NamedTuple):
    """One of the three."""

    on: dt.date
    remembered: Remembered | None = None
    event: Event | None = None
    conversation: Interaction | None = None


def ahead_of(plan: Today, remembered: Iterable[Remembered]) -> list[Row]:
    rows = [
        *(Row(each.on, remembered=each) for each in remembered),
        *(Row(event.starts_on, event=event) for event in plan.events_ahead),
        *(Row(talk.on, conversation=talk) for talk in plan.ahead),
    ]
    return sorted(rows, key=lambda row: row.on)
