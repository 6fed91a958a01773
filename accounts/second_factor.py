"""allauth's second factor and passkeys, in the words of the house."""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth has no type information
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("That is not the code. It changes every half minute."),
        "cannot_delete_authenticator": _("This one has to stay."),
        "cannot_generate_recovery_codes": _("Set up an authenticator app or a passkey first."),
    }

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - allauth's signature
        known = Authenticator.objects.filter(user=user, type=type).count()
        if not known:
            return gettext("My passkey")
        return gettext("Passkey %(number)s") % {"number": known + 1}


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc] # allauth has no type information
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, alone = self.fields["name"], self.fields["passwordless"]
        name.label = _("What you call it")
        alone.label = _("It signs me in without a password")
        alone.help_text = _("It then asks for your finger, face or PIN.")
