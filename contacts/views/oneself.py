"""One's own facts, which others are compared with."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import OwnerRequest
from contacts.forms.oneself import OneselfForm
from contacts.models import Contact
from contacts.signals import people_changed
from netcrm.lib.pages import render_page


@require_http_methods(["GET", "POST"])
def edit(request: OwnerRequest) -> HttpResponse:
    form = OneselfForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            mine = form.save()
            people_changed.send(sender=Contact, owner=request.user, contact_ids=[mine.pk])
        messages.success(request, _("Saved."))
        return redirect("contacts:oneself")
    status = 422 if form.is_bound else 200
    return render_page(request, "contacts/oneself.html", {"form": form}, status=status)
