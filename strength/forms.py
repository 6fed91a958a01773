"""The three questions after a meeting."""

from django import forms
from django.utils.translation import gettext_lazy as _

from interactions.forms.names import WordsField
from strength.rating import Answers

STEPS = [("", ""), *((str(step), str(step)) for step in range(1, 6))]


class RatingForm(forms.Form):
    trust = forms.TypedChoiceField(choices=STEPS, coerce=int, empty_value=None, required=False)
    respect = forms.TypedChoiceField(choices=STEPS, coerce=int, empty_value=None, required=False)
    common = forms.TypedChoiceField(choices=STEPS, coerce=int, empty_value=None, required=False)
    changed_things = forms.BooleanField(label=_("This changed things"), required=False)

    # Of a conversation at an event, which was logged by a tick.
    about = WordsField(required=False, max_length=300)

    def answers(self) -> Answers:
        """Of a form that is valid."""
        return Answers(**{name: self.cleaned_data[name] for name in Answers.__dataclass_fields__})
