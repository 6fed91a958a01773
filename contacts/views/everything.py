"""The search over everything, as one types."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from accounts.requests import OwnerRequest
from contacts.everything import Found, Group, search, search_address
from contacts.filtering import ARCHIVED, PeopleFilter
from contacts.findable import KINDS
from contacts.listing import Listing
from contacts.wording import counted, hint, number_found
from netcrm.lib.marks import icon
from netcrm.lib.pages import render_page
from netcrm.lib.rows import draw_rows

FRAGMENTS = ("search-found",)


@require_safe
def index(request: OwnerRequest) -> HttpResponse:
    typed = PeopleFilter.read(request.GET.dict()).text
    kind = KINDS.get(request.GET.get("kind", ""))
    found = search(request.user, typed, kind)
    context = {
        "typed": typed,
        "kind": kind,
        "found": found,
        "people": _people(found.people, found.meant or typed),
        "groups": [_group(group) for group in found.groups],
        "everything": search_address(typed),
        "elsewhere": _elsewhere(typed, found),
        "hint": hint(typed),
    }
    return render_page(request, "contacts/search.html", context, fragments=FRAGMENTS)


def _people(people: Listing | None, typed: str) -> dict[str, Any] | None:
    if not (people and people.lines):
        return None
    url = reverse("contacts:index")
    return {
        "rows": draw_rows("found_people.html", lines=people.lines, url=url),
        "count": counted(people),
        "url": f"{url}?{urlencode({'q': typed})}",
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "kind": group.kind,
        "rows": draw_rows("found.html", rows=group.rows, mark=icon(group.kind.icon)),
        "count": number_found(group.number, is_more=group.is_more),
        "url": group.url if group.number > len(group.rows) else "",
        "is_more": group.is_more,
    }


def _elsewhere(typed: str, found: Found) -> dict[str, str]:
    """Where to go on when nothing was found."""
    if not typed or found.number:
        return {}
    archived = urlencode({"q": typed, "view": ARCHIVED})
    newcomer = "" if found.is_of_people or hint(typed) else urlencode({"name": typed})
    return {
        "archived": f"{reverse('contacts:index')}?{archived}",
        "new": f"{reverse('contacts:new')}?{newcomer}" if newcomer else "",
    }
