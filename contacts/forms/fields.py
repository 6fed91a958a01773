"""Form fields that several parts of a person share."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.kinds import Role
from contacts.partial_dates import (
    check_partial_date,
    earliest_day,
    read_partial_date,
    write_partial_date,
)
from netcrm.lib.folding import fold

OLDEST_YEAR = 1000
YEARS_AHEAD = 100


class PartialDateField(forms.CharField):
    """A day whose year, month or day may be unknown, in whichever way it is typed."""

    def __init__(self, **facts: Any) -> None:
        super().__init__(**{"required": False, "max_length": 40, **facts})
        self.widget.attrs.setdefault("placeholder", _("such as May 2019"))

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        text = read_partial_date(typed)
        if text:
            check_partial_date(text, typed)
            refuse_absurd(text)
        return text

    def prepare_value(self, value: Any) -> Any:
        return write_partial_date(value) if isinstance(value, str) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(initial, read_partial_date(data or ""))


class NamesField(forms.CharField):
    """Several short names with commas between them; each once, however it is spelled."""

    def __init__(self, *, longest: int, **facts: Any) -> None:
        super().__init__(**{"required": False, **facts})
        self.longest = longest

    def to_python(self, value: Any) -> Any:
        names = [" ".join(name.split()) for name in str(value or "").split(",")]
        return list({fold(name): name for name in reversed(names) if fold(name)}.values())[::-1]

    def validate(self, value: Any) -> None:
        for name in value:
            if len(name) > self.longest:
                raise ValidationError(
                    _("“%(name)s…” is longer than %(longest)d characters."),
                    params={"name": name[:30], "longest": self.longest},
                )

    def run_validators(self, value: Any) -> None:
        """Length is of each name, which `validate` has checked."""

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else ", ".join(value or ())

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(list(initial or ()) != self.to_python(data))


def suggesting(what: str) -> dict[str, Any]:
    """Attributes of a text box that offers what is known; `what` is as in `suggest_tags`."""
    return {
        "autocomplete": "off",
        "list": f"{what}-known",
        "hx-get": reverse_lazy(f"contacts:suggest_{what}"),
        "hx-trigger": "input changed delay:150ms",
        "hx-target": f"#{what}-known",
        "hx-swap": "innerHTML",
    }


def roles_field() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("Who they are to you"),
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def tags_field() -> NamesField:
    return NamesField(
        label=_("Tags"),
        longest=100,
        help_text=_("With commas between them."),
        widget=forms.TextInput(attrs=suggesting("tags")),
    )


def refuse_absurd(text: str) -> None:
    """A mistyped year: a company may be older than anybody in it, but not than all companies."""
    day = earliest_day(text)
    if day and not OLDEST_YEAR <= day.year <= timezone.localdate().year + YEARS_AHEAD:
        raise ValidationError(_("Look at the year: it is too far away."))


def refuse_future(text: str, today: dt.date) -> None:
    """A day that may be imprecise, but must not lie wholly ahead."""
    day = earliest_day(text)
    if day and day > today:
        raise ValidationError(_("This day is still to come."))


def ends_before(ended: str, started: str) -> bool:
    """Compared as far as both are known: 2020 does not end before 2020-05."""
    length = min(len(ended), len(started))
    return bool(length) and ended[:length] < started[:length]
