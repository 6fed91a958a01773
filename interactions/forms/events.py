"""An event, who will be there, and whom one met."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from interactions.eventing import Guest, guests_of
from interactions.forms.days import DayField
from interactions.forms.names import WordsField
from interactions.forms.people import PeopleFields
from interactions.kinds import Going
from interactions.meeting import Met
from interactions.models import Attendance, Event
from netcrm.lib.folding import fold

LONGEST = 300  # letters of a reason, a subject, a promise

WORDS = WordsField(required=False, max_length=LONGEST)


class EventForm(forms.ModelForm[Event]):
    link = forms.URLField(label=_("Link"), required=False, max_length=1000, assume_scheme="https")

    class Meta:
        model = Event
        fields = [
            *("name", "kind", "starts_on", "at", "ends_on", "place", "link", "why", "going"),
            "notes",
        ]
        widgets = {
            "name": forms.TextInput({"autofocus": True}),
            "at": forms.TimeInput({"type": "time"}, format="%H:%M"),
            "notes": forms.Textarea({"rows": 3}),
        }
        field_classes = {"starts_on": DayField, "ends_on": DayField}
        help_texts = {
            "ends_on": _("Only where it lasts several days."),
            "why": _("What you hope to learn, to find or to show there."),
        }

    def __init__(self, today: dt.date, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        starts, ends = said.get("starts_on"), said.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("It cannot end before it begins."))
        if starts and starts > self.today and said.get("going") == Going.ATTENDED:
            self.add_error("going", _("It has not begun yet: say whether you are going."))
        return said


class GuestRow:
    """One on the list of an event as a form shows it; `key` tells it from the others."""

    def __init__(self, guest: Attendance) -> None:
        self.guest = guest
        self.key = str(guest.contact.uid) if guest.contact else guest.name
        self.name = guest.contact.name if guest.contact else guest.name
        self.is_ticked = False
        self.is_wanted, self.why = guest.is_wanted, guest.why
        self.about = self.promise = ""
        self.errors: list[str] = []

    def check(self, *names: str) -> list[str]:
        """Tidy the words of these names; what is wrong with them."""
        for name in names:
            try:
                setattr(self, name, WORDS.clean(getattr(self, name)))
            except ValidationError as error:
                self.errors += error.messages
        return self.errors


class GuestsForm(PeopleFields):
    """Who will be there, each with whether and why one wants to meet them; and others to add."""

    is_wanted = forms.BooleanField(label=_("I want to meet them"), required=False, initial=True)
    why = forms.CharField(label=_("Why"), required=False, max_length=LONGEST)

    def __init__(self, event: Event, sent: QueryDict | None = None) -> None:
        super().__init__(event.owner, sent)
        self.rows = [GuestRow(each) for each in guests_of(event)]
        if sent is not None:
            self.chosen, self.new_faces = sent.getlist("people"), sent.getlist("new_people")
            self._read(sent)

    def clean(self) -> dict[str, Any]:
        for row in self.rows:
            for error in row.check("why"):
                self.add_error(None, error)
        self.settle_people()
        return self.cleaned_data

    def changed(self) -> list[Attendance]:
        for row in self.rows:
            row.guest.is_wanted, row.guest.why = row.is_wanted, row.why
        return [row.guest for row in self.rows if not row.is_ticked]

    def gone(self) -> list[Attendance]:
        return [row.guest for row in self.rows if row.is_ticked]

    def added(self) -> list[Guest]:
        said = {"is_wanted": self.cleaned_data["is_wanted"], "why": self.cleaned_data["why"]}
        return [
            *(Guest(person, **said) for person in self.named),
            *(Guest(None, name, **said) for name in self.newcomers),
        ]

    def _read(self, sent: QueryDict) -> None:
        """Reasons come in the order of the keys; ticks name their keys."""
        why = dict(zip(sent.getlist("key"), sent.getlist("reason"), strict=False))
        wanted, gone = set(sent.getlist("wanted")), set(sent.getlist("gone"))
        for row in self.rows:
            if row.key in why:
                row.why = why[row.key]
                row.is_wanted, row.is_ticked = row.key in wanted, row.key in gone


class MetForm(PeopleFields):
    """Whom one met: ticked on the list, or named; with what about, and what one promised."""

    def __init__(self, event: Event, sent: QueryDict | None = None) -> None:
        super().__init__(event.owner, sent)
        self.rows = [GuestRow(each) for each in guests_of(event) if each.met_at is None]
        if sent is not None:
            self.chosen, self.new_faces = sent.getlist("people"), sent.getlist("new_people")
            self._read(sent)

    def clean(self) -> dict[str, Any]:
        for row in self.rows:
            for error in row.check("about", "promise"):
                self.add_error(None, error)
        unknown = [row.name for row in self._ticked() if row.guest.contact is None]
        self._meant = self.settle_people(typed=unknown)
        return self.cleaned_data

    def met(self) -> list[Met]:
        listed = [
            Met(
                row.guest.contact or self._meant.get(row.name),
                "" if row.guest.contact else row.name,
                row.about,
                row.promise,
            )
            for row in self._ticked()
        ]
        known = {each.person for each in listed}
        names = {fold(each.name) for each in listed}
        return [
            *listed,
            *(Met(person) for person in self.named if person not in known),
            *(Met(None, name) for name in self.newcomers if fold(name) not in names),
        ]

    def _ticked(self) -> list[GuestRow]:
        return [row for row in self.rows if row.is_ticked]

    def _read(self, sent: QueryDict) -> None:
        said = {
            key: (about, promised)
            for key, about, promised in zip(
                *(sent.getlist(name) for name in ("key", "about", "promise")), strict=False
            )
        }
        ticked = set(sent.getlist("met"))
        for row in self.rows:
            row.about, row.promise = said.get(row.key, ("", ""))
            # who wrote down what they spoke of has met them
            row.is_ticked = row.key in ticked or bool((row.about + row.promise).strip())
