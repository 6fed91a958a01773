"""The list of people: searched, filtered, sorted, a page at a time."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.requests import OwnerRequest
from contacts.choosing import boxes, more, sort_box, tag_choices
from contacts.everything import search_address
from contacts.filtering import BEST, KNOWN, LAST, NAME, STRENGTH, PeopleFilter
from contacts.kinds import Circle
from contacts.listing import Listing, is_stale, listing
from contacts.models import Contact
from contacts.paging import cursor_at
from contacts.wording import counted, nothing_found, order_words, staleness
from netcrm.lib.pages import is_fragment, render_page
from netcrm.lib.rows import draw_rows

FRAGMENTS = ("people-list",)


@require_safe
def index(request: OwnerRequest) -> HttpResponse:
    user, address = request.user, request.GET.dict()
    wanted = PeopleFilter.read(address)
    cursor = cursor_at(
        Contact.objects.of(user), address.get("after", ""), address.get("before", "")
    )
    found = listing(user, wanted, cursor)
    context = {
        "wanted": wanted,
        "found": found,
        "rows": draw_rows("people.html", lines=found.lines, select=wanted.select),
        "heads": heads(wanted),
        "counted": counted(found),
        "order": order_words(wanted),
        "staleness": staleness(user) if is_stale(user) else "",
        "nothing": "" if found.lines else nothing_found(wanted),
        "views": views(wanted),
        "everything": search_address(wanted.text) if wanted.query.words else "",
        "ways_to_select": {
            "some": address_of(wanted, select="1"),
            "all": address_of(wanted, select="all"),
        },
        **pager(wanted, found),
        **(selection(user, wanted) if wanted.select else {}),
    }
    if not is_fragment(request, FRAGMENTS):
        context |= {
            "boxes": boxes(user, wanted),
            "more": more(wanted),
            "sort_box": sort_box(wanted),
        }
    return render_page(request, "contacts/index.html", context, fragments=FRAGMENTS)


def selection(user: User, wanted: PeopleFilter) -> dict[str, Any]:
    return {
        "circles": Circle.choices,
        "tag_choices": tag_choices(user),
        "done": address_of(wanted, select=""),
    }


def address_of(wanted: PeopleFilter, **changes: str) -> str:
    """The list's address with these parameters changed; an empty one is left out."""
    parameters = {k: v for k, v in {**wanted.parameters, **changes}.items() if v}
    query = urlencode(parameters)
    return reverse("contacts:index") + (f"?{query}" if query else "")


def heads(wanted: PeopleFilter) -> dict[str, Any]:
    """For each column that sorts: the address, and how it is sorted now."""
    now = wanted.sort or (BEST if wanted.query.words else STRENGTH)
    return {name: _head(wanted, name, now) for name in (NAME, STRENGTH, LAST)}


def _head(wanted: PeopleFilter, name: str, now: str) -> dict[str, str]:
    is_upward_first = name == NAME
    other = f"-{name}" if now == name else name
    is_upward = is_upward_first == (now == name)
    direction = ("ascending" if is_upward else "descending") if now.endswith(name) else ""
    return {"href": address_of(wanted, sort=other), "direction": direction}


def views(wanted: PeopleFilter) -> list[tuple[str, str, bool]]:
    """Whom one knows well is asked for from the Network page, and only named while it is chosen."""
    seldom = (KNOWN,) if wanted.view == KNOWN else ()
    return [
        (name, address_of(wanted, view=name), wanted.view == name)
        for name in ("", *seldom, "starred", "archived")
    ]


def pager(wanted: PeopleFilter, found: Listing) -> dict[str, str]:
    lines = found.lines
    return {
        "previous": address_of(wanted, before=str(lines[0].uid))
        if lines and found.page.has_previous
        else "",
        "next": address_of(wanted, after=str(lines[-1].uid))
        if lines and found.page.has_next
        else "",
        "clear": address_of(PeopleFilter(view=wanted.view, sort=wanted.sort)),
    }
