"""Days to remember within a week: birthdays and the like, a new job, an event both attend."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Right

from accounts.models import User
from contacts.anniversaries import Anniversary, next_anniversary
from contacts.models import ImportantDate, Job
from interactions.kinds import Going
from interactions.models import Attendance
from planning.ranking import DATE_WITHIN

EVENT, NEW_JOB = "event", "job"
FEBRUARY_29 = "-02-29"


class Ahead(NamedTuple):
    days: int
    kind: str  # EVENT, NEW_JOB, else the label of the date
    name: str = ""  # of the event


def dates_within(user: User, today: dt.date) -> Mapping[int, Ahead]:
    """The next day to remember of each person, by the row number of the person."""
    days = [today + dt.timedelta(days=ahead) for ahead in range(DATE_WITHIN + 1)]
    found: dict[int, Ahead] = {}
    for contact_id, ahead in (
        *_anniversaries(user, today), *_new_jobs(user, days), *_events(user, days)
    ):  # fmt: skip
        if contact_id not in found or ahead.days < found[contact_id].days:
            found[contact_id] = ahead
    return found


def anniversaries(
    dates: QuerySet[ImportantDate], today: dt.date, within: int
) -> Iterator[tuple[int, str, Anniversary]]:
    """Those of the next days: whose, by the row number of the person, what, and when."""
    days = [today + dt.timedelta(days=ahead) for ahead in range(within + 1)]
    endings = {f"-{day:%m-%d}" for day in days}
    # who was born on a leap day celebrates on the last of February in other years
    if "-02-28" in endings:
        endings.add(FEBRUARY_29)
    dated = dates.annotate(ending=Right("day", 6)).filter(ending__in=endings).order_by("pk")
    for contact_id, label, day in dated.values_list("contact_id", "label", "day"):
        comes = next_anniversary(day, today)
        if comes and comes.on <= days[-1]:
            yield contact_id, label, comes


def _anniversaries(user: User, today: dt.date) -> Iterator[tuple[int, Ahead]]:
    dates = ImportantDate.objects.filter(contact__owner=user, contact__deleted_at=None)
    for contact_id, label, comes in anniversaries(dates, today, DATE_WITHIN):
        yield contact_id, Ahead((comes.on - today).days, label)


def _new_jobs(user: User, days: list[dt.date]) -> Iterator[tuple[int, Ahead]]:
    by_text = {day.isoformat(): day for day in days}
    jobs = Job.objects.filter(contact__owner=user, started__in=by_text).order_by("pk")
    for contact_id, started in jobs.values_list("contact_id", "started"):
        yield contact_id, Ahead((by_text[started] - days[0]).days, NEW_JOB)


def _events(user: User, days: list[dt.date]) -> Iterator[tuple[int, Ahead]]:
    """Those one has decided on, while they last: "maybe" is no day to meet."""
    today = days[0]
    together = Attendance.objects.filter(
        Q(event__starts_on__gte=today) | Q(event__ends_on__gte=today),
        event__owner=user,
        event__deleted_at=None,
        event__starts_on__lte=days[-1],
        event__going__in=(Going.PLANNED, Going.ATTENDED),
        contact__isnull=False,
    )
    for contact_id, on, name in together.order_by("pk").values_list(
        F("contact_id"), "event__starts_on", "event__name"
    ):
        if contact_id is not None:
            yield contact_id, Ahead(max(0, (on - today).days), EVENT, name)
