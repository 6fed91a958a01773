"""A section of a person page, edited where it stands or on a page of its own."""

import uuid

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from accounts.requests import OwnerRequest
from contacts.forms.sections import SECTIONS, Section, with_another_row
from contacts.models import Contact
from contacts.portrait import Portrait
from contacts.searching import index_people
from contacts.signals import people_changed
from contacts.views.person import find_person
from netcrm.lib.pages import is_fragment, render_page

# These bear only on what can be found; the others on strength, plans or the network.
UNANNOUNCED = frozenset({"reach", "notes"})


@require_http_methods(["GET", "POST"])
def edit(request: OwnerRequest, uid: uuid.UUID, section: str = "head") -> HttpResponse:
    if section not in SECTIONS:
        raise Http404
    if request.method == "POST" and "more" not in request.POST:
        return _save(request, uid, section)
    person = find_person(request.user, uid)
    if request.method == "GET":
        return _answer(request, person, Section(section, person))
    return _grow(request, person, section)


def _grow(request: OwnerRequest, person: Contact, name: str) -> HttpResponse:
    """The form as it was sent, with one more empty row; nothing is stored."""
    more = request.POST["more"]
    section = Section(name, person, with_another_row(request.POST, more, name))
    section.grow(more)
    return _answer(request, person, section)


def _save(request: OwnerRequest, uid: uuid.UUID, name: str) -> HttpResponse:
    with transaction.atomic():
        person = find_person(request.user, uid)
        section = Section(name, person, request.POST)
        if not section.is_valid():
            return _answer(request, person, section, status=422)
        section.save()
        _announce(person, section)
    if not is_fragment(request, (name,)):
        return redirect(f"{person.get_absolute_url()}#{name}")
    person = find_person(request.user, uid)
    context = {
        "person": person,
        "portrait": Portrait(person, request.user),
        "section": name,
        "is_returning": True,
    }
    return render_page(request, "contacts/saved.html", context)


def _announce(person: Contact, section: Section) -> None:
    index_people([person.pk])
    if section.name not in UNANNOUNCED:
        people_changed.send(sender=Contact, owner=person.owner, contact_ids=[person.pk])


def _answer(
    request: OwnerRequest, person: Contact, section: Section, *, status: int = 200
) -> HttpResponse:
    context = {"person": person, "section": section.name, **section.forms}
    template = f"contacts/edit/{section.name}.html"
    return render_page(request, template, context, fragments=(section.name,), status=status)
