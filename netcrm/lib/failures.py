"""Answers when something is wrong, in the product's voice and with an id to look up in the log."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

logger = logging.getLogger("netcrm.failures")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", {"reason": reason}, status=403)


def server_error(_request: HttpRequest) -> HttpResponse:
    """The 500 page: rendered without the request, since whatever broke may break again."""
    failure_id = secrets.token_hex(4)
    logger.error("The failure above was shown to its user as %s", failure_id)
    return HttpResponse(render_to_string("500.html", {"failure_id": failure_id}), status=500)
