"""Goals: all of them, one of them, made, changed, ended, thrown away and brought back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.models import User
from accounts.requests import OwnerRequest
from goals.checking import advice_on
from goals.counted import things
from goals.forms.choosing import ChoosingForm
from goals.forms.goal import GoalForm, given_in
from goals.keeping import bring_back, throw_away
from goals.kinds import Counted
from goals.models import Aspiration, AspirationQuerySet, Goal, GoalQuerySet, Need
from goals.progress import all_progress, past_of, progress_of
from goals.proposing import goal_for
from goals.ready_made import READY_MADE, ready_made
from goals.relationships import add_steps, own_steps, people_offered
from goals.standing import Standing
from goals.views.addresses import as_uid
from netcrm.lib.pages import render_page
from netcrm.lib.prepared import prepared


@require_GET
def index(request: OwnerRequest) -> HttpResponse:
    aspirations = _aspirations(request.user)
    context = {
        "active": all_progress(_active(request.user), request.user.today()),
        "ended": _ended(request.user),
        "aspirations": [each for each in aspirations if each.is_active],
        "past_aspirations": [each for each in aspirations if not each.is_active],
        "ready_made": READY_MADE,
    }
    return render_page(request, "goals/index.html", context)


@prepared
def _active(user: User) -> GoalQuerySet:
    return _mine(user).active().prefetch_related("left_out", "steps")


@prepared
def _ended(user: User) -> GoalQuerySet:
    return _mine(user).exclude(ended_on=None).order_by("-ended_on", "-pk")


def _mine(user: User) -> GoalQuerySet:
    whole = Goal.objects.of(user).living()
    return whole.select_related("owner", "person", "aspiration", "recount")


@prepared
def _aspirations(user: User) -> AspirationQuerySet:
    return Aspiration.objects.of(user).living()


@require_http_methods(["GET", "POST"])
def new(request: OwnerRequest) -> HttpResponse:
    given = _proposed(request)
    sent = request.POST if request.method == "POST" else None
    form = GoalForm(request.user, sent, given={**given, **given_in(request.GET)})
    if form.is_valid() and "check" not in request.POST:
        with transaction.atomic():
            goal = form.save()
            if goal.counts == Counted.STRENGTH:
                add_steps(goal)
        messages.success(request, gettext("Goal set"))
        _tell_left_out(request, form)
        return redirect(goal)
    return _form_page(request, form)


@require_GET
def show(request: OwnerRequest, uid: UUID) -> HttpResponse:
    return page_of(request, _of(request, uid), ChoosingForm(request.user))


def page_of(
    request: OwnerRequest, goal: Goal, choosing: ChoosingForm, status: int = 200
) -> HttpResponse:
    """`choosing` asks whom the relationship is to be with, where nobody is named yet."""
    today = request.user.today()
    followed_to = goal.ended_on or today
    is_recurring = goal.is_recurring and goal.starts_on <= followed_to
    past = past_of(goal, followed_to) if is_recurring else None
    progress = progress_of(goal, followed_to, past.usual if past else None)
    is_counted = goal.counts != Counted.STRENGTH
    span = (progress.period.first, progress.period.last)
    counted, left_out = things(goal, span) if is_counted else ([], [])
    asks_whom = not (is_counted or goal.person)
    is_reached = progress.standing == Standing.ACHIEVED and not goal.is_recurring
    is_open = goal.ended_on is None and not is_reached
    context = {
        "goal": goal,
        "progress": progress,
        "past": past,
        "counted": counted,
        "left_out": left_out,
        "steps": own_steps(goal) if is_counted else [],
        "hints": advice_on(goal, today) if is_open else [],
        "offered": people_offered(goal) if asks_whom else [],
        "choosing": choosing if asks_whom else None,
        "today": today,
    }
    return render_page(request, "goals/show.html", context, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: OwnerRequest, uid: UUID) -> HttpResponse:
    goal = _of(request, uid)
    form = GoalForm(request.user, request.POST if request.method == "POST" else None, goal)
    if form.is_valid() and "check" not in request.POST:
        with transaction.atomic():
            form.save()
            if goal.counts == Counted.STRENGTH and not goal.steps.exists():
                add_steps(goal)
        _tell_left_out(request, form)
        return redirect(goal)
    return _form_page(request, form, _of(request, uid))


@require_POST
def end(request: OwnerRequest, uid: UUID) -> HttpResponse:
    goal = _of(request, uid)
    goal.end(request.user.today())
    undo = reverse("goals:resume", args=[uid])
    messages.success(request, gettext("Goal ended"), extra_tags=f"undo:{undo}")
    return redirect("goals:index")


@require_POST
def resume(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """Undo of ending; also later, to take a goal up again."""
    goal = _of(request, uid)
    goal.end(None)
    return redirect(goal)


@require_POST
def delete(request: OwnerRequest, uid: UUID) -> HttpResponse:
    goal = _of(request, uid)
    throw_away(goal)
    undo = reverse("goals:restore", args=[uid])
    messages.success(request, gettext("Goal moved to the trash"), extra_tags=f"undo:{undo}")
    return redirect("goals:index")


@require_POST
def restore(request: OwnerRequest, uid: UUID) -> HttpResponse:
    goal = get_object_or_404(Goal.objects.of(request.user), uid=uid)
    bring_back(goal)
    messages.success(request, gettext("Goal restored"))
    return redirect(goal)


def _proposed(request: OwnerRequest) -> dict[str, Any]:
    """By a ready-made goal or by a need that has a gap."""
    today = request.user.today()
    begun = ready_made(request.GET.get("template", ""))
    if begun:
        return begun.initial(today)
    uid = as_uid(request.GET.get("need", ""))
    need = Need.objects.of(request.user).filter(uid=uid).first() if uid else None
    return goal_for(need, today) if need else {}


def _tell_left_out(request: OwnerRequest, form: GoalForm) -> None:
    if form.left_out_words:
        messages.info(request, form.left_out_words)


def _form_page(request: OwnerRequest, form: GoalForm, goal: Goal | None = None) -> HttpResponse:
    """With advice; 422 where something is missing that the goal cannot do without."""
    has_errors = form.is_bound and not form.is_valid()
    context = {"form": form, "goal": goal, "hints": form.hints}
    status = 422 if has_errors else 200
    fragments = ("goal-advice",) if not has_errors else ()
    return render_page(request, "goals/form.html", context, fragments=fragments, status=status)


def _of(request: OwnerRequest, uid: UUID) -> Goal:
    goals = Goal.objects.of(request.user).living()
    return get_object_or_404(goals.select_related("owner", "person", "aspiration"), uid=uid)
