from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from contacts.models import Organisation


class OrganisationForm(forms.ModelForm[Organisation]):
    website = forms.URLField(
        label=_("Website"), max_length=500, required=False, assume_scheme="https"
    )

    class Meta:
        model = Organisation
        fields = ["name", "industry", "place", "website", "notes"]
        widgets = {"notes": forms.Textarea(attrs={"rows": 5})}

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        namesakes = Organisation.objects.of(self.instance.owner).named(name)
        if namesakes.exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("You already have an organisation of this name."))
        return name

    def save(self, commit: bool = True) -> Any:
        self.instance.settle()
        return super().save(commit)
