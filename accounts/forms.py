"""The forms of the account room: the first visitor's, and the preferences."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from phonenumbers import SUPPORTED_REGIONS, country_code_for_region

from accounts.guessing import known_zone
from accounts.models import User
from netcrm.lib.setup_code import is_setup_code


def _calling_code(region: str) -> str:
    return f"{region} +{country_code_for_region(region)}"


class WelcomeForm(forms.Form):
    """The owner's account. `needs_code` asks for the set-up code that the log prints."""

    setup_code = forms.CharField(
        label=_("Set-up code"),
        help_text=_("NetCRM printed it in its log when it started."),
        max_length=100,
    )
    email = forms.EmailField(
        label=_("Email"), widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_("At least eight characters, not only digits."),
        widget=forms.PasswordInput(render_value=True, attrs={"autocomplete": "new-password"}),
    )
    name = forms.CharField(
        label=_("Your name"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    time_zone = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    marks_optional = True

    def __init__(self, *args: Any, needs_code: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_code:
            del self.fields["setup_code"]
        if not self.is_bound:
            next(iter(self.fields.values())).widget.attrs["autofocus"] = True

    def clean_setup_code(self) -> str:
        code: str = self.cleaned_data["setup_code"].strip()
        if not is_setup_code(code):
            raise ValidationError(_("This is not the code in the log. Copy it whole."))
        return code

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        user = User(email=self.data.get("email", ""), name=self.data.get("name", ""))
        password_validation.validate_password(password, user)
        return password

    def clean_time_zone(self) -> str:
        return known_zone(self.cleaned_data["time_zone"])


class PreferencesForm(forms.ModelForm[User]):
    time_zone = forms.ChoiceField(label=_("Time zone"))
    phone_country = forms.ChoiceField(
        label=_("Phone numbers without a country are in"), required=False
    )

    class Meta:
        model = User
        fields = [
            "name",
            "time_zone",
            "date_format",
            "week_start",
            "phone_country",
            "has_shortcuts",
        ]
        help_texts = {
            "has_shortcuts": _(
                "l logs a conversation, / searches, n begins a new one, ? tells all of them."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zones = self.fields["time_zone"]
        zones.choices = [  # type: ignore[attr-defined] # a ChoiceField, declared above
            (zone, zone.replace("_", " ")) for zone in sorted(available_timezones())
        ]
        countries = self.fields["phone_country"]
        countries.choices = [  # type: ignore[attr-defined] # a ChoiceField, declared above
            ("", _("not set")),
            *((region, _calling_code(region)) for region in sorted(SUPPORTED_REGIONS)),
        ]
