"""What networking brought: recorded, seen with who is to be thanked, summed up."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.requests import OwnerRequest
from contacts.kinds import BenefitKind
from contacts.models import Contact
from goals.credits import Credited, credits_of
from goals.forms.outcome import OutcomeForm
from goals.forms.shares import SharesForm
from goals.models import Outcome
from goals.outcomes import (
    record_outcome,
    restore_outcome,
    revise_outcome,
    share_out,
    trash_outcome,
)
from goals.tallying import money, tallies
from goals.thanking import need_none, need_some_after_all, promise_thanks, thanks_for
from interactions.entering import add_newcomers
from interactions.once import once
from interactions.views.answering import answer
from interactions.views.log import tell_of_newcomer
from netcrm.lib.pages import render_page

PER_PAGE = 20
FORM = "goals/outcome_form.html"


@require_GET
def index(request: OwnerRequest) -> HttpResponse:
    kind = request.GET.get("kind", "")
    living = Outcome.objects.of(request.user).living()
    chosen = living.filter(kind=kind) if kind in BenefitKind.values else living
    newest = chosen.select_related("aspiration").order_by("-on", "-pk")
    page = Paginator(newest, PER_PAGE).get_page(request.GET.get("page"))
    outcomes = list(page.object_list)
    credited = credits_of(request.user, outcomes)
    context = {
        "page": page,
        "outcomes": [(each, credited.get(each.pk, ())) for each in outcomes],
        "kinds": BenefitKind.choices,
        "kind": kind if kind in BenefitKind.values else "",
        "tallies": tallies(request.user),
        "money": money(request.user),
        "today": request.user.today(),
    }
    return render_page(request, "goals/outcomes.html", context)


@require_http_methods(["GET", "POST"])
def new(request: OwnerRequest) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = OutcomeForm(request.user, sent, start_with=request.GET.dict())
    if not form.is_valid():
        return _ask(request, form)
    newcomers: list[Contact] = []

    def store(uid: UUID) -> Outcome:
        newcomers[:] = add_newcomers(request.user, form.newcomers)
        people = [*form.named, *newcomers]
        return record_outcome(request.user, people, uid=uid, **form.facts())

    outcome = once(Outcome.objects.of(request.user).living(), form.key, store)
    for person in newcomers:
        tell_of_newcomer(request, person)
    undo = reverse("goals:delete_outcome", args=[outcome.uid])
    messages.success(request, gettext("Outcome recorded"), extra_tags=f"undo:{undo}")
    return redirect(outcome)


@require_GET
def show(request: OwnerRequest, uid: UUID) -> HttpResponse:
    return _show(request, _of(request, uid))


@require_http_methods(["GET", "POST"])
def edit(request: OwnerRequest, uid: UUID) -> HttpResponse:
    outcome = _of(request, uid)
    sent = request.POST if request.method == "POST" else None
    form = OutcomeForm(request.user, sent, outcome=outcome)
    if not form.is_valid():
        return _ask(request, form)
    with transaction.atomic():
        newcomers = add_newcomers(request.user, form.newcomers)
        revise_outcome(outcome, [*form.named, *newcomers], **form.facts())
    for person in newcomers:
        tell_of_newcomer(request, person)
    return redirect(outcome)


@require_POST
def shares(request: OwnerRequest, uid: UUID) -> HttpResponse:
    outcome = _of(request, uid)
    form = SharesForm(outcome.contributions.select_related("contact").order_by("pk"), request.POST)
    if not form.is_valid():
        return _show(request, outcome, form, status=422)
    share_out(outcome, form.shares)
    messages.success(request, gettext("Parts changed"))
    return redirect(outcome)


@require_POST
def thank(request: OwnerRequest, uid: UUID, person: UUID) -> HttpResponse:
    """Promise to thank somebody who is credited."""
    outcome = _of(request, uid)
    promised = promise_thanks(request.user, outcome, _credited(request, outcome, person))
    messages.success(request, gettext("Promised: %(what)s") % {"what": promised.what})
    return answer(request, "promises-changed", outcome.get_absolute_url())


@require_POST
def need_no_thanks(request: OwnerRequest, uid: UUID, person: UUID) -> HttpResponse:
    """Do not ask again to thank this person for this outcome."""
    outcome = _of(request, uid)
    need_none(outcome, _credited(request, outcome, person).person)
    undo = reverse("goals:ask_thanks", args=[uid, person])
    messages.success(request, gettext("Not asked again"), extra_tags=f"undo:{undo}")
    return answer(request, "promises-changed", outcome.get_absolute_url())


@require_POST
def ask_thanks(request: OwnerRequest, uid: UUID, person: UUID) -> HttpResponse:
    """Undo of it."""
    outcome = _of(request, uid)
    need_some_after_all(outcome, _credited(request, outcome, person).person)
    return answer(request, "promises-changed", outcome.get_absolute_url())


@require_POST
def delete(request: OwnerRequest, uid: UUID) -> HttpResponse:
    trash_outcome(_of(request, uid))
    undo = reverse("goals:restore_outcome", args=[uid])
    said = gettext("Outcome moved to the trash")
    messages.success(request, said, extra_tags=f"undo:{undo}")
    return redirect("goals:outcomes")


@require_POST
def restore(request: OwnerRequest, uid: UUID) -> HttpResponse:
    outcome = get_object_or_404(Outcome.objects.of(request.user), uid=uid)
    restore_outcome(outcome)
    messages.success(request, gettext("Outcome restored"))
    return redirect(outcome)


def _of(request: OwnerRequest, uid: UUID) -> Outcome:
    living = Outcome.objects.of(request.user).living().select_related("aspiration", "event")
    return get_object_or_404(living, uid=uid)


def _credited(request: OwnerRequest, outcome: Outcome, person: UUID) -> Credited:
    credited = credits_of(request.user, [outcome]).get(outcome.pk, ())
    found = next((each for each in credited if each.person.uid == person), None)
    if found is None or found.person.deleted_at:
        raise Http404
    return found


def _ask(request: OwnerRequest, form: OutcomeForm) -> HttpResponse:
    return render_page(request, FORM, {"form": form}, status=422 if form.is_bound else 200)


def _show(
    request: OwnerRequest, outcome: Outcome, form: SharesForm | None = None, status: int = 200
) -> HttpResponse:
    named = outcome.contributions.select_related("contact").order_by("pk")
    credited = credits_of(request.user, [outcome]).get(outcome.pk, [])
    thanks = thanks_for(outcome)
    context: dict[str, Any] = {
        "outcome": outcome,
        "credits": [(each, thanks.get(each.person.pk)) for each in credited],
        "form": form or SharesForm(named),
        "today": request.user.today(),
    }
    return render_page(request, "goals/outcome.html", context, status=status)
