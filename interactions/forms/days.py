"""The day of a conversation: two taps for the likeliest, a date for the rest."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

TODAY, YESTERDAY, OTHER = "today", "yesterday", "other"
WHEN = [(TODAY, _("Today")), (YESTERDAY, _("Yesterday")), (OTHER, _("Another day"))]

FIRST_YEAR = 1900  # nobody living has met anybody before
YEARS_AHEAD = 20


class DateInput(forms.DateInput):
    """The browser's own calendar, which sends and wants ISO days whatever the language."""

    input_type = "date"

    def __init__(self, **options: Any) -> None:
        super().__init__(format="%Y-%m-%d", **options)


def check_year(on: dt.date) -> None:
    """A mistyped year would make nonsense of every list and sum that the day is part of."""
    if on.year < FIRST_YEAR:
        raise ValidationError(
            _("Look at the year: this is before %(year)s."), params={"year": FIRST_YEAR}
        )
    if on.year > timezone.localdate().year + YEARS_AHEAD:
        raise ValidationError(
            _("Look at the year: this is more than %(years)s years ahead."),
            params={"years": YEARS_AHEAD},
        )


class DayField(forms.DateField):
    """A day that somebody now living may have had or may plan."""

    widget = DateInput
    default_validators = [check_year]


class DayFields(forms.Form):
    when = forms.ChoiceField(label=_("When"), choices=WHEN, initial=TODAY, widget=forms.RadioSelect)
    on = DayField(label=_("Day"), required=False)
    is_planned = forms.BooleanField(label=_("Planned, not yet held"), required=False)
    today: dt.date

    def may_lie_ahead(self) -> bool:
        return bool(self.cleaned_data.get("is_planned"))

    def settle_day(self) -> None:
        """Put the day that is meant into `on`; refuse one that cannot be."""
        facts = self.cleaned_data
        when = facts.get("when")
        if when == OTHER and not facts.get("on"):
            if "on" not in self.errors:
                self.add_error("on", _("Which day was it?"))
            return
        if when in {TODAY, YESTERDAY}:
            facts["on"] = self.today - dt.timedelta(days=when == YESTERDAY)
        on = facts.get("on")
        if on and on > self.today and not self.may_lie_ahead():
            self.add_error(
                "on",
                _(
                    "That day has not come yet, so nothing can have happened on it. "
                    "Tick “planned”, or choose an earlier day."
                ),
            )
