"""Introductions: listed, begun, followed step by step, thrown away and brought back."""

import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.requests import OwnerRequest
from contacts.models import Contact, Organisation
from interactions.drafting import drafts, noted_benefits
from interactions.forms.introductions import WHO, IntroductionForm, ProgressForm, ResultForm
from interactions.introducing import (
    STEPS,
    Somebody,
    asked_already,
    introduce,
    known_office,
    office_of,
    restore_introduction,
    revise_introduction,
    take,
    take_back,
    trash_introduction,
)
from interactions.models import Introduction
from interactions.once import key_in, once
from interactions.views.answering import answer, day_before
from interactions.views.returning import way_back
from netcrm.lib.pages import render_page

CHANGED = "conversations-changed"
PER_PAGE = 50
MOST_PENDING = 200


@require_GET
def index(request: OwnerRequest) -> HttpResponse:
    mine = Introduction.objects.of(request.user).with_people()
    settled = mine.settled().order_by("-asked_on", "-id")
    context = {
        "pending": mine.pending().order_by("asked_on", "id")[:MOST_PENDING],
        "settled": Paginator(settled, PER_PAGE).get_page(request.GET.get("page")),
        "today": request.user.today(),
    }
    return render_page(request, "interactions/introductions.html", context)


@require_http_methods(["GET", "POST"])
def new(request: OwnerRequest) -> HttpResponse:
    """`introducer`, `first` and `second` in the address begin with somebody; `organisation` asks
    for anybody there."""
    organisation = _organisation(request)
    chosen = {name: _person(request, name) for name in WHO}
    form = IntroductionForm(
        request.user,
        chosen,
        request.POST if request.method == "POST" else None,
        initial={"asked_on": request.user.today()},
        may_be_anybody=organisation is not None,
    )
    key = key_in(request.POST)
    is_valid = form.is_valid()
    open_one = _open_one(request, form.people() if is_valid else chosen.values(), organisation)
    if is_valid and (open_one is None or _is_told(request, open_one)):

        def store(uid: UUID) -> Introduction:
            introducer, first, second = form.people()
            second = second or (office_of(organisation) if organisation else None)
            three, said = (introducer, first, second), form.cleaned_data
            return introduce(request.user, three, said["asked_on"], said["why"], uid=uid)

        return redirect(once(Introduction.objects.of(request.user).living(), key, store))
    back = way_back(request, reverse("interactions:introductions"))
    context = {
        "form": form,
        "organisation": organisation,
        "next": back,
        "key": key,
        "open_one": open_one,
    }
    status = 422 if form.is_bound else 200
    return render_page(request, "interactions/introduction_new.html", context, status=status)


@require_GET
def show(request: OwnerRequest, uid: UUID) -> HttpResponse:
    introduction = _of(request, uid)
    return _show(request, introduction, ResultForm(instance=introduction))


@require_http_methods(["GET", "POST"])
def edit(request: OwnerRequest, uid: UUID) -> HttpResponse:
    introduction = _of(request, uid)
    sent = request.POST if request.method == "POST" else None
    form = ProgressForm(request.user.today(), sent, instance=introduction)
    if form.is_valid():
        return redirect(revise_introduction(introduction, **form.cleaned_data))
    context = {"form": form, "introduction": introduction}
    status = 422 if form.is_bound else 200
    return render_page(request, "interactions/introduction_edit.html", context, status=status)


@require_POST
def step(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """One of STEPS taken today, or with `back` in the address taken back."""
    introduction = _of(request, uid)
    step, undone = request.POST.get("step", ""), request.GET.getlist("back")
    if undone and STEPS.keys() >= set(undone):
        take_back(introduction, *undone)
    elif taken := _take(introduction, step, request.user.today()):
        undo = reverse("interactions:introduction_step", args=[uid])
        undo = f"{undo}?{urlencode({'back': taken}, doseq=True)}"
        said = gettext("Introduction: %(stage)s") % {"stage": introduction.stage.label}
        messages.success(request, said, extra_tags=f"undo:{undo}")
    return answer(request, CHANGED, introduction.get_absolute_url())


@require_POST
def ask_again(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """They are asked once more today; `on` in the address puts the day of before back."""
    introduction = _of(request, uid)
    was, undone = introduction.asked_on, day_before(request)
    revise_introduction(introduction, asked_on=undone or request.user.today())
    if undone is None:
        undo = f"{reverse('interactions:ask_again', args=[uid])}?on={was.isoformat()}"
        messages.success(request, gettext("Asked again today"), extra_tags=f"undo:{undo}")
    return answer(request, CHANGED, introduction.get_absolute_url())


@require_POST
def result(request: OwnerRequest, uid: UUID) -> HttpResponse:
    introduction = _of(request, uid)
    was_known = bool(introduction.result)
    form = ResultForm(request.POST, instance=introduction)
    if not form.is_valid():
        return _show(request, introduction, form, status=422)
    revise_introduction(introduction, **form.cleaned_data)
    if introduction.result and not was_known:
        undo = reverse("interactions:introduction_result", args=[uid])
        messages.success(request, introduction.result, extra_tags=f"undo:{undo}")
    return answer(request, CHANGED, introduction.get_absolute_url())


@require_POST
def delete(request: OwnerRequest, uid: UUID) -> HttpResponse:
    trash_introduction(_of(request, uid))
    undo = reverse("interactions:restore_introduction", args=[uid])
    said = gettext("Introduction moved to the trash")
    messages.success(request, said, extra_tags=f"undo:{undo}")
    return redirect("interactions:introductions")


@require_POST
def restore(request: OwnerRequest, uid: UUID) -> HttpResponse:
    trashed = Introduction.objects.of(request.user).with_people()
    introduction = restore_introduction(get_object_or_404(trashed, uid=uid))
    messages.success(request, gettext("Introduction restored"))
    return redirect(introduction)


def _open_one(
    request: OwnerRequest, people: Iterable[Somebody], organisation: Organisation | None
) -> Introduction | None:
    introducer, first, second = people
    if second is None and organisation:
        second = known_office(organisation)
    return asked_already(request.user, (introducer, first, second))


def _is_told(request: OwnerRequest, open_one: Introduction) -> bool:
    """Whether the form was sent by whoever knows of it, or is the one that made it, sent again."""
    return str(open_one.uid) in {request.POST.get("asked"), request.POST.get("key")}


def _show(
    request: OwnerRequest, introduction: Introduction, form: ResultForm, status: int = 200
) -> HttpResponse:
    context = {
        "introduction": introduction,
        "form": form,
        "drafts": drafts(introduction),
        "benefits": noted_benefits(introduction),
        "today": request.user.today(),
    }
    return render_page(request, "interactions/introduction.html", context, status=status)


def _take(introduction: Introduction, step: str, today: dt.date) -> list[str]:
    """The steps it took; none where there is no such step, or it is too late to decline."""
    if step not in STEPS or (step == "declined" and introduction.made_on):
        return []
    return take(introduction, step, today)


def _of(request: OwnerRequest, uid: UUID) -> Introduction:
    mine = Introduction.objects.of(request.user).living().with_people()
    return get_object_or_404(mine, uid=uid)


def _person(request: OwnerRequest, name: str) -> Contact | None:
    asked = _uid(request.GET.get(name, ""))
    return Contact.objects.of(request.user).living().filter(uid=asked).first() if asked else None


def _organisation(request: OwnerRequest) -> Organisation | None:
    asked = _uid(request.GET.get("organisation", ""))
    return Organisation.objects.of(request.user).filter(uid=asked).first() if asked else None


def _uid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
