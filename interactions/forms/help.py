"""Help given or received: who helped whom, how much, when, with what."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interactions.forms.days import DayField
from interactions.kinds import HelpDirection, HelpSize
from interactions.models import Help


class HelpForm(forms.ModelForm[Help]):
    direction = forms.ChoiceField(
        label=_("Who helped"),
        choices=HelpDirection.choices,
        initial=HelpDirection.GIVEN,
        widget=forms.RadioSelect,
    )
    size = forms.ChoiceField(
        label=_("How much"),
        choices=HelpSize.choices,
        initial=HelpSize.MEDIUM,
        widget=forms.RadioSelect,
        help_text=_("Small: a link or an answer. Medium: an introduction, an hour. Large: a job."),
    )

    class Meta:
        model = Help
        fields = ["direction", "what", "size", "on"]
        field_classes = {"on": DayField}
        widgets = {"what": forms.TextInput({"autofocus": True})}

    def __init__(self, today: dt.date, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean_on(self) -> dt.date:
        on: dt.date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(
                _("That day has not come yet. Help to come is a promise: note it as one.")
            )
        return on
