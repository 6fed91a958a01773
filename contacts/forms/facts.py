"""The plain facts of a person: name, own work, how things stand, notes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contacts.forms.fields import PartialDateField, refuse_future
from contacts.kinds import Circle, Seniority
from contacts.models import Contact

# Django draws a row of dashes where nothing is chosen.
UNCHOSEN = {"circle": Circle.choices, "seniority": Seniority.choices}


class FactsForm(forms.ModelForm[Contact]):
    """Writes the columns of its own fields and no others: the worker writes strengths meanwhile."""

    instance: Contact
    DERIVED: tuple[str, ...] = ()  # columns that follow from those of its fields

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        for name, choices in UNCHOSEN.items():
            field = self.fields.get(name)
            if isinstance(field, forms.TypedChoiceField):
                field.choices = [("", _("Not chosen")), *choices]

    def save(self, commit: bool = True) -> Contact:  # noqa: ARG002 - Django's signature
        fields = [name for name in self._meta.fields or () if name in self.cleaned_data]
        self.instance.save(update_fields=[*fields, *self.DERIVED, "updated_at"])
        return self.instance


class NameForm(FactsForm):
    DERIVED = ("name", "sort_name")

    class Meta:
        model = Contact
        fields = [
            *("given", "family", "prefix", "additional", "suffix", "nickname", "pronouns"),
            *("phonetic_given", "phonetic_family", "display_override", "kind"),
        ]
        help_texts = {
            "display_override": _("If the parts of the name do not make up how you call them."),
            "kind": _("An organisation's own card is never scored and never in plans."),
        }
        widgets = {"kind": forms.RadioSelect}

    # What is seldom known stays folded until it is.
    SELDOM = (
        *("prefix", "additional", "suffix", "pronouns"),
        *("phonetic_given", "phonetic_family", "display_override", "kind"),
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        names = ("given", "family", "additional", "nickname", "display_override")
        if not any(answers.get(name) or name in self.errors for name in names):
            self.add_error("given", gettext("Please write at least one name."))
        return answers

    def common_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in self.SELDOM]

    def seldom_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.SELDOM]

    def is_unfolded(self) -> bool:
        """Whether something that is seldom known is known, or wrong."""
        texts = (name for name in self.SELDOM if name != "kind")
        return any(self[name].value() or self[name].errors for name in texts)


class OwnWorkForm(FactsForm):
    class Meta:
        model = Contact
        fields = ["seniority", "industry", "place"]
        help_texts = {
            "industry": _("Where the organisation's own is not theirs."),
            "place": _("City or region."),
        }


class LifeForm(FactsForm):
    deceased_on = PartialDateField(label=_("Died on"))

    class Meta:
        model = Contact
        fields = ["is_deceased", "deceased_on"]

    def clean_deceased_on(self) -> str:
        day: str = self.cleaned_data["deceased_on"]
        refuse_future(day, self.instance.owner.today())
        return day

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("deceased_on"):
            answers["is_deceased"] = True
        return answers


class NotesForm(FactsForm):
    class Meta:
        model = Contact
        fields = ["notes"]
        widgets = {"notes": forms.Textarea(attrs={"rows": 10})}
        help_texts = {"notes": _("Markdown: **bold**, *italic*, - lists, [links](https://…).")}

    def clean_notes(self) -> str:
        notes: str = self.cleaned_data["notes"]
        if len(notes) > LONGEST_NOTES:
            raise ValidationError(
                _("These notes have %(count)d characters; at most 100,000 fit here."),
                params={"count": len(notes)},
            )
        return notes


LONGEST_NOTES = 100_000
