"""A need: who already fits, confirmed as bringing what is needed; changed, thrown away and back."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import OwnerRequest
from goals.fitting import confirm as confirm_people
from goals.fitting import fitting
from goals.forms.aspiration import NeedForm
from goals.keeping import bring_back_need, remove_need
from goals.models import Need
from goals.views.addresses import as_uid
from netcrm.lib.pages import render_page


@require_http_methods(["GET", "POST"])
def show(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """The need with those who fit it; sent, it is changed where it stands."""
    need = _of(request, uid)
    form = NeedForm(need, request.POST if request.method == "POST" else None)
    if form.is_valid():
        form.save()
        messages.success(request, gettext("Saved"))
        return redirect("goals:need", uid)
    context = {"need": _of(request, uid), "form": form, "fitting": fitting(need)}
    status = 422 if form.is_bound else 200
    return render_page(request, "goals/need.html", context, status=status)


@require_POST
def confirm(request: OwnerRequest, uid: UUID) -> HttpResponse:
    need = _of(request, uid)
    uids = [found for sent in request.POST.getlist("people") if (found := as_uid(sent))]
    with transaction.atomic():
        number = confirm_people(need, uids)
    words = ngettext("%(count)s person marked", "%(count)s people marked", number)
    messages.success(request, words % {"count": number})
    return redirect("goals:need", uid)


@require_POST
def delete(request: OwnerRequest, uid: UUID) -> HttpResponse:
    need = _of(request, uid)
    remove_need(need)
    undo = reverse("goals:restore_need", args=[uid])
    messages.success(request, gettext("Need moved to the trash"), extra_tags=f"undo:{undo}")
    return redirect(need.aspiration)


@require_POST
def restore(request: OwnerRequest, uid: UUID) -> HttpResponse:
    living = Need.with_trashed.of(request.user).filter(aspiration__deleted_at=None)
    bring_back_need(get_object_or_404(living.select_related("aspiration"), uid=uid))
    messages.success(request, gettext("Need restored"))
    return redirect("goals:need", uid)


def _of(request: OwnerRequest, uid: UUID) -> Need:
    needs = Need.objects.of(request.user).filter(aspiration__deleted_at=None)
    return get_object_or_404(needs.select_related("aspiration", "owner", "person"), uid=uid)
