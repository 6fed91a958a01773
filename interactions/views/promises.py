"""Promises: made, changed, kept, put off, let go, thrown away, and each of it taken back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import OwnerRequest
from contacts.models import Contact
from interactions.days_ahead import Ahead
from interactions.forms.promises import AheadFields, PromiseForm, as_promised
from interactions.models import FollowUp
from interactions.once import key_in, once
from interactions.promising import promise
from interactions.views.answering import answer, ask_day, day_before
from interactions.views.returning import way_back
from netcrm.lib.pages import render_page

CHANGED = "promises-changed"


@require_http_methods(["GET", "POST"])
def new(request: OwnerRequest, uid: UUID) -> HttpResponse:
    contact = get_object_or_404(Contact.objects.of(request.user).living(), uid=uid)
    sent = request.POST if request.method == "POST" else None
    form = PromiseForm(request.user.today(), sent, initial=_asked_for(request))
    key = key_in(request.POST)
    if form.is_valid():
        made = once(
            FollowUp.objects.of(request.user).living(),
            key,
            lambda uid: promise(request.user, contact, uid=uid, **form.facts()),
        )
        messages.success(request, gettext("Noted: %(what)s") % {"what": made.what})
        return answer(request, CHANGED, contact.get_absolute_url())
    title = gettext("A promise with %(name)s") % {"name": contact.name}
    return _show(request, form, contact, {"title": title, "key": key})


def _asked_for(request: OwnerRequest) -> dict[str, str]:
    """What the address begins the form with."""
    when = request.GET.get("when", "")
    start = {"when": when} if when in Ahead.values else {}
    return {"what": request.GET.get("what", "")[:300], **start}


@require_http_methods(["GET", "POST"])
def edit(request: OwnerRequest, uid: UUID) -> HttpResponse:
    follow_up = _of(request, uid)
    sent = request.POST if request.method == "POST" else None
    form = PromiseForm(request.user.today(), sent, initial=as_promised(follow_up))
    if form.is_valid():
        follow_up.revise(**form.facts())
        messages.success(request, gettext("Saved"))
        return answer(request, CHANGED, _page_of(follow_up.contact))
    title = gettext("Edit the promise")
    return _show(request, form, follow_up.contact, {"title": title, "follow_up": follow_up})


@require_POST
def delete(request: OwnerRequest, uid: UUID) -> HttpResponse:
    follow_up = _of(request, uid)
    follow_up.trash()
    undo = reverse("interactions:restore_promise", args=[uid])
    messages.success(request, gettext("Promise moved to the trash"), extra_tags=f"undo:{undo}")
    return answer(request, CHANGED, _page_of(follow_up.contact))


@require_POST
def restore(request: OwnerRequest, uid: UUID) -> HttpResponse:
    follow_up = get_object_or_404(FollowUp.objects.of(request.user), uid=uid)
    follow_up.restore()
    messages.success(request, gettext("Restored"))
    return answer(request, CHANGED, _page_of(follow_up.contact))


@require_POST
def done(request: OwnerRequest, uid: UUID) -> HttpResponse:
    follow_up = _of(request, uid)
    follow_up.finish(request.user.today())
    _tell(request, follow_up, gettext("Done: %(what)s"))
    return answer(request, CHANGED)


@require_POST
def skip(request: OwnerRequest, uid: UUID) -> HttpResponse:
    follow_up = _of(request, uid)
    follow_up.skip(request.user.today())
    _tell(request, follow_up, gettext("Let go: %(what)s"))
    return answer(request, CHANGED)


@require_http_methods(["GET", "POST"])
def snooze(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """By a button that names a day, or on a page of its own with all the days to choose."""
    follow_up = _of(request, uid)
    form = AheadFields(request.user.today(), request.POST if request.method == "POST" else None)
    if not form.is_valid():
        title = gettext("Put off “%(what)s”") % {"what": follow_up.what}
        return ask_day(request, form, reverse("interactions:snooze", args=[uid]), title)
    was = follow_up.due_on
    follow_up.snooze(form.cleaned_data["on"])
    undo = f"{reverse('interactions:reopen', args=[uid])}?on={was.isoformat()}"
    messages.success(request, gettext("Put off: %(what)s") % {"what": follow_up.what},
                     extra_tags=f"undo:{undo}")  # fmt: skip
    return answer(request, CHANGED)


@require_POST
def reopen(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """Undo of done, let go and put off; `on` gives the day before a snooze back."""
    follow_up = _of(request, uid)
    follow_up.reopen(day_before(request))
    return answer(request, CHANGED)


def _show(
    request: OwnerRequest, form: PromiseForm, person: Contact | None, more: dict[str, Any]
) -> HttpResponse:
    context = {"form": form, "person": person, "next": way_back(request, _page_of(person)), **more}
    status = 422 if form.is_bound else 200
    return render_page(
        request, "interactions/promise.html", context, fragments=("dialog",), status=status
    )


def _page_of(person: Contact | None) -> str:
    return person.get_absolute_url() if person else reverse("planning:today")


def _of(request: OwnerRequest, uid: UUID) -> FollowUp:
    return get_object_or_404(FollowUp.objects.of(request.user).living(), uid=uid)


def _tell(request: OwnerRequest, follow_up: FollowUp, said: str) -> None:
    undo = reverse("interactions:reopen", args=[follow_up.uid])
    messages.success(request, said % {"what": follow_up.what}, extra_tags=f"undo:{undo}")
