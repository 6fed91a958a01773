"""What forms say of a wrong entry, in the words of this program instead of Django's."""

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy


def speak_plainly() -> None:
    """For every form from now on; fields that say something of their own keep it."""
    forms.Field.default_error_messages["required"] = _("Please fill this in.")
    forms.DateField.default_error_messages["invalid"] = _("There is no such day.")
    forms.TimeField.default_error_messages["invalid"] = _("There is no such time. Write 14:30.")
    forms.IntegerField.default_error_messages["invalid"] = _("Please write a whole number.")
    forms.DecimalField.default_error_messages["invalid"] = _("Please write a number.")
    forms.URLField.default_error_messages["invalid"] = _("This is no address of a web page.")
    validators.URLValidator.message = _("This is no address of a web page.")
    validators.EmailValidator.message = _("This is no email address.")
    validators.MinValueValidator.message = _("At least %(limit_value)s, please.")
    validators.MaxValueValidator.message = _("At most %(limit_value)s, please.")
    validators.MaxLengthValidator.message = ngettext_lazy(
        "At most %(limit_value)d letter, please; these are %(show_value)d.",
        "At most %(limit_value)d letters, please; these are %(show_value)d.",
        "limit_value",
    )
