"""What is known already, offered while one types: the options of a datalist."""

from django.http import HttpResponse
from django.utils.html import format_html_join
from django.views.decorators.http import require_safe

from accounts.requests import OwnerRequest
from contacts.models import Organisation, Tag
from contacts.standing import known_values
from netcrm.lib.folding import fold

MOST = 12


@require_safe
def organisations(request: OwnerRequest) -> HttpResponse:
    typed = _typed(request)
    rows = Organisation.objects.of(request.user).filter(sort_name__contains=fold(typed))
    names = rows.order_by("sort_name").values_list("name", flat=True)[:MOST] if typed else []
    return _options(list(names))


@require_safe
def industries(request: OwnerRequest) -> HttpResponse:
    return _options(known_values(request.user, "industry", _typed(request))[:MOST])


@require_safe
def places(request: OwnerRequest) -> HttpResponse:
    return _options(known_values(request.user, "place", _typed(request))[:MOST])


@require_safe
def tags(request: OwnerRequest) -> HttpResponse:
    """Completes the last of several names; the ones before it are kept."""
    before, comma, last = _typed(request).rpartition(",")
    rows = Tag.objects.of(request.user).filter(slug__contains=fold(last))
    names = rows.order_by("slug").values_list("name", flat=True)[:MOST]
    had = {fold(name) for name in before.split(",")}
    start = f"{before.strip()}, " if comma else ""
    return _options([f"{start}{name}" for name in names if fold(name) not in had])


def _typed(request: OwnerRequest) -> str:
    """The one value sent: the box is named differently in each form."""
    return str(next(iter(request.GET.values()), "")).replace("\0", "")[:1000]


def _options(values: list[str]) -> HttpResponse:
    options = [(value,) for value in values]
    return HttpResponse(format_html_join("", '<option value="{}"></option>', options))
