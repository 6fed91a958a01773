"""What is done on a goal's page: leave a counted thing out, choose the person, keep its steps."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import Max
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from accounts.requests import OwnerRequest
from goals.forms.choosing import ChoosingForm
from goals.indexing import GOALS
from goals.kinds import StepKind
from goals.models import Goal, Step
from goals.views.addresses import as_day
from goals.views.goals import page_of


@require_POST
def leave_out(request: OwnerRequest, uid: UUID, thing: UUID) -> HttpResponse:
    goal = _of(request, uid)
    with transaction.atomic():
        goal.leave_out(thing)
    undo = reverse("goals:put_back", args=[uid, thing])
    messages.success(request, gettext("Not counted any more"), extra_tags=f"undo:{undo}")
    return redirect(goal)


@require_POST
def put_back(request: OwnerRequest, uid: UUID, thing: UUID) -> HttpResponse:
    with transaction.atomic():
        goal = _of(request, uid)
        goal.put_back(thing)
    return redirect(goal)


@require_POST
def choose(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """Whom the relationship is to be with."""
    goal = _of(request, uid)
    form = ChoosingForm(request.user, request.POST)
    if not form.is_valid():
        return page_of(request, goal, form, status=422)
    goal.person = form.cleaned_data["person"]
    goal.save(update_fields=["person", "updated_at"])
    return redirect(goal)


@require_POST
def add(request: OwnerRequest, uid: UUID) -> HttpResponse:
    goal = _of(request, uid)
    if title := _title(request.POST):
        with transaction.atomic():
            _add(goal, title)
    return redirect(goal)


@require_POST
def rename(request: OwnerRequest, uid: UUID, position: int) -> HttpResponse:
    goal = _of(request, uid)
    step = _own(goal, position)
    if title := _title(request.POST):
        with transaction.atomic():
            step.title = title
            step.save(update_fields=["title"])
            GOALS.index([goal])
    return redirect(goal)


@require_POST
def remove(request: OwnerRequest, uid: UUID, position: int) -> HttpResponse:
    goal = _of(request, uid)
    step = _own(goal, position)
    known = urlencode({"title": step.title, "done_on": str(step.done_on or "")})
    with transaction.atomic():
        step.delete()
        GOALS.index([goal])
    undo = f"{reverse('goals:step_restore', args=[uid, position])}?{known}"
    messages.success(request, gettext("Step removed"), extra_tags=f"undo:{undo}")
    return redirect(goal)


@require_POST
def restore(request: OwnerRequest, uid: UUID, position: int) -> HttpResponse:
    """Undo of removing: the address says what the step was."""
    goal, title = _of(request, uid), _title(request.GET)
    with transaction.atomic():
        if title and not goal.steps.filter(position=position).exists():
            _add(goal, title, position, as_day(request.GET.get("done_on", "")))
    return redirect(goal)


@require_POST
def done(request: OwnerRequest, uid: UUID, position: int) -> HttpResponse:
    return _tick(request, uid, position, request.user.today())


@require_POST
def undo(request: OwnerRequest, uid: UUID, position: int) -> HttpResponse:
    return _tick(request, uid, position, None)


def _tick(request: OwnerRequest, uid: UUID, position: int, day: dt.date | None) -> HttpResponse:
    """Only a step of one's own: the others tick themselves."""
    goal = _of(request, uid)
    step = _own(goal, position)
    step.done_on = day
    step.save(update_fields=["done_on"])
    return redirect(goal)


def _of(request: OwnerRequest, uid: UUID) -> Goal:
    return get_object_or_404(Goal.objects.of(request.user).living(), uid=uid)


def _own(goal: Goal, position: int) -> Step:
    return get_object_or_404(goal.steps.filter(kind=StepKind.OWN), position=position)


def _title(said: QueryDict) -> str:
    return said.get("title", "").replace("\0", "").strip()[:200]


def _add(
    goal: Goal, title: str, position: int | None = None, done_on: dt.date | None = None
) -> None:
    """At the end, unless the position is given."""
    if position is None:
        position = (goal.steps.aggregate(last=Max("position"))["last"] or 0) + 1
    Step.objects.create(goal=goal, title=title, position=position, done_on=done_on)
    GOALS.index([goal])
