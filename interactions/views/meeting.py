"""After an event: whom one met there, then their ratings one after the other."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from accounts.requests import OwnerRequest
from interactions.forms.events import MetForm
from interactions.meeting import conversations_at, go_through
from interactions.views.events import event_of
from interactions.views.log import tell_of_newcomer
from netcrm.lib.pages import render_page


@require_http_methods(["GET", "POST"])
def review(request: OwnerRequest, uid: UUID) -> HttpResponse:
    event = event_of(request.user, uid)
    today = request.user.today()
    if event.starts_on > today:
        messages.info(request, gettext("It has not begun yet."))
        return redirect(event)
    form = MetForm(event, request.POST if request.method == "POST" else None)
    if form.is_valid():
        before = conversations_at(event).count()
        for person in go_through(event, form.met(), today):
            tell_of_newcomer(request, person)
        return redirect("interactions:rate_met", uid=uid, since=before, at=before)
    status = 422 if form.is_bound else 200
    context = {"form": form, "event": event}
    return render_page(request, "interactions/event_review.html", context, status=status)


@require_GET
def rate_met(request: OwnerRequest, uid: UUID, since: int, at: int) -> HttpResponse:
    """The rating of the conversation at this place among those of the event, and so on; after the
    last one the event, where a promise can be made to each. The pass began at `since`."""
    event = event_of(request.user, uid)
    met = list(conversations_at(event).values_list("uid", flat=True))
    # cut here and not by the database, which knows no number as large as an address may name
    uids = met[at:]
    if not uids:
        # a form that is sent again logs nobody anew
        messages.success(request, _told(len(met[since:]) or len(met)))
        return redirect(event)
    following = reverse("interactions:rate_met", args=[uid, since, at + 1])
    return redirect(f"{reverse('strength:rate', args=[uids[0]])}?next={following}")


def _told(count: int) -> str:
    if not count:
        return gettext("You were there; nobody is noted whom you met.")
    said = ngettext("%(count)s person met is noted.", "%(count)s people met are noted.", count)
    return said % {"count": count}
