"""The trash of all rooms on one page: looked through, and emptied row by row.

Bringing something back is the act of its own room; the rows post there.
"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from accounts.requests import OwnerRequest
from contacts.bins import PEOPLE
from goals.bins import BINS as OF_GOALS
from interactions.bins import BINS as OF_CONVERSATIONS
from netcrm.lib.pages import render_page

BINS = {each.kind: each for each in (PEOPLE, *OF_CONVERSATIONS, *OF_GOALS)}
MOST_SHOWN = 200  # farther down nobody looks for what they threw away


@require_GET
def index(request: OwnerRequest) -> HttpResponse:
    """Newest first, whatever it is."""
    waiting = [each for one in BINS.values() for each in one.newest(request.user, MOST_SHOWN + 1)]
    waiting.sort(key=lambda each: each.deleted_at, reverse=True)
    context = {"waiting": waiting[:MOST_SHOWN], "has_more": len(waiting) > MOST_SHOWN}
    return render_page(request, "trash/index.html", {**context, "most": MOST_SHOWN})


@require_http_methods(["GET", "POST"])
def delete(request: OwnerRequest, kind: str, uid: UUID) -> HttpResponse:
    """For good, asked once more before it is done."""
    if (chosen := BINS.get(kind)) is None:
        raise Http404
    row = get_object_or_404(chosen.rows(request.user), uid=uid)
    trashed = chosen.trashed(row)
    if request.method == "GET":
        return render_page(request, "trash/delete.html", {"each": trashed})
    chosen.delete(row)
    messages.success(request, gettext("%(name)s is deleted for good.") % {"name": trashed.name})
    return redirect("trash:index")
