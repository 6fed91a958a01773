"""What every template may use without a view having to say it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page_context(request: HttpRequest) -> dict[str, Any]:
    """`csp_nonce` under the name that django-htmx reads; django-csp's own name differs."""
    return {
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "netcrm_version": settings.NETCRM_VERSION,
        "is_development": settings.DEBUG,
        "is_sign_up_open": settings.ENVIRONMENT.sign_up_open,
    }
