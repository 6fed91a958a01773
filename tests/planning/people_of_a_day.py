"""People of whom the ranking says something certain, made through the database."""

import datetime as dt
from typing import Any

from accounts.models import User
from contacts.models import Contact, ImportantDate, Job, Organisation
from interactions.models import Interaction
from strength.forecasting import loss_in
from strength.summing import Sums, factors
from tests.makers import make_contact, make_interaction

TODAY = dt.date(2026, 11, 23)


def day(days_ago: int) -> dt.date:
    return TODAY - dt.timedelta(days=days_ago)


def make_person(
    owner: User,
    name: str = "Ana Pereira",
    cadence: int = 30,
    days_since: int | None = None,
    loss: float = 0,
    **facts: Any,
) -> Contact:
    """Asked for a word every `cadence` days, last met so long ago, about to lose `loss` points."""
    return make_contact(
        owner,
        name,
        cadence="days",
        cadence_days=cadence,
        last_contact_on=None if days_since is None else day(days_since),
        **sums_that_lose(loss),
        **facts,
    )


def sums_that_lose(loss: float) -> dict[str, float]:
    """Contact, as it is stored, of which 90 days of silence cost so many points."""
    low, high = 0.0, 2.0
    for _ in range(80):
        middle = (low + high) / 2
        if loss_in(Sums(fresh=middle, established=middle)) < loss:
            low = middle
        else:
            high = middle
    left = factors(TODAY)
    return {"sum_fresh": low / left.fresh, "sum_established": low / left.established}


def make_neglected(owner: User, name: str = "Ana Pereira", **facts: Any) -> Contact:
    """Due long ago: 31 of the 35 points of silence."""
    return make_person(owner, name, **{"days_since": 60, **facts})


def make_dormant(owner: User, name: str, **facts: Any) -> Contact:
    """A strong tie until three years ago."""
    once = {"first_contact_on": day(1400), "days_in_touch": 3, "strength_at_last_contact": 65}
    return make_neglected(owner, name, **{"days_since": 1200, **once, **facts})


def employ(person: Contact, organisation: str) -> None:
    where, _ = Organisation.objects.get_or_create(owner=person.owner, name=organisation)
    Job.objects.create(contact=person, organisation=where)


def make_date(person: Contact, text: str, label: str = "birthday") -> ImportantDate:
    return ImportantDate.objects.create(contact=person, label=label, day=text)


def make_outreach(person: Contact, days_ago: int) -> Interaction:
    return make_interaction(
        person.owner,
        person,
        on=day(days_ago),
        channel="message",
        direction="outgoing",
        is_answered=False,
    )
