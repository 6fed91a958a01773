"""Where a person stands: starred, archived, in the trash, back again."""

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests import OwnerRequest
from contacts.adding import announce
from contacts.models import Contact
from contacts.views.person import find_person


@require_POST
def star(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    find_person(request.user, uid).star()
    return redirect("contacts:show", uid)


@require_POST
def unstar(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    find_person(request.user, uid).unstar()
    return redirect("contacts:show", uid)


@require_POST
def archive(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    with transaction.atomic():
        person = find_person(request.user, uid)
        person.archive()
        announce(request.user, [person])
    words = _("%(name)s is archived: out of lists and plans, but not forgotten.")
    _tell(request, words % {"name": person.name}, "contacts:unarchive", person)
    return redirect("contacts:show", uid)


@require_POST
def unarchive(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    with transaction.atomic():
        person = find_person(request.user, uid)
        person.unarchive()
        announce(request.user, [person])
    messages.success(request, _("%(name)s is back among your people.") % {"name": person.name})
    return redirect("contacts:show", uid)


@require_POST
def delete(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    with transaction.atomic():
        person = find_person(request.user, uid)
        person.trash()
        announce(request.user, [person])
    words = _("%(name)s is in the trash for 30 days.") % {"name": person.name}
    _tell(request, words, "contacts:restore", person)
    return redirect("contacts:index")


@require_POST
def restore(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    with transaction.atomic():
        person = find_person(request.user, uid)
        person.restore()
        announce(request.user, [person])
    messages.success(request, _("%(name)s is out of the trash.") % {"name": person.name})
    return redirect(person)


def _tell(request: OwnerRequest, words: str, undo: str, person: Contact) -> None:
    messages.success(request, words, extra_tags=f"undo:{reverse(undo, args=[person.uid])}")
