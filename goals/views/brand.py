"""What one did to be known for one's work, and who reacted."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.requests import OwnerRequest
from contacts.models import Contact
from goals.brand import quote, record_activity, revise_activity, set_trashed
from goals.forms.brand import BrandForm, QuotesForm
from goals.models import BrandActivity, Reaction
from interactions.entering import add_newcomers
from interactions.once import once
from interactions.views.log import tell_of_newcomer
from netcrm.lib.pages import render_page

PER_PAGE = 50
LIVING = Q(reactions__contact__deleted_at=None)


@require_GET
def index(request: OwnerRequest) -> HttpResponse:
    living = BrandActivity.objects.of(request.user).living()
    newest = living.annotate(people=Count("reactions", filter=LIVING)).order_by("-on", "-pk")
    page = Paginator(newest, PER_PAGE).get_page(request.GET.get("page"))
    return render_page(request, "goals/brand.html", {"page": page, "today": request.user.today()})


@require_http_methods(["GET", "POST"])
def new(request: OwnerRequest) -> HttpResponse:
    form = BrandForm(request.user, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _ask(request, form)
    newcomers: list[Contact] = []

    def store(uid: UUID) -> BrandActivity:
        newcomers[:] = add_newcomers(request.user, form.newcomers)
        people = [*form.named, *newcomers]
        return record_activity(request.user, people, uid=uid, **form.facts())

    activity = once(BrandActivity.objects.of(request.user).living(), form.key, store)
    for person in newcomers:
        tell_of_newcomer(request, person)
    undo = reverse("goals:delete_brand_activity", args=[activity.uid])
    messages.success(request, gettext("Activity recorded"), extra_tags=f"undo:{undo}")
    return redirect(activity)


@require_GET
def show(request: OwnerRequest, uid: UUID) -> HttpResponse:
    return _show(request, _of(request, uid))


@require_http_methods(["GET", "POST"])
def edit(request: OwnerRequest, uid: UUID) -> HttpResponse:
    activity = _of(request, uid)
    form = BrandForm(request.user, request.POST if request.method == "POST" else None, activity)
    if not form.is_valid():
        return _ask(request, form, activity)
    with transaction.atomic():
        newcomers = add_newcomers(request.user, form.newcomers)
        revise_activity(activity, [*form.named, *newcomers], **form.facts())
    for person in newcomers:
        tell_of_newcomer(request, person)
    return redirect(activity)


@require_POST
def said(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """What those who reacted said."""
    activity = _of(request, uid)
    form = QuotesForm(_reactions(activity), request.POST)
    if not form.is_valid():
        return _show(request, activity, form, status=422)
    quote(activity, form.said)
    messages.success(request, gettext("Noted"))
    return redirect(activity)


@require_POST
def delete(request: OwnerRequest, uid: UUID) -> HttpResponse:
    set_trashed(_of(request, uid), is_trashed=True)
    undo = reverse("goals:restore_brand_activity", args=[uid])
    words = gettext("Activity moved to the trash")
    messages.success(request, words, extra_tags=f"undo:{undo}")
    return redirect("goals:brand")


@require_POST
def restore(request: OwnerRequest, uid: UUID) -> HttpResponse:
    activity = get_object_or_404(BrandActivity.objects.of(request.user), uid=uid)
    set_trashed(activity, is_trashed=False)
    messages.success(request, gettext("Activity restored"))
    return redirect(activity)


def _of(request: OwnerRequest, uid: UUID) -> BrandActivity:
    return get_object_or_404(BrandActivity.objects.of(request.user).living(), uid=uid)


def _reactions(activity: BrandActivity) -> QuerySet[Reaction]:
    living = activity.reactions.filter(contact__deleted_at=None)
    return living.select_related("contact").order_by("contact__sort_name", "pk")


def _ask(
    request: OwnerRequest, form: BrandForm, activity: BrandActivity | None = None
) -> HttpResponse:
    context = {"form": form, "activity": activity}
    status = 422 if form.is_bound else 200
    return render_page(request, "goals/brand_form.html", context, status=status)


def _show(
    request: OwnerRequest,
    activity: BrandActivity,
    form: QuotesForm | None = None,
    status: int = 200,
) -> HttpResponse:
    reactions = _reactions(activity)
    context = {
        "activity": activity,
        "reactions": reactions,
        "form": form or QuotesForm(reactions),
        "today": request.user.today(),
    }
    return render_page(request, "goals/brand_activity.html", context, status=status)
