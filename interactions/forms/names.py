"""Names of people who are not yet known, and names typed one a line."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from interactions.people_meant import each_once

LONGEST = 200
MOST = 30


class NewNamesField(forms.Field):
    """Several names under one key, each once."""

    widget: type[forms.Widget] = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[str]:
        return each_once(name for each in value or () if (name := " ".join(each.split())))

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if len(value) > MOST:
            raise ValidationError(_("Name at most %(most)s new people."), params={"most": MOST})
        for name in value:
            ProhibitNullCharactersValidator()(name)
        if any(len(name) > LONGEST for name in value):
            raise ValidationError(
                _("A name has at most %(longest)s letters."), params={"longest": LONGEST}
            )


class NamesField(NewNamesField):
    """One name a line or between commas: without JavaScript, people are typed here."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> list[str]:
        return super().to_python((value or "").replace(",", "\n").splitlines())


class WordsField(forms.CharField):
    """One line: what is between two words is one space."""

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())
