"""Where an act leads back to: the page on which it was done."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request: HttpRequest, fallback: str) -> str:
    """The path that `next` names, else that of the page that asked; only within this site."""
    asked = (
        request.POST.get("next", ""),
        request.GET.get("next", ""),
        request.headers.get("HX-Current-URL", ""),
        request.headers.get("Referer", ""),
    )
    return next((path for url in asked if (path := _own_path(request, url))), fallback)


def _own_path(request: HttpRequest, url: str) -> str:
    if not url_has_allowed_host_and_scheme(url, {request.get_host()}, request.is_secure()):
        return ""
    parts = urlsplit(url)
    # without its host, a path that begins with two slashes would name another one
    if parts.path in {"", request.path} or parts.path.startswith("//"):
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
