"""What the frame around every page needs: its links, its modules, and the undo of a message."""

import json
import re
from functools import cache, lru_cache
from types import SimpleNamespace

from django import template
from django.conf import settings
from django.contrib.messages.storage.base import Message
from django.template.context import Context
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from netcrm.lib import marks
from netcrm.lib.addresses import PLACE, address_of
from netcrm.lib.beats import is_silent

register = template.Library()

UNDO = "undo:"
UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@register.simple_tag(takes_context=True)
def frame_link(
    context: Context, view: str, icon: str, word: str, key: str = "", besides: str = ""
) -> SafeString:
    """A link of the frame, marked when one is in its room.

    `besides` is a view below this address that has a link of its own.
    """
    url, other = address_of(view), address_of(besides) if besides else ""
    path = context["request"].path if "request" in context else ""
    is_inside = url != "/" and path.startswith(url) and not (other and path.startswith(other))
    here = "page" if path == url else "true" if is_inside else ""
    return _link(url, icon, word, key, here)


@cache
def _link(url: str, icon: str, word: str, key: str, here: str) -> SafeString:
    """A few dozen in all; drawing them anew took an eighth of the time of a small page."""
    return format_html(
        '<a class="frame-link" href="{}"{}{}>{}<span>{}</span></a>',
        url,
        format_html(' aria-current="{}"', here) if here else "",
        format_html(' data-key="{}"', key) if key else "",
        marks.icon(icon),
        word,
    )


@register.simple_tag(takes_context=True)
def drawn_once(context: Context, template: str) -> SafeString:
    """A part of the frame that depends on nothing but the language and the room one is in."""
    path = context["request"].path if "request" in context else ""
    draw = _drawn.__wrapped__ if settings.DEBUG else _drawn
    return draw(template, UID.sub(str(PLACE), path), get_language())


@lru_cache(maxsize=1024)
def _drawn(template: str, path: str, _language: str | None) -> SafeString:
    """Without the indentation: it is on every page."""
    found = get_template(template).render({"request": SimpleNamespace(path=path)})
    return mark_safe("".join(line.strip() for line in found.splitlines()))  # noqa: S308 - rendered by Django


@register.simple_tag(takes_context=True)
def import_map(context: Context) -> SafeString:
    """The import map, with hashed names, and the one module that starts the others.

    Modules import each other by the bare names of this map: a relative import would ask for an
    unhashed file. It must stand before the first module, and only in whole pages.
    """
    return format_html(
        '<script type="importmap" nonce="{nonce}">{map}</script>\n'
        '<script type="module" nonce="{nonce}" src="{start}"></script>',
        nonce=context.get("csp_nonce", ""),
        map=_imports(),
        start=static("js/app.js"),
    )


@cache
def _imports() -> SafeString:
    """One custom element a file; a new one is seen after a restart."""
    files = sorted((settings.BASE_DIR / "static/js/elements").glob("*.js"))
    names = {f"netcrm/{file.stem}": static(f"js/elements/{file.name}") for file in files}
    return mark_safe(json.dumps({"imports": names}))  # noqa: S308 - file names of our own


@register.filter
def undo_url(message: Message) -> str:
    """Where a message's "Undo" posts to: `messages.success(…, extra_tags="undo:/…/restore/")`."""
    tags = (message.extra_tags or "").split()
    return next((tag.removeprefix(UNDO) for tag in tags if tag.startswith(UNDO)), "")


@register.filter
def undo_word(message: Message) -> str:
    """What the undo says it does, where "Undo" might be taken for more or less; it stands after the
    address: `extra_tags="undo:/…/delete/ Delete the person"`."""
    _before, _mark, undo = (message.extra_tags or "").partition(UNDO)
    return undo.partition(" ")[2]


@register.inclusion_tag("frame/clock.html")
def clock_warning() -> dict[str, bool]:
    """Said at the foot of the bar while the worker or the clock is silent."""
    return {"is_silent": any(is_silent(name) for name in ("clock", "worker"))}
