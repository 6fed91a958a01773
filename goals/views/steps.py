"""What is done on a goal's page: leave a counted thing out, choose the person, tick a step."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from accounts.requests import OwnerRequest
from contacts.models import Contact
from goals.indexing import GOALS
from goals.kinds import StepKind
from goals.models import Goal, Step
from goals.views.addresses import as_uid


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
    people = Contact.objects.of(request.user).living()
    uid_sent = as_uid(request.POST.get("person", ""))
    chosen = people.filter(uid=uid_sent).first() if uid_sent else None
    if chosen:
        goal.person = chosen
        goal.save(update_fields=["person", "updated_at"])
    return redirect(goal)


@require_POST
def add(request: OwnerRequest, uid: UUID) -> HttpResponse:
    goal = _of(request, uid)
    title = request.POST.get("title", "").replace("\0", "").strip()[:200]
    if title:
        with transaction.atomic():
            last = goal.steps.aggregate(last=Max("position"))["last"] or 0
            Step.objects.create(goal=goal, title=title, position=last + 1)
            GOALS.index([goal])
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
    step = get_object_or_404(goal.steps.filter(kind=StepKind.OWN), position=position)
    step.done_on = day
    step.save(update_fields=["done_on"])
    return redirect(goal)


def _of(request: OwnerRequest, uid: UUID) -> Goal:
    return get_object_or_404(Goal.objects.of(request.user).living(), uid=uid)
