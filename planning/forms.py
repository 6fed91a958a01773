"""The quick questions about one person."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from contacts.kinds import BenefitKind, Role
from planning.triage import CIRCLES, Known

Words = tuple[str | Promise, ...]
QUESTIONS: dict[str, tuple[str | Promise, Words]] = {
    "circle": (_("Circle"), tuple(circle.label for circle in CIRCLES)),
    "closeness": (
        _("How close are you?"),
        (_("hardly"), _("a little"), _("fairly"), _("close"), _("very close")),
    ),
    "rhythm": (
        _("How often do you speak?"),
        (_("hardly ever"), _("yearly"), _("quarterly"), _("monthly"), _("weekly")),
    ),
    "years": (
        _("Known for"),
        (_("this year"), _("1 to 3 years"), _("3 to 5 years"), _("5 to 10 years"), _("longer")),
    ),
}
# What a step means, where its word does not say it: how many at most, and their rhythm.
HINTS: dict[str, Words] = {
    "circle": (
        _("everybody else, yearly"),
        _("up to 150, twice a year"),
        _("up to 50, every 3 months"),
        _("up to 15, monthly"),
        _("your 5 nearest, weekly"),
    ),
}


class TriageForm(forms.Form):
    """Each of `QUESTIONS` is answered with a step from 1 to 5, or not at all."""

    roles = forms.MultipleChoiceField(choices=Role, required=False)
    benefits = forms.MultipleChoiceField(choices=BenefitKind, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in QUESTIONS:
            self.fields[name] = forms.IntegerField(min_value=1, max_value=5, required=False)

    def known(self) -> Known:
        """Of a form that is valid."""
        return Known(**self.cleaned_data)
