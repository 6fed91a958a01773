"""Load the demo network into one's own account, and remove it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.requests import OwnerRequest
from netcrm.demo.building import build, remove


@require_POST
def load(request: OwnerRequest) -> HttpResponse:
    added = build(request.user)
    text = ngettext("%(count)d person added.", "%(count)d people added.", added)
    messages.success(request, text % {"count": added} if added else _("They are already there."))
    return redirect("planning:today")


@require_POST
def unload(request: OwnerRequest) -> HttpResponse:
    remove(request.user)
    messages.success(request, _("The demo network is gone."))
    return redirect("accounts:start")
