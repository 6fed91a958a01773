"""Somebody new: a name is enough, the rest is folded."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts import naming
from contacts.drafts import JobDraft, PersonDraft, PointDraft
from contacts.forms.fields import (
    PartialDateField,
    refuse_future,
    roles_field,
    suggesting,
    tags_field,
)
from contacts.kinds import Circle
from contacts.models import Contact
from netcrm.lib.folding import fold


class NewcomerForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=400,
        help_text=_("As you would say it: Ana Pereira."),
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off"}),
    )
    is_another = forms.BooleanField(
        label=_("This is somebody else of the same name"), required=False
    )
    title = forms.CharField(label=_("Job title"), max_length=300, required=False)
    organisation = forms.CharField(
        label=_("Organisation"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs=suggesting("organisations")),
    )
    email = forms.EmailField(label=_("Email"), max_length=320, required=False)
    phone = forms.CharField(label=_("Phone"), max_length=100, required=False)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    circle = forms.ChoiceField(
        label=_("Circle"), choices=[("", _("Not chosen yet")), *Circle.choices], required=False
    )
    roles = roles_field()
    tags = tags_field()
    how_met = forms.CharField(label=_("How we met"), max_length=500, required=False)
    known_since = PartialDateField(label=_("Known since"))
    notes = forms.CharField(
        label=_("Notes"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[MaxLengthValidator(100_000)],
    )

    def __init__(self, user: User, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.user = user
        self.namesakes: list[Contact] = []

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        given, family = naming.split(name)
        if max(len(given), len(family)) > 200:
            raise forms.ValidationError(_("Neither part of a name may exceed 200 characters."))
        if not given:
            raise forms.ValidationError(_("Please write a name."))
        return name

    def clean_known_since(self) -> str:
        day: str = self.cleaned_data["known_since"]
        refuse_future(day, self.user.today())
        return day

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("name") and not answers.get("is_another"):
            self.namesakes = self._namesakes(answers["name"])
            if self.namesakes:
                self.add_error("is_another", _("You already know somebody of this name."))
        return answers

    def draft(self) -> PersonDraft:
        answers = self.cleaned_data
        given, family = naming.split(answers["name"])
        job = JobDraft(answers["organisation"], answers["title"])
        return PersonDraft(
            given=given,
            family=family,
            emails=[PointDraft(answers["email"])],
            phones=[PointDraft(answers["phone"])],
            jobs=[job],
            place=answers["place"],
            circle=answers["circle"],
            circle_chosen_on=self.user.today() if answers["circle"] else None,
            roles=answers["roles"],
            tags=answers["tags"],
            how_met=answers["how_met"],
            known_since=answers["known_since"],
            notes=answers["notes"],
        )

    def folded_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in ("name", "is_another")]

    def is_unfolded(self) -> bool:
        """Whether something that was folded is filled or wrong."""
        return any(field.value() or field.errors for field in self.folded_fields())

    def _namesakes(self, name: str) -> list[Contact]:
        given, family = naming.split(name)
        key = fold(f"{family} {given}")[:400]
        return list(Contact.objects.of(self.user).living().filter(sort_name=key)[:5])
