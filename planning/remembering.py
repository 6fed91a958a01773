"""Birthdays and other days of the next two weeks, of those whom one keeps in a circle."""

import datetime as dt
from collections.abc import Collection
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef

from accounts.models import User
from contacts.anniversaries import Anniversary
from contacts.models import Contact, ContactQuerySet, ImportantDate
from interactions.anniversaries import SOON, said
from planning.dates_ahead import anniversaries
from planning.models import Plan

MOST = 20  # more than two weeks can hold


class Remembered(NamedTuple):
    person: Contact
    on: dt.date
    words: str


def dates_to_come(user: User, today: dt.date) -> list[dict[str, Any]]:
    """The nearest first, as the plan stores them: a page does not look through everybody's."""
    kept = _kept(user).filter(pk=OuterRef("contact"))
    dates = ImportantDate.objects.filter(Exists(kept), contact__owner=user)
    found = sorted(anniversaries(dates, today, SOON), key=lambda each: (each[2].on, each[0]))
    return [
        {"contact": pk, "label": label, "on": comes.on.isoformat(), "years": comes.years}
        for pk, label, comes in found[:MOST]
    ]


def days_remembered(
    user: User, plan: Plan | None, today: dt.date, told: Collection[int] = ()
) -> list[Remembered]:
    """Those to come, but for people whose card has `told` of theirs. One query, if any."""
    found = [
        (each["contact"], each["label"], Anniversary(_day(each["on"]), each["years"]))
        for each in (plan.dates if plan else [])
        if each["contact"] not in told
    ]
    people = _kept(user).only("uid", "name", "photo").in_bulk([pk for pk, *_ in found])
    return [
        Remembered(people[pk], comes.on, said(label, comes, today))
        for pk, label, comes in found
        if pk in people and comes.on >= today
    ]


def _kept(user: User) -> ContactQuerySet:
    return Contact.objects.of(user).listed().filter(is_deceased=False).exclude(circle="")


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
