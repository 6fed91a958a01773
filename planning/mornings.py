"""When whose plan is to be drawn up: every morning of theirs, and after changes that matter."""

import datetime as dt

from django.utils import timezone

from accounts.models import User
from planning.models import Plan

MORNING = dt.time(5)  # before anybody looks; design


def users_awaiting_a_plan() -> list[tuple[int]]:
    plans = {
        plan.owner_id: plan for plan in Plan.objects.only("owner_id", "computed_at", "asked_at")
    }
    users = User.objects.filter(is_active=True).only("pk", "time_zone").order_by("pk")
    return [(user.pk,) for user in users if _awaits(user, plans.get(user.pk))]


def last_morning(user: User, now: dt.datetime) -> dt.datetime:
    """The latest beginning of a day where the user lives."""
    day = user.day_of(now)
    morning = dt.datetime.combine(day, MORNING, user.zone)
    if morning > now:
        morning = dt.datetime.combine(day - dt.timedelta(days=1), MORNING, user.zone)
    return morning


def _awaits(user: User, plan: Plan | None) -> bool:
    if plan is None or plan.computed_at is None or plan.asked_at is not None:
        return True
    return plan.computed_at < last_morning(user, timezone.now())
