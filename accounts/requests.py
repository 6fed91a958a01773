"""The request of somebody who is signed in, for type checkers."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accounts.models import User


class OwnerRequest(HttpRequest):
    # Narrower than User | AnonymousUser: LoginRequiredMiddleware turns the others away.
    user: User
    htmx: HtmxDetails
    csp_nonce: str
