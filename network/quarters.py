"""What a network came to at the end of each quarter: a few figures, kept to be compared with."""

import datetime as dt

from django.db.models import QuerySet

from accounts.models import User
from goals.periods import Rhythm, period_of
from netcrm.lib.prepared import prepared
from network.findings import Findings
from network.models import Quarter


def keep(owner: User, as_of: dt.date, findings: Findings) -> None:
    """The last assessment of a quarter is the one that stays."""
    Quarter.objects.update_or_create(
        owner=owner,
        starts_on=first_day(as_of),
        defaults={"as_of": as_of, "figures": figures_of(findings)},
    )


def before(owner: User, day: dt.date) -> Quarter | None:
    """The latest quarter that was over by this day."""
    return _over.first(owner, first_day(day))


@prepared
def _over(owner: User, since: dt.date) -> QuerySet[Quarter]:
    return Quarter.objects.filter(owner=owner, starts_on__lt=since).order_by("-starts_on")[:1]


def figures_of(findings: Findings) -> Findings:
    """Coverage of what was wanted, by uid, and how many people stood how close."""
    layers = findings["layers"]
    return {
        "aspirations": {uid: each["share"] for uid, each in findings["aspirations"].items()},
        "needs": {uid: each["share"] for uid, each in findings["needs"].items()},
        "bands": {band["name"]: band["people"] for band in layers["bands"]},
        "people": layers["people"],
        "faint": layers["faint"],
    }


def first_day(day: dt.date) -> dt.date:
    return period_of(day, Rhythm.QUARTER).first
