"""One person: the page, and somebody new."""

import uuid

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from accounts.requests import OwnerRequest
from contacts import trash
from contacts.adding import add_people
from contacts.forms.newcomer import NewcomerForm
from contacts.forms.sections import SECTIONS
from contacts.models import Contact
from contacts.portrait import Portrait
from netcrm.lib.pages import render_page
from netcrm.lib.prepared import prepared

FRAGMENTS = (*SECTIONS, "closeness")


def find_person(user: User, uid: uuid.UUID) -> Contact:
    """Anybody of the user's, in the trash or not; a stranger's is not found."""
    person = _found.first(user, uid)
    if person is None:
        raise Http404
    person.owner = user
    return person


@prepared
def _found(user: User, uid: uuid.UUID) -> QuerySet[Contact]:
    return Contact.objects.of(user).filter(is_self=False, uid=uid)


@require_safe
def show(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    person = find_person(request.user, uid)
    context = {
        "person": person,
        "portrait": Portrait(person, request.user),
        "gone_on": trash.gone_on(person),
        # The frame's own button, and its key, log with the person one is looking at.
        "log_with": person.uid,
        # After an edit was given up, the focus is back on the link that had begun it.
        "is_returning": "returning" in request.GET,
    }
    return render_page(request, "contacts/show.html", context, fragments=FRAGMENTS)


@require_http_methods(["GET", "POST"])
def new(request: OwnerRequest) -> HttpResponse:
    names = ("name", "organisation", "email", "phone", "tags")
    given = {name: request.GET[name] for name in names if name in request.GET}
    form = NewcomerForm(request.user, request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            [person] = add_people(request.user, [form.draft()])
        messages.success(request, _("%(name)s is now among your people.") % {"name": person.name})
        return redirect(person)
    status = 422 if form.is_bound else 200
    return render_page(request, "contacts/new.html", {"form": form}, status=status)
