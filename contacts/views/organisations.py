"""Organisations: whom does one know there."""

import secrets
import uuid

from django.contrib import messages
from django.db import transaction
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import OwnerRequest
from contacts import dissolving
from contacts.forms.organisations import OrganisationForm
from contacts.models import Job, Organisation
from contacts.searching import index_people
from contacts.signals import organisation_changed
from netcrm.lib.folding import fold
from netcrm.lib.pages import render_page

UNDOS = "organisation_undos"  # in the session
KEPT = 5  # undos that stay possible
PAGE = 50
MOST_PEOPLE = 300
KNOWN_THERE = Count(
    "jobs__contact",
    filter=Q(jobs__contact__deleted_at=None, jobs__contact__is_self=False),
    distinct=True,
)


@require_safe
def index(request: OwnerRequest) -> HttpResponse:
    """By name, from the one in `after` on; `q` finds parts of names."""
    query, after = _asked(request, "q"), _asked(request, "after")
    found = Organisation.objects.of(request.user).holding(fold(query).split())
    page = list(found.filter(sort_name__gt=after).order_by("sort_name")[: PAGE + 1])
    shown = page[:PAGE]
    counts = dict(
        Organisation.objects.filter(pk__in=[row.pk for row in shown])
        .annotate(people=KNOWN_THERE)
        .values_list("pk", "people")
    )
    context = {
        "rows": [(row, counts.get(row.pk, 0)) for row in shown],
        "query": query,
        "after": after,
        "next": shown[-1].sort_name if len(page) > PAGE else "",
    }
    return render_page(
        request, "contacts/organisations.html", context, fragments=("organisations",)
    )


@require_safe
def show(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    organisation = get_object_or_404(Organisation.objects.of(request.user), uid=uid)
    jobs = (
        Job.objects.filter(
            organisation=organisation, contact__deleted_at=None, contact__is_self=False
        )
        .select_related("contact")
        .order_by("-is_current", "-contact__strength", "contact__sort_name")[:MOST_PEOPLE]
    )
    context = {
        "organisation": organisation,
        "now": [job for job in jobs if job.is_current],
        "before": [job for job in jobs if not job.is_current],
    }
    return render_page(request, "contacts/organisation.html", context)


@require_http_methods(["GET", "POST"])
def edit(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    with transaction.atomic():
        mine = Organisation.objects.of(request.user).select_for_update()
        organisation = get_object_or_404(mine, uid=uid)
        organisation.owner = request.user
        form = OrganisationForm(request.POST or None, instance=organisation)
        if request.method == "POST" and form.is_valid():
            form.save()
            index_people(list(organisation.jobs.values_list("contact_id", flat=True)))
            organisation_changed.send(sender=Organisation, owner=request.user)
            messages.success(request, _("Saved."))
            return redirect(organisation)
    context = {"organisation": organisation, "form": form}
    status = 422 if form.is_bound else 200
    return render_page(request, "contacts/organisation_edit.html", context, status=status)


@require_http_methods(["GET", "POST"])
def delete(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    """Asks first, as people may work there; they stay."""
    organisation = get_object_or_404(Organisation.objects.of(request.user), uid=uid)
    if request.method == "GET":
        people = organisation.jobs.filter(contact__deleted_at=None, contact__is_self=False)
        context = {
            "organisation": organisation,
            "people": people.values("contact").distinct().count(),
        }
        return render_page(request, "contacts/organisation_delete.html", context)
    token = secrets.token_urlsafe(9)
    undos = {**request.session.get(UNDOS, {}), token: dissolving.dissolve(organisation)}
    request.session[UNDOS] = dict(list(undos.items())[-KEPT:])
    undo = reverse("contacts:undo_organisation", args=[token])
    words = _("%(name)s is deleted.") % {"name": organisation.name}
    messages.success(request, words, extra_tags=f"undo:{undo}")
    return redirect("contacts:organisations")


@require_POST
def undo_deletion(request: OwnerRequest, token: str) -> HttpResponse:
    undos = request.session.get(UNDOS, {})
    if token not in undos:
        raise Http404
    organisation = dissolving.refound(request.user, undos.pop(token))
    request.session[UNDOS] = undos
    messages.success(request, _("%(name)s is back.") % {"name": organisation.name})
    return redirect(organisation)


def _asked(request: OwnerRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\0", "")[:300]
