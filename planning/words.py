"""People worth a word: those behind the cards, and each put off, not now, or taken back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.requests import OwnerRequest
from contacts.models import Contact
from interactions.forms.promises import AheadFields
from interactions.views.answering import answer, ask_day
from netcrm.lib.pages import render_page
from planning.settling import dismiss, fill_up, put_off, take_back
from planning.slowing import slower_of
from planning.worth import rest_of

CHANGED = "plan-changed"


@require_GET
def more(request: OwnerRequest) -> HttpResponse:
    """The people of the ranking who are on no card today."""
    today = request.user.today()
    worth = rest_of(request.user, today)
    slower = slower_of(request.user, worth.plan)
    context = {"worth": worth, "slower": slower, "today": today}
    return render_page(request, "planning/more.html", context, fragments=("more",))


@require_http_methods(["GET", "POST"])
def later(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """By a button that names a day, or on a page of its own with all the days to choose."""
    person = _person(request, uid)
    form = AheadFields(request.user.today(), request.POST if request.method == "POST" else None)
    if not form.is_valid():
        title = gettext("A word with %(name)s, later") % {"name": person.name}
        return ask_day(request, form, reverse("planning:later", args=[uid]), title)
    put_off(person, form.cleaned_data["on"])
    return _settled(request, person, gettext("Put off: %(name)s"))


@require_POST
def not_now(request: OwnerRequest, uid: UUID) -> HttpResponse:
    person = _person(request, uid)
    dismiss(person)
    return _settled(request, person, gettext("Not now: %(name)s"))


@require_POST
def back(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """Undo of the two above."""
    take_back(_person(request, uid))
    fill_up(request.user)
    return answer(request, CHANGED)


def _settled(request: OwnerRequest, person: Contact, said: str) -> HttpResponse:
    fill_up(request.user)
    undo = reverse("planning:back", args=[person.uid])
    messages.success(request, said % {"name": person.name}, extra_tags=f"undo:{undo}")
    return answer(request, CHANGED)


def _person(request: OwnerRequest, uid: UUID) -> Contact:
    living = Contact.objects.of(request.user).living().select_related("owner")
    return get_object_or_404(living, uid=uid)
