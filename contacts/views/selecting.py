"""What is done to the people ticked in the list, and taken back again."""

import secrets

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.requests import OwnerRequest
from contacts import selecting
from contacts.filtering import PeopleFilter
from contacts.views.listing import address_of

UNDOS = "people_undos"  # in the session
KEPT = 5  # undos that stay possible


@require_POST
def change(request: OwnerRequest) -> HttpResponse:
    act = request.POST.get("act", "")
    value = request.POST.get(act, "").replace("\0", "")
    people = selecting.chosen(request.user, request.POST.getlist("people"))
    made = selecting.change(request.user, act, value, people)
    if made is None:
        messages.info(request, _nothing_done(len(people), act, value))
        return redirect(_list_address(request, select="1"))
    token = _keep(request, made)
    undo = reverse("contacts:undo_change", args=[token])
    messages.success(request, _told(act, len(made["before"])), extra_tags=f"undo:{undo}")
    return redirect(_list_address(request))


@require_POST
def undo(request: OwnerRequest, token: str) -> HttpResponse:
    undos = request.session.get(UNDOS, {})
    if token not in undos:
        raise Http404
    number = selecting.undo(request.user, undos.pop(token))
    request.session[UNDOS] = undos
    words = ngettext("%(number)s person is as before.", "%(number)s people are as before.", number)
    messages.success(request, words % {"number": number})
    return redirect("contacts:index")


def _keep(request: OwnerRequest, made: selecting.Undo) -> str:
    token = secrets.token_urlsafe(9)
    undos = {**request.session.get(UNDOS, {}), token: made}
    request.session[UNDOS] = dict(list(undos.items())[-KEPT:])
    return token


def _list_address(request: OwnerRequest, select: str = "") -> str:
    """Built anew from what the list's address may say, so that it leads nowhere else."""
    address = QueryDict(request.POST.get("address", "").lstrip("?")[:2000])
    return address_of(PeopleFilter.read(address.dict()), select=select)


def _nothing_done(number: int, act: str, value: str) -> str:
    if not number:
        return _("Nobody was ticked, so nothing was changed.")
    if act == selecting.CIRCLE and not value:
        return _("Nothing was changed: choose a circle first.")
    if act == selecting.TAG:
        return _("Nothing was changed: write a tag that they do not have yet.")
    return _("Nothing was changed: they are like that already.")


def _told(act: str, number: int) -> str:
    words = {
        selecting.TAG: ngettext("%(number)s person tagged.", "%(number)s people tagged.", number),
        selecting.CIRCLE: ngettext(
            "%(number)s person moved to another circle.",
            "%(number)s people moved to another circle.",
            number,
        ),
        selecting.ARCHIVE: ngettext(
            "%(number)s person archived.", "%(number)s people archived.", number
        ),
        selecting.UNARCHIVE: ngettext(
            "%(number)s person is back.", "%(number)s people are back.", number
        ),
        selecting.DELETE: ngettext(
            "%(number)s person is in the trash for 30 days.",
            "%(number)s people are in the trash for 30 days.",
            number,
        ),
    }[act]
    return words % {"number": number}
