"""The cards that a person came from, as they stood in the files."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from accounts.requests import OwnerRequest
from contacts.models import Contact
from exchange import rereading
from exchange.models import SourceCard
from netcrm.lib.pages import render_page

PER_PAGE = 10


@require_GET
def index(request: OwnerRequest, uid: UUID) -> HttpResponse:
    person = _person(request, uid)
    page = Paginator(_newest(person), PER_PAGE).get_page(request.GET.get("page"))
    cards = [rereading.kept_card(source) for source in page]
    context = {"person": person, "page": page, "cards": cards}
    return render_page(request, "exchange/sources.html", context)


@require_GET
def text(request: OwnerRequest, uid: UUID, digest: str) -> HttpResponse:
    """The whole text of a card, as a file."""
    person = _person(request, uid)
    source = get_object_or_404(_newest(person).filter(digest=digest)[:1])
    ending, media_type = rereading.file_kind(source)
    name = f"{person.name}.{ending}"
    headers = {
        "Content-Type": f"{media_type}; charset=utf-8",
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "",
    }
    return HttpResponse(source.text, headers=headers)


def _person(request: OwnerRequest, uid: UUID) -> Contact:
    """In the trash or not, as their own page."""
    return get_object_or_404(Contact.objects.of(request.user), uid=uid, is_self=False)


def _newest(person: Contact) -> QuerySet[SourceCard]:
    return person.source_cards.select_related("run").order_by("-pk")
