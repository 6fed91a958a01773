"""How the parts in an outcome are weighed: a number for each contributor."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goals.models import Contribution

MOST = 1000


class SharesForm(forms.Form):
    """Fields are named `share-` and the uid of the person; `shares` answers by id."""

    def __init__(self, contributions: Iterable[Contribution], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.of = {f"share-{each.contact.uid}": each for each in contributions}
        for name, each in self.of.items():
            self.fields[name] = forms.FloatField(
                label=each.contact.name,
                initial=round(each.share, 2),
                min_value=0,
                max_value=MOST,
                widget=forms.NumberInput({"step": "any", "inputmode": "decimal"}),
            )

    def clean(self) -> dict[str, Any]:
        if not self.errors and not any(self.cleaned_data.values()):
            raise forms.ValidationError(_("Somebody has to have a part greater than zero."))
        return self.cleaned_data

    @property
    def shares(self) -> dict[int, float]:
        return {each.contact_id: self.cleaned_data[name] for name, each in self.of.items()}
