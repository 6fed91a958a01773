"""How much contact the chosen rhythms ask for, beside how much there is."""

import datetime as dt
from typing import NamedTuple

from django.db.models import Count, Min

from accounts.models import User
from contacts.kinds import Kind, days_between
from contacts.models import Contact, ContactQuerySet
from interactions.kinds import Source
from interactions.models import Interaction, Participant
from interactions.touching import TWO_WAY
from planning.feasibility import ACTUAL_WEEKS, DAYS_PER_WEEK, weekly_actual, weekly_demand


class Pace(NamedTuple):
    """Words a week, one a person."""

    demand: float
    actual: float | None  # None while the last weeks are not all on record


def pace_of(user: User, today: dt.date) -> Pace:
    return Pace(_demand(user), _actual(user, today))


def with_rhythms(user: User) -> ContactQuerySet:
    """Everybody of whom a word may be asked, in no order."""
    listed = Contact.objects.of(user).listed()
    return listed.filter(kind=Kind.PERSON, is_deceased=False).order_by()


def _demand(user: User) -> float:
    chosen = with_rhythms(user).values_list("circle", "cadence", "cadence_days")
    total = 0.0
    for circle, cadence, cadence_days, number in chosen.annotate(Count("pk")):
        days = days_between(circle, cadence, cadence_days)
        total += number * weekly_demand([days]) if days else 0.0
    return total


def _actual(user: User, today: dt.date) -> float | None:
    """Everybody at a table counts: each of them was due a word."""
    first = today - dt.timedelta(days=DAYS_PER_WEEK * ACTUAL_WEEKS)
    logged = Interaction.objects.of(user).held().exclude(source=Source.ESTIMATE)
    begun = logged.aggregate(on=Min("on"))["on"]
    if begun is None or begun > first:
        return None
    held = Participant.objects.filter(
        TWO_WAY, interaction__owner=user, interaction__on__gt=first, interaction__on__lte=today
    )
    return weekly_actual(held.count())
