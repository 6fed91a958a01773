"""Somebody to act on where they are named: to plan a word with, or to log one."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.urls import reverse

from network.reading import Named, Reading


@dataclass(frozen=True, slots=True)
class Acquainted:
    """Somebody to act on, and for when a word with them is planned already."""

    person: Named
    planned_on: dt.date | None
    note: str
    word_url: str
    word_key: UUID  # of the form that plans it, so that it is planned once
    log_url: str


def acquainted(uids: Iterable[str], reading: Reading, note: str = "") -> list[Acquainted]:
    known = (reading.people[uid] for uid in uids if uid in reading.people)
    return [to_act_on(who, reading.words_planned, note) for who in known]


def to_act_on(who: Named, planned: Mapping[str, dt.date], note: str = "") -> Acquainted:
    return Acquainted(
        who,
        planned.get(who.uid),
        note,
        word_url=reverse("network:plan_word", args=[who.uid]),
        word_key=uuid4(),
        log_url=f"{reverse('interactions:log')}?with={who.uid}",
    )
