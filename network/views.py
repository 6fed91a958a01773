"""The network assessed, ways to somebody in it, and the smallest thing to do: planning a word."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from accounts.requests import OwnerRequest
from contacts.models import Contact
from interactions.models import FollowUp
from interactions.once import key_in, once
from interactions.promising import promise
from interactions.views.answering import answer
from netcrm.lib.pages import render_page
from network.covering import wanted
from network.destinations import destination, meant
from network.favours import help_shown
from network.likeness import likeness, overall_reach
from network.mapping import Asked, list_of, map_of
from network.overview import overview
from network.reading import read
from network.since import since
from network.ways import ways_to

A_WEEK = dt.timedelta(days=7)
MOST_OFFERED = 12


@require_GET
def index(request: OwnerRequest) -> HttpResponse:
    reading = read(request.user)
    context: dict[str, Any] = {"reading": reading}
    if reading:
        wants = wanted(reading)
        context |= {
            "wanted": wants,
            "overview": overview(reading),
            "since": since(reading, wants),
            "likeness": likeness(reading),
            "reach": overall_reach(reading),
            "help": help_shown(reading),
        }
    return render_page(request, "network/index.html", context, fragments=("network",))


@require_GET
def map_(request: OwnerRequest) -> HttpResponse:
    drawn = map_of(request.user, Asked.read(request.GET.dict()))
    context = {"map": drawn, "listed": drawn.listed}
    return render_page(request, "network/map.html", context)


@require_GET
def map_list(request: OwnerRequest) -> HttpResponse:
    """Everybody on the map as a list; below the map itself only the closest stand at first."""
    context = {"listed": list_of(request.user, Asked.read(request.GET.dict()))}
    return render_page(request, "network/map_list.html", context, fragments=("map-others",))


@require_GET
def ways(request: OwnerRequest) -> HttpResponse:
    """Who can introduce one; what is typed and can mean only one thing is answered at once."""
    typed = request.GET.get("q", "").replace("\0", "").strip()[:200]
    wanted = destination(request.user, request.GET.dict())
    found = meant(request.user, typed) if typed and not wanted else []
    if len(found) == 1:
        return redirect(found[0].url)
    context = {
        "wanted": wanted,
        "found": ways_to(request.user, wanted) if wanted else None,
        "typed": typed or (wanted.words if wanted else ""),
        "meant": found,
    }
    return render_page(request, "network/ways.html", context, fragments=("ways",))


@require_GET
def destinations(request: OwnerRequest) -> HttpResponse:
    """What the words may mean, offered while one types: the options of a datalist."""
    typed = request.GET.get("q", "").replace("\0", "").strip()[:200]
    offered = meant(request.user, typed) if typed else []
    options = ((each.words, each.detail) for each in offered[:MOST_OFFERED])
    drawn = format_html_join("", '<option value="{}">{}</option>', options)
    return HttpResponse(drawn)


@require_POST
def plan_word(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """A promise to oneself, due in a week: it shows up on Today and can be put off there."""
    person = get_object_or_404(Contact.objects.of(request.user).living(), uid=uid)
    what = gettext("A word with %(name)s") % {"name": person.name}
    planned = once(
        FollowUp.objects.of(request.user).living(),
        key_in(request.POST),
        lambda uid: promise(request.user, person, what, request.user.today() + A_WEEK, uid=uid),
    )
    undo = reverse("interactions:skip", args=[planned.uid])
    said = gettext("Planned for next week: %(what)s") % {"what": what}
    messages.success(request, said, extra_tags=f"undo:{undo}")
    return answer(request, "promises-changed", reverse("network:index"))
