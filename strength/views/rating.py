"""After a meeting: one card a person, three questions, the meter moving as one answers."""

import uuid
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import Resolver404, get_script_prefix, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.requests import OwnerRequest
from contacts.models import Contact
from interactions.meeting import conversations_at
from interactions.models import Interaction
from interactions.recording import revise
from netcrm.lib.pages import render_page
from strength.forms import RatingForm
from strength.models import Rating
from strength.previewing import previewed
from strength.rating import Answers, decline, given, latest, rate, unrated

AFTER_EVENT = "interactions:rate_met"


class Place(NamedTuple):
    """In a row of people to rate; the first is at 1."""

    at: int
    of: int


@require_GET
def conversation(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    """The next person of a conversation to be rated; when all are, on to where one came from."""
    held = _conversation(request, uid)
    waiting = unrated(held)
    if not waiting:
        return redirect(_next(request, held.get_absolute_url()))
    waiting[0].owner = request.user
    return _card(request, waiting[0], held, others=len(waiting) - 1)


@require_GET
def person_after(request: OwnerRequest, uid: uuid.UUID, person_uid: uuid.UUID) -> HttpResponse:
    """One person of a conversation, rated before or not."""
    held = _conversation(request, uid)
    return _card(request, _person(request, person_uid, held), held)


@require_GET
def person(request: OwnerRequest, person_uid: uuid.UUID) -> HttpResponse:
    """A rating without a conversation: it carries today."""
    return _card(request, _person(request, person_uid), None)


@require_POST
def save_after(request: OwnerRequest, uid: uuid.UUID, person_uid: uuid.UUID) -> HttpResponse:
    held = _conversation(request, uid)
    who = _person(request, person_uid, held)
    form = RatingForm(request.POST)
    if not form.is_valid():
        return _card(request, who, held, status=422)
    if "about" in request.POST and held.event:
        revise(held, subject=form.cleaned_data["about"] or held.event.name)
    if "decline" in request.POST or form.answers().is_empty:
        decline(who, held)
        undo = reverse("interactions:ask_rating", args=[uid, person_uid])
        said = _("%(name)s is not rated this time.") % {"name": who.name}
        messages.success(request, said, extra_tags=f"undo:{undo}")
    else:
        rate(who, form.answers(), held)
        messages.success(request, _("Rated %(name)s.") % {"name": who.name})
    return redirect(f"{reverse('strength:rate', args=[uid])}?next={quote(_next(request))}")


@require_POST
def save(request: OwnerRequest, person_uid: uuid.UUID) -> HttpResponse:
    who = _person(request, person_uid)
    form = RatingForm(request.POST)
    if not form.is_valid():
        return _card(request, who, None, status=422)
    if not form.answers().is_empty:
        rate(who, form.answers())
        messages.success(request, _("Rated %(name)s.") % {"name": who.name})
    else:
        messages.info(request, _("No step was chosen, so nothing was rated."))
    return redirect(_next(request, who.get_absolute_url()))


@require_GET
def preview(
    request: OwnerRequest, person_uid: uuid.UUID, uid: uuid.UUID | None = None
) -> HttpResponse:
    """The meter as it would stand; nothing is stored."""
    held = _conversation(request, uid) if uid else None
    who = _person(request, person_uid, held)
    form = RatingForm(request.GET)
    answers = form.answers() if form.is_valid() else Answers()
    meters = _meters(who, held, answers, given(who, held))
    return render_page(request, "strength/parts/preview.html", meters)


def _card(
    request: OwnerRequest,
    who: Contact,
    held: Interaction | None,
    *,
    others: int | None = None,
    status: int = 200,
) -> HttpResponse:
    """`others` are still to be rated after `who`; counted where that is not known."""
    rating = given(who, held)
    if others is None:
        others = sum(each != who for each in unrated(held)) if held else 0
    place = _place(request, held)
    context = {
        "person": who,
        "conversation": held,
        "rating": rating,
        "last": latest(who, apart_from=rating),
        "next": _next(request),
        "place": place,
        "is_last": place is None or place.at >= place.of,
        "others": others,
        "typed": request.POST,
        **_meters(who, held, _answers(rating), rating),
    }
    return render_page(request, "strength/rate.html", context, status=status)


def _place(request: OwnerRequest, held: Interaction | None) -> Place | None:
    """Where one is in the pass over those met at an event; None outside of it."""
    event = held.event if held else None
    path = urlsplit(_next(request)).path.removeprefix(get_script_prefix())
    try:
        found = resolve(f"/{path}")
    except Resolver404:
        return None
    if event is None or found.view_name != AFTER_EVENT or found.kwargs["uid"] != event.uid:
        return None
    since, following = found.kwargs["since"], found.kwargs["at"]
    return Place(following - since, conversations_at(event).count() - since)


def _meters(
    who: Contact, held: Interaction | None, answers: Answers, rating: Rating | None
) -> dict[str, Any]:
    before, after = previewed(who, answers, held, rating)
    return {"before": before, "after": after}


def _answers(rating: Rating | None) -> Answers:
    if rating is None:
        return Answers()
    trust, respect, common = (
        None if step is None else round(step)
        for step in (rating.trust, rating.respect, rating.common)
    )
    return Answers(trust, respect, common, rating.changed_things)


def _conversation(request: OwnerRequest, uid: uuid.UUID) -> Interaction:
    held = get_object_or_404(Interaction.objects.of(request.user).held(), uid=uid)
    held.owner = request.user
    return held


def _person(
    request: OwnerRequest, person_uid: uuid.UUID, held: Interaction | None = None
) -> Contact:
    people = Contact.objects.of(request.user).living()
    if held:
        people = people.filter(interactions=held)
    person = get_object_or_404(people, uid=person_uid)
    person.owner = request.user
    return person


def _next(request: OwnerRequest, otherwise: str = "") -> str:
    """Where one came from, if it is one of our own pages."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    hosts = {request.get_host()}
    is_ours = url_has_allowed_host_and_scheme(asked, hosts, require_https=request.is_secure())
    return asked if asked and is_ours else otherwise
