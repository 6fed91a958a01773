"""One promise: what, and by when."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interactions.days_ahead import Ahead, day_ahead
from interactions.forms.days import DayField
from interactions.kinds import Promiser
from interactions.models import FollowUp


class AheadFields(forms.Form):
    """A day to come: quickly chosen, or a date."""

    when = forms.ChoiceField(label=_("By when"), choices=Ahead.choices, initial=Ahead.WEEK)
    on = DayField(label=_("Day"), required=False)
    soonest: int | None = 1  # days from today; None where a day that has passed may be named

    def __init__(self, today: dt.date, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def settle_day(self) -> None:
        if self.cleaned_data.get("when") != Ahead.OTHER:
            choice = self.cleaned_data.get("when", Ahead.WEEK)
            self.cleaned_data["on"] = day_ahead(choice, self.today)
        elif not (on := self.cleaned_data.get("on")):
            if "on" not in self.errors:
                self.add_error("on", _("Which day?"))
        elif self.soonest is not None and (on - self.today).days < self.soonest:
            self.add_error("on", _("That day is no longer to come. Choose a later one."))

    def clean(self) -> dict[str, Any]:
        self.settle_day()
        return self.cleaned_data


class MoveFields(AheadFields):
    """What was planned may still take place today."""

    soonest = 0


class PromiseLine(AheadFields):
    """An optional promise within another form; without words there is none."""

    soonest = None
    what = forms.CharField(required=False, max_length=300)
    when = forms.ChoiceField(
        label=_("By when"), choices=Ahead.choices, initial=Ahead.WEEK, required=False
    )
    field_order = ("what", "when", "on")

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("what"):
            self.cleaned_data["when"] = self.cleaned_data.get("when") or Ahead.WEEK
            self.settle_day()
        return self.cleaned_data


class PromiseForm(AheadFields):
    soonest = None
    by = forms.ChoiceField(
        label=_("Who promised"),
        choices=Promiser.choices,
        initial=Promiser.ME,
        widget=forms.RadioSelect,
    )
    what = forms.CharField(
        label=_("What"), max_length=300, widget=forms.TextInput({"autofocus": True})
    )
    why = forms.CharField(label=_("Why"), required=False, max_length=300)
    field_order = ("by", "what", "why", "when", "on")

    def facts(self) -> dict[str, Any]:
        """The columns of FollowUp that this form holds."""
        said = self.cleaned_data
        return {name: said[name] for name in ("by", "what", "why")} | {"due_on": said["on"]}


def as_promised(promise: FollowUp) -> dict[str, Any]:
    """What the form begins with where a promise is changed."""
    known = {name: getattr(promise, name) for name in ("by", "what", "why")}
    return {**known, "when": Ahead.OTHER, "on": promise.due_on}
