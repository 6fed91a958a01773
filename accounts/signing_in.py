"""allauth's forms of the password: the focus where one begins, the words of the house."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):  # type: ignore[misc] # allauth has no type information
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autofocus"] = True


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc] # allauth has no type information
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {
            "oldpassword": _("The password now"),
            "password1": _("The new one"),
            "password2": _("The new one, again"),
        }
        for name, word in words.items():
            self.fields[name].label = word
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["oldpassword"].widget.attrs["autofocus"] = True
