"""Every request is answered as the user reads times and words; the first visitor sets up."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.middleware import get_user
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation

from accounts.models import User
from netcrm.lib.days import ordered_as

Handler = Callable[[HttpRequest], HttpResponse]


def preferences_middleware(get_response: Handler) -> Handler:
    """Activate the signed-in user's time zone, language and order of days for this request only."""

    def respond(request: HttpRequest) -> HttpResponse:
        # The user proper: each look through Django's lazy stand-in costs, and a page has hundreds.
        user = request.user = get_user(request)
        if not isinstance(user, User):
            return get_response(request)
        order = ordered_as(user.date_format)
        with timezone.override(user.zone), translation.override(user.language), order:
            return get_response(request)

    return respond


def first_visit_middleware(get_response: Handler) -> Handler:
    """Send the first visitor of a fresh installation to the page that makes its owner."""
    is_set_up = False

    def respond(request: HttpRequest) -> HttpResponse:
        nonlocal is_set_up
        if not is_set_up and not _is_outside(request.path):
            is_set_up = request.user.is_authenticated or User.objects.exists()
            if not is_set_up:
                return redirect("accounts:welcome")
        return get_response(request)

    return respond


def _is_outside(path: str) -> bool:
    return path.startswith(("/welcome/", "/healthz", f"/{settings.STATIC_URL.lstrip('/')}"))
