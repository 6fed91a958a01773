"""Events: listed, shown, planned, decided on, thrown away and brought back."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.models import User
from accounts.requests import OwnerRequest
from interactions.eventing import (
    decide,
    expect,
    guests_of,
    restore_event,
    revise_event,
    revise_guests,
    save_event,
    trash_event,
    with_wanted,
)
from interactions.forms.events import EventForm, GuestsForm
from interactions.kinds import Going
from interactions.meeting import conversations_at
from interactions.models import Event
from interactions.once import key_in, once
from interactions.views.answering import answer
from interactions.views.log import tell_of_newcomer
from interactions.welcoming import welcome
from interactions.wording import going_word
from netcrm.lib.pages import render_page

CHANGED = "conversations-changed"
PER_PAGE = 50


@require_GET
def index(request: OwnerRequest) -> HttpResponse:
    """What is ahead in full; the past page by page."""
    today = request.user.today()
    events = with_wanted(Event.objects.of(request.user).living())
    past = events.past(today)
    context = {
        "ahead": events.not_over(today),
        "past": Paginator(past, PER_PAGE).get_page(request.GET.get("page")),
        "today": today,
    }
    return render_page(request, "interactions/events.html", context)


@require_GET
def show(request: OwnerRequest, uid: UUID) -> HttpResponse:
    event = event_of(request.user, uid)
    today = request.user.today()
    talks = conversations_at(event).prefetch_related("people")
    context = {
        "event": event,
        "guests": [each for each in guests_of(event) if each.met_at is None],
        "talks": [(talk, person) for talk in talks for person in talk.people.all()
                  if person.deleted_at is None],
        "has_begun": event.starts_on <= today,
        "choices": _choices(event.starts_on <= today),
        "today": today,
    }  # fmt: skip
    return render_page(request, "interactions/event.html", context)


@require_http_methods(["GET", "POST"])
def new(request: OwnerRequest) -> HttpResponse:
    event, key = Event(owner=request.user), key_in(request.POST)
    form = EventForm(request.user.today(), request.POST or None, instance=event)
    if request.method == "POST" and form.is_valid():

        def store(uid: UUID) -> Event:
            event.uid = uid
            return save_event(event)

        return redirect(once(Event.objects.of(request.user).living(), key, store))
    context = {"form": form, "back": reverse("interactions:events"), "key": key}
    status = 422 if form.is_bound else 200
    return render_page(request, "interactions/event_edit.html", context, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: OwnerRequest, uid: UUID) -> HttpResponse:
    event = event_of(request.user, uid)
    back = event.get_absolute_url()
    form = EventForm(request.user.today(), request.POST or None, instance=event)
    if request.method == "POST" and form.is_valid():
        revise_event(event, **form.cleaned_data)
        return redirect(back)
    context = {"form": form, "event": event, "back": back}
    status = 422 if form.is_bound else 200
    return render_page(request, "interactions/event_edit.html", context, status=status)


@require_http_methods(["GET", "POST"])
def people(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """Who will be there, and whom one wants to meet and why."""
    event = event_of(request.user, uid)
    form = GuestsForm(event, request.POST if request.method == "POST" else None)
    if form.is_valid():
        revise_guests(event, form.changed(), form.gone())
        expect(event, form.added())
        return redirect(event)
    status = 422 if form.is_bound else 200
    context = {"form": form, "event": event}
    return render_page(request, "interactions/event_people.html", context, status=status)


@require_POST
def add_guest(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """Somebody on the list of whom only a name is known becomes a person."""
    event = event_of(request.user, uid)
    welcomed = welcome(event, request.POST.get("name", ""), request.user.today())
    if welcomed and welcomed.is_new:
        tell_of_newcomer(request, welcomed.person)
    return redirect(event)


@require_POST
def going(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """Decide whether one goes or was there; `going` in the address takes a decision back."""
    event = event_of(request.user, uid)
    was, undone = event.going, request.GET.get("going", "")
    chosen = undone or request.POST.get("going", "")
    if chosen in (Going.values if undone else _choices(event.starts_on <= request.user.today())):
        decide(event, chosen)
        said = gettext("%(event)s: %(going)s") % {
            "event": event.name, "going": going_word(event, request.user.today()),
        }  # fmt: skip
        undo = f"{reverse('interactions:going', args=[uid])}?going={was}"
        messages.success(request, said, extra_tags=f"undo:{undo}")
    return answer(request, CHANGED, event.get_absolute_url())


@require_POST
def delete(request: OwnerRequest, uid: UUID) -> HttpResponse:
    trash_event(event_of(request.user, uid))
    undo = reverse("interactions:restore_event", args=[uid])
    said = gettext("Event moved to the trash")
    messages.success(request, said, extra_tags=f"undo:{undo}")
    return redirect("interactions:events")


@require_POST
def restore(request: OwnerRequest, uid: UUID) -> HttpResponse:
    event = restore_event(get_object_or_404(Event.objects.of(request.user), uid=uid))
    messages.success(request, gettext("Event restored"))
    return redirect(event)


def event_of(user: User, uid: UUID) -> Event:
    return get_object_or_404(Event.objects.of(user).living(), uid=uid)


def _choices(has_begun: bool) -> dict[str, str]:
    """What can be decided: before it whether one goes, from then on whether one was there."""
    if has_begun:
        return {each.value: str(each.label) for each in (Going.ATTENDED, Going.SKIPPED)}
    words = {Going.SKIPPED: gettext("Not going")}
    before = (Going.PLANNED, Going.CONSIDERED, Going.SKIPPED)
    return {each.value: words.get(each, str(each.label)) for each in before}
