"""Aspirations: stated, looked at with what they need, changed, reached or let go."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.requests import OwnerRequest
from goals.forms.aspiration import AspirationForm, GuideForm
from goals.keeping import bring_back, settle_aspiration, throw_away
from goals.models import Aspiration, Goal
from netcrm.lib.pages import render_page

FACTS = ("title", "kind", "why", "horizon_on")


@require_http_methods(["GET", "POST"])
def new(request: OwnerRequest) -> HttpResponse:
    form = AspirationForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        aspiration = form.save(Aspiration(owner=request.user))
        return redirect("goals:guide", aspiration.uid)
    context = {"form": form, "aspiration": None}
    status = 422 if form.is_bound else 200
    return render_page(request, "goals/aspiration_form.html", context, status=status)


@require_GET
def show(request: OwnerRequest, uid: UUID) -> HttpResponse:
    aspiration = _of(request, uid)
    context = {
        "aspiration": aspiration,
        "needs": aspiration.needs.select_related("person"),
        "goals": Goal.objects.of(request.user).active().filter(aspiration=aspiration),
    }
    return render_page(request, "goals/aspiration.html", context)


@require_http_methods(["GET", "POST"])
def guide(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """The three questions; each answer becomes a need."""
    aspiration = _of(request, uid)
    form = GuideForm(aspiration, request.POST if request.method == "POST" else None)
    if form.is_valid():
        form.save()
        return redirect(aspiration)
    context = {"aspiration": aspiration, "form": form}
    status = 422 if form.is_bound else 200
    return render_page(request, "goals/guide.html", context, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: OwnerRequest, uid: UUID) -> HttpResponse:
    aspiration = _of(request, uid)
    known = {name: getattr(aspiration, name) for name in FACTS}
    form = AspirationForm(request.POST if request.method == "POST" else None, initial=known)
    if form.is_valid():
        return redirect(form.save(aspiration))
    context = {"form": form, "aspiration": aspiration}
    status = 422 if form.is_bound else 200
    return render_page(request, "goals/aspiration_form.html", context, status=status)


@require_POST
def reached(request: OwnerRequest, uid: UUID) -> HttpResponse:
    return _settle(request, uid, request.user.today(), None, gettext("Reached: well done"))


@require_POST
def let_go(request: OwnerRequest, uid: UUID) -> HttpResponse:
    return _settle(request, uid, None, request.user.today(), gettext("Let go"))


@require_POST
def resume(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """Undo of the two above; also later, to take an aspiration up again."""
    aspiration = _of(request, uid)
    settle_aspiration(aspiration)
    return redirect(aspiration)


@require_POST
def delete(request: OwnerRequest, uid: UUID) -> HttpResponse:
    aspiration = _of(request, uid)
    throw_away(aspiration)
    undo = reverse("goals:restore_aspiration", args=[uid])
    messages.success(request, gettext("Aspiration moved to the trash"), extra_tags=f"undo:{undo}")
    return redirect("goals:index")


@require_POST
def restore(request: OwnerRequest, uid: UUID) -> HttpResponse:
    aspiration = get_object_or_404(Aspiration.objects.of(request.user), uid=uid)
    bring_back(aspiration)
    messages.success(request, gettext("Aspiration restored"))
    return redirect(aspiration)


def _settle(
    request: OwnerRequest,
    uid: UUID,
    reached_on: dt.date | None,
    let_go_on: dt.date | None,
    said: str,
) -> HttpResponse:
    aspiration = _of(request, uid)
    settle_aspiration(aspiration, reached_on=reached_on, let_go_on=let_go_on)
    undo = reverse("goals:resume_aspiration", args=[uid])
    messages.success(request, said, extra_tags=f"undo:{undo}")
    return redirect("goals:index")


def _of(request: OwnerRequest, uid: UUID) -> Aspiration:
    aspirations = Aspiration.objects.of(request.user).living().select_related("owner")
    return get_object_or_404(aspirations, uid=uid)
