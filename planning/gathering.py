"""Everybody the ranking has to look at, as values rather than rows: a few queries for all.

Only those who can reach the short list are fetched: by their silence and strength, or because a
date, a promise, a need or a card speaks for them.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import starmap
from math import ceil
from typing import NamedTuple

from django.db.models import Count, F, Max, OuterRef, Q, Subquery

from accounts.models import User
from contacts.kinds import CIRCLE_DAYS, Cadence, Kind, days_between
from contacts.models import Contact, ContactQuerySet, Job
from interactions.kinds import Direction, Promiser, Source, Status
from interactions.models import FollowUp, Participant
from planning.candidates import Candidate, Fit
from planning.dates_ahead import Ahead, dates_within
from planning.fitting import fits_of
from planning.models import Card, ClosedHow
from planning.ranking import (
    FADING_DAYS,
    FADING_HALF,
    FADING_POINTS,
    OVERDUE_EXPONENT,
    OVERDUE_POINTS,
    PROMISE_WITHIN,
)
from planning.shortlisting import LEAST_PRIORITY
from strength.facts import DORMANT_AT_LEAST_DAYS, is_dormant
from strength.forecasting import loss_in
from strength.rescoring import SUMS
from strength.summing import Factors, Sums, factors
from strength.weights import STRONG_FROM

CHUNK = 900  # ids in one statement: SQLite may be built for 999 variables
# A dormant strong tie without a circle is measured by the widest rhythm; design.
WIDEST = max(CIRCLE_DAYS.values())

# Before half of the rhythm has passed, silence earns less than this …
EARLY_SHARE = 0.5
EARLY_POINTS = OVERDUE_POINTS * EARLY_SHARE**OVERDUE_EXPONENT / (1 + EARLY_SHARE**OVERDUE_EXPONENT)
# … and only who can lose so many points of strength makes up for the rest.
MISSING = LEAST_PRIORITY - EARLY_POINTS
ENOUGH_TO_LOSE = FADING_HALF * MISSING / (FADING_POINTS - MISSING)


class Promised(NamedTuple):
    due_on: dt.date
    what: str


class Outreach(NamedTuple):
    times: int = 0
    last_on: dt.date | None = None


class Row(NamedTuple):
    pk: int
    circle: str
    cadence: str
    cadence_days: int | None
    circle_chosen_on: dt.date | None
    first_contact_on: dt.date | None
    last_contact_on: dt.date | None
    days_in_touch: int
    strength_at_last_contact: float | None
    is_unscored: bool
    organisation: int | None
    sum_fresh: float
    sum_established: float
    sum_history: float
    sum_rating_precision: float
    sum_rating_weight: float
    sum_rating_value: float
    sum_given: float
    sum_received: float

    @property
    def sums(self) -> Sums:
        return Sums(**{name: getattr(self, column) for name, column in SUMS.items()})


@dataclass(frozen=True, slots=True)
class Gathered:
    candidates: list[Candidate[int]]
    promised: Mapping[int, Promised]
    ahead: Mapping[int, Ahead]

    @property
    def serving(self) -> set[int]:
        """Who meets a need."""
        return {each.id for each in self.candidates if each.fits}


@dataclass(frozen=True, slots=True)
class _Known:
    """What other tables say of people, by the row number of the person."""

    today: dt.date
    factors: Factors
    promised: Mapping[int, Promised]
    ahead: Mapping[int, Ahead]
    fits: Mapping[int, tuple[Fit, ...]]
    outreach: Mapping[int, Outreach]
    snoozed: Collection[int]


def gather(user: User, today: dt.date, kept: Collection[int] = ()) -> Gathered:
    """Candidates as of `today`; those of `kept` are among them unless they are gone."""
    known = _Known(
        today,
        factors(today),
        _promised(user, today),
        dates_within(user, today),
        fits_of(user),
        _outreach(user),
        _snoozed(user, today),
    )
    spoken_for = {*kept, *known.promised, *known.ahead, *known.fits}
    candidates = [_candidate(row, known) for row in _rows(user, today, spoken_for)]
    return Gathered(candidates, known.promised, known.ahead)


def _rows(user: User, today: dt.date, spoken_for: set[int]) -> Iterator[Row]:
    people = _people(user)
    seen = set()
    for row in starmap(Row, people.filter(_may_matter(today)).values_list(*Row._fields)):
        seen.add(row.pk)
        yield row
    missing = sorted(spoken_for - seen)
    for start in range(0, len(missing), CHUNK):
        chunk = people.filter(pk__in=missing[start : start + CHUNK])
        yield from starmap(Row, chunk.values_list(*Row._fields))


def _people(user: User) -> ContactQuerySet:
    job = Job.objects.filter(contact=OuterRef("pk"), is_current=True, organisation__isnull=False)
    newest = job.order_by("-started", "id").values("organisation_id")[:1]
    living = Contact.objects.of(user).listed().filter(kind=Kind.PERSON, is_deceased=False)
    return living.filter(deceased_on="").annotate(organisation=Subquery(newest)).order_by()


def _may_matter(today: dt.date) -> Q:
    """A bound that nobody who reaches the short list by silence and strength falls short of."""
    dormant_by = today - dt.timedelta(days=DORMANT_AT_LEAST_DAYS)
    matters = Q(cadence=Cadence.DAYS) | Q(
        cadence=Cadence.CIRCLE,
        circle="",
        strength_at_last_contact__gte=STRONG_FROM,
        last_contact_on__lte=dormant_by,
    )
    for circle, days in CIRCLE_DAYS.items():
        half_way = today + dt.timedelta(days=ceil(days * (1 - EARLY_SHARE)))
        is_late_or_strong = Q(next_touch_on__lte=half_way) | Q(strength__gte=ENOUGH_TO_LOSE)
        matters |= Q(is_late_or_strong, circle=circle, cadence=Cadence.CIRCLE)
    return matters


def _candidate(row: Row, known: _Known) -> Candidate[int]:
    today = known.today
    is_reconnection = _is_dormant_strong(row, today)
    outreach = known.outreach.get(row.pk, Outreach())
    promised, ahead = known.promised.get(row.pk), known.ahead.get(row.pk)
    return Candidate(
        row.pk,
        _cadence(row, is_reconnection),
        days_since=_days(row.last_contact_on, today),
        days_since_chosen=_days(row.circle_chosen_on, today),
        loss=0.0 if row.is_unscored else loss_in(row.sums.faded(known.factors), FADING_DAYS),
        fits=known.fits.get(row.pk, ()),
        date_in=ahead.days if ahead else None,
        date_kind=ahead.kind if ahead else "",
        promise_in=(promised.due_on - today).days if promised else None,
        unanswered=outreach.times,
        days_since_outreach=_days(outreach.last_on, today),
        is_snoozed=row.pk in known.snoozed,
        group=row.organisation,
        is_reconnection=is_reconnection,
    )


def _cadence(row: Row, is_reconnection: bool) -> int | None:
    """Whoever has no circle is not to be left alone for that: a need or a date may speak for them,
    but not silence, unless they were close once."""
    if row.cadence == Cadence.CIRCLE and not row.circle:
        return WIDEST if is_reconnection else 0
    return days_between(row.circle, row.cadence, row.cadence_days) or None


def _is_dormant_strong(row: Row, today: dt.date) -> bool:
    last = row.strength_at_last_contact
    was_strong = last is not None and last >= STRONG_FROM and not row.is_unscored
    return was_strong and is_dormant(
        row.first_contact_on, row.last_contact_on, row.days_in_touch, today
    )


def _days(since: dt.date | None, today: dt.date) -> int | None:
    return None if since is None else max(0, (today - since).days)


def _promised(user: User, today: dt.date) -> Mapping[int, Promised]:
    """My oldest promise to each, of those that put somebody into the first tier."""
    soon = today + dt.timedelta(days=PROMISE_WITHIN)
    mine = FollowUp.objects.of(user).due(soon).filter(by=Promiser.ME, contact__isnull=False)
    newest_first = mine.order_by("-due_on", "-id").values_list("contact_id", "due_on", "what")
    return {pk: Promised(due_on, what) for pk, due_on, what in newest_first if pk is not None}


def _outreach(user: User) -> Mapping[int, Outreach]:
    """One's own messages since the last two-way contact that nobody replied to."""
    later = Q(contact__last_contact_on=None) | Q(interaction__on__gt=F("contact__last_contact_on"))
    sent = Participant.objects.filter(
        later,
        interaction__owner=user,
        interaction__deleted_at=None,
        interaction__status=Status.HELD,
        interaction__is_answered=False,
    ).exclude(Q(interaction__direction=Direction.INCOMING) | Q(interaction__source=Source.ESTIMATE))
    counted = sent.values_list("contact_id").annotate(Count("id"), Max("interaction__on"))
    return {pk: Outreach(times, last_on) for pk, times, last_on in counted}


def _snoozed(user: User, today: dt.date) -> set[int]:
    cards = Card.objects.of(user).filter(closed_how=ClosedHow.SNOOZED, snoozed_until__gt=today)
    return set(cards.values_list("contact_id", flat=True))
