"""The network assessed, and the smallest thing to be done about it: planning a word."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from accounts.requests import OwnerRequest
from contacts.models import Contact
from interactions.promising import promise
from interactions.views.answering import answer
from netcrm.lib.pages import render_page
from network.covering import wanted
from network.mapping import KINDS, Asked, map_of
from network.overview import overview
from network.reading import read

A_WEEK = dt.timedelta(days=7)


@require_GET
def index(request: OwnerRequest) -> HttpResponse:
    reading = read(request.user)
    context: dict[str, Any] = {"reading": reading}
    if reading:
        context |= {"wanted": wanted(reading), "overview": overview(reading)}
    return render_page(request, "network/index.html", context, fragments=("network",))


@require_GET
def map_(request: OwnerRequest) -> HttpResponse:
    drawn = map_of(request.user, Asked.read(request.GET.dict()))
    context = {"map": drawn, "kind_word": KINDS[drawn.asked.by]}
    return render_page(request, "network/map.html", context)


@require_POST
def plan_word(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """A promise to oneself, due in a week: it shows up on Today and can be put off there."""
    person = get_object_or_404(Contact.objects.of(request.user).living(), uid=uid)
    what = gettext("A word with %(name)s") % {"name": person.name}
    with transaction.atomic():
        planned = promise(request.user, person, what, request.user.today() + A_WEEK)
    undo = reverse("interactions:skip", args=[planned.uid])
    said = gettext("Planned for next week: %(what)s") % {"what": what}
    messages.success(request, said, extra_tags=f"undo:{undo}")
    return answer(request, "promises-changed", reverse("network:index"))
