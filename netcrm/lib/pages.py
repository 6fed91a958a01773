"""Whole pages for browsers, fragments for htmx, from one template."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def render_page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    fragments: Sequence[str] = (),
    status: int = 200,
) -> HttpResponse:
    """The fragment of `template` that htmx asks for, when it is one of `fragments`; else the page.

    The DOM id, the template partial and the `HX-Target` header share one name, and the client can
    choose only among the names that the view lists. `HX-Request` alone is never trusted: htmx sends
    it too when it fetches a whole page for the Back button.
    """
    target = request.headers.get("HX-Target", "")
    name = f"{template}#{target}" if target in fragments else template
    response = render(request, name, dict(context or {}), status=status)
    patch_vary_headers(response, ["HX-Target"])
    return response


def is_fragment(request: HttpRequest, fragments: Sequence[str]) -> bool:
    """Whether `render_page` with these fragments would answer with one of them."""
    return request.headers.get("HX-Target", "") in fragments


def with_event(response: HttpResponse, event: str) -> HttpResponse:
    """Tell other parts of the page, in the past tense, that something happened."""
    known = response.headers.get("HX-Trigger")
    response.headers["HX-Trigger"] = f"{known}, {event}" if known else event
    return response
