"""The answer to an act on a row: its page again, or for htmx a message and an event."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.requests import OwnerRequest
from interactions.forms.days import DayField
from interactions.forms.promises import AheadFields
from interactions.views.returning import way_back
from netcrm.lib.pages import is_fragment, render_page, with_event


def answer(request: OwnerRequest, event: str, fallback: str = "") -> HttpResponse:
    """Where only the messages are wanted, or a dialog is to close because nothing is left in it,
    the lists of the page refresh themselves when they hear `event`; what was typed elsewhere on the
    page stays."""
    if is_fragment(request, ("toasts", "dialog")):
        return with_event(HttpResponse(), event)
    return redirect(way_back(request, fallback or reverse("planning:today")))


def day_before(request: OwnerRequest) -> dt.date | None:
    """The day that an undo gives back: `on` in its address."""
    try:
        day: dt.date | None = DayField(required=False).clean(request.GET.get("on", ""))
    except ValidationError:
        return None
    return day


def ask_day(request: OwnerRequest, form: AheadFields, action: str, title: str) -> HttpResponse:
    """The page, or dialog, on which a day to come is chosen and sent to `action`."""
    back = way_back(request, reverse("planning:today"))
    context = {"form": form, "action": action, "title": title, "next": back}
    status = 422 if form.is_bound else 200
    return render_page(
        request, "interactions/day.html", context, fragments=("dialog",), status=status
    )
