"""Who introduces whom to whom, and what became of it."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.forms.person_field import UNKNOWN, PersonField, PersonWidget
from contacts.models import Contact
from interactions.forms.days import DayField
from interactions.forms.names import NewNamesField, WordsField
from interactions.introducing import Somebody
from interactions.models import Introduction
from netcrm.lib.folding import fold

WHO = ("introducer", "first", "second")
ANYBODY = object()  # at an organisation: neither oneself nor one of the others


class SomebodyField(PersonField):
    """A person; `newcomer` is the name where nobody bears it yet."""

    newcomer = ""

    def clean(self, value: Any) -> Contact | None:
        self.newcomer = ""
        try:
            return super().clean(value)
        except ValidationError as error:
            if getattr(error, "code", "") != UNKNOWN:
                raise
            [self.newcomer] = NewNamesField().clean([str(value)])
            return None


class IntroductionForm(forms.Form):
    introducer = SomebodyField(label=_("Who introduces"), help_text=_("Empty: you."))
    first = SomebodyField(label=_("Whom, who gains by it"), help_text=_("Empty: you."))
    second = SomebodyField(label=_("To whom"))
    why = forms.CharField(label=_("What for"), required=False, max_length=300)
    asked_on = DayField(label=_("Asked on"))

    def __init__(self, user: User, chosen: dict[str, Contact | None], *args: Any,
                 may_be_anybody: bool = False, **options: Any) -> None:  # fmt: skip
        """`chosen` are those to begin with; anybody at an organisation needs no second name."""
        super().__init__(*args, **options)
        self.user, self.may_be_anybody = user, may_be_anybody
        for name in WHO:
            field = self.fields[name]
            assert isinstance(field, SomebodyField)  # noqa: S101 - for the type only
            field.start_with(user, chosen.get(name))
            if chosen.get(name):
                self.initial[name] = str(getattr(chosen[name], "uid", ""))
            if isinstance(field.widget, PersonWidget):
                field.widget.label = str(field.label)
                field.widget.placeholder = "" if name == "second" else _("You")
        asked_first = next((each for each in (WHO[2], WHO[0]) if not chosen.get(each)), "why")
        self.fields[asked_first].widget.attrs["autofocus"] = True

    def clean_asked_on(self) -> dt.date:
        on: dt.date = self.cleaned_data["asked_on"]
        return not_to_come(on, self.user.today())

    def clean(self) -> dict[str, Any]:
        if self.errors:
            return self.cleaned_data
        introducer, first, second = map(_known_by, self.people())
        if second is None and not self.may_be_anybody:
            self.add_error("second", _("To whom? Choose or name somebody."))
        elif introducer is None and first is None:
            self.add_error("introducer", _("Only one of them can be you: who introduces?"))
        elif len({introducer, first, second or ANYBODY}) < len(WHO):
            self.add_error("second", _("These have to be three different people."))
        return self.cleaned_data

    def people(self) -> list[Somebody]:
        return [self.cleaned_data.get(name) or self._newcomer(name) or None for name in WHO]

    def _newcomer(self, name: str) -> str:
        field = self.fields[name]
        return field.newcomer if isinstance(field, SomebodyField) else ""


def _known_by(somebody: Somebody) -> Somebody:
    """A name however it is spelled."""
    return fold(somebody) if isinstance(somebody, str) else somebody


class ResultForm(forms.ModelForm[Introduction]):
    class Meta:
        model = Introduction
        fields = ["result"]
        field_classes = {"result": WordsField}


class ProgressForm(forms.ModelForm[Introduction]):
    """All its days at once, for what is entered later."""

    class Meta:
        model = Introduction
        fields = [
            *("why", "asked_on", "first_agreed_on", "second_agreed_on", "declined_on"),
            *("made_on", "met_on", "result"),
        ]
        field_classes = {name: DayField for name in fields if name.endswith("_on")}

    def __init__(self, today: dt.date, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        for name, person in (("first", self.instance.first), ("second", self.instance.second)):
            field = self.fields[f"{name}_agreed_on"]
            field.label = _("You agreed on") if person.is_self else _("%(name)s agreed on") % {
                "name": person.name
            }  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name, value in list(said.items()):
            if isinstance(value, dt.date) and value > self.today:
                self.add_error(name, NOT_YET)
        return said


NOT_YET = _("That day has not come yet.")


def not_to_come(on: dt.date, today: dt.date) -> dt.date:
    if on > today:
        raise ValidationError(NOT_YET)
    return on
