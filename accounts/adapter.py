"""allauth's questions, answered: who may sign up, and what comes next."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User

# By the id of allauth's way to prove once more that it is oneself.
WAYS = {
    "reauthenticate": _("Use the password instead"),
    "mfa_reauthenticate": _("Use a code instead"),
    "mfa_reauthenticate:webauthn": _("Use a passkey instead"),
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no type information
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account was switched off."),
        "cannot_remove_primary_email": _("This address stays: it is your first choice."),
        "duplicate_email": _("You have this address here already."),
        "email_password_mismatch": _("This email and this password do not belong together."),
        "email_taken": _("Another account here has this address."),
        "enter_current_password": _("That is not your password now."),
        "incorrect_password": _("That is not your password."),
        "invalid_password_reset": _("This link has had its day."),
        "max_email_addresses": _("More than %d addresses are not possible."),
        "too_many_login_attempts": _("Too many tries. Wait some minutes, then try again."),
        "rate_limited": _("That was often in a short time. Wait some minutes, then try again."),
    }

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [way | {"description": WAYS.get(way["id"], way["description"])} for way in ways]

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        """Only when the operator opened sign-up; the first account is made on the welcome page."""
        return bool(settings.ENVIRONMENT.sign_up_open)

    def get_signup_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 - allauth's signature
        return reverse("accounts:start")
