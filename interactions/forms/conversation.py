"""The facts of a conversation, with the people in it."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.models import Contact
from interactions.forms.days import DayFields
from interactions.forms.names import NamesField, NewNamesField
from interactions.kinds import Channel, Depth, Direction, Status
from interactions.line_people import Known
from interactions.line_words import MOST_MINUTES
from interactions.people_meant import people_named

UNKNOWN_PERSON = _("One of these people is no longer among yours.")

FOLDED = ["notes", "place", "at", "depth", "head_count"]
COLUMNS = ["on", "at", "channel", "minutes", "depth", "subject", "place", "head_count", "notes"]


class ConversationForm(DayFields):
    people = forms.ModelMultipleChoiceField(
        queryset=Contact.objects.none(),
        to_field_name="uid",
        required=False,
        error_messages={"invalid_choice": UNKNOWN_PERSON, "invalid_pk_value": UNKNOWN_PERSON},
    )
    new_people = NewNamesField(required=False)
    names = NamesField(label=_("People"), required=False)
    channel = forms.ChoiceField(label=_("How"), choices=Channel.choices, widget=forms.RadioSelect)
    is_unanswered = forms.BooleanField(label=_("I wrote and have no answer yet"), required=False)
    minutes = forms.IntegerField(
        label=_("Minutes"), required=False, min_value=1, max_value=MOST_MINUTES
    )
    subject = forms.CharField(label=_("What about"), required=False, max_length=300)
    depth = forms.ChoiceField(
        label=_("How deep"), required=False, choices=[("", _("As the minutes say")), *Depth.choices]
    )
    at = forms.TimeField(
        label=_("Time"), required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )
    place = forms.CharField(label=_("Where"), required=False, max_length=200)
    head_count = forms.IntegerField(
        label=_("People there besides you"),
        required=False,
        min_value=1,
        max_value=10_000,
        help_text=_("For crowds: more than those named above."),
    )
    notes = forms.CharField(
        label=_("Notes"), required=False, max_length=100_000, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, user: User, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user
        self.today = user.today()
        self.chosen: list[str] = []  # uids in the order in which they were chosen
        self.named: list[Contact] = []
        self.newcomers: list[str] = []
        self.offered: tuple[Known, ...] = ()
        people = self.fields["people"]
        assert isinstance(people, forms.ModelMultipleChoiceField)  # noqa: S101 - for the type only
        people.queryset = Contact.objects.of(user).living()

    @property
    def has_more(self) -> bool:
        """Whether what is folded away holds something to see."""
        return any(self[name].value() or self.errors.get(name) for name in FOLDED)

    def clean(self) -> dict[str, Any]:
        self.settle_day()
        self._settle_people()
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        """The columns of Interaction that this form holds."""
        said = self.cleaned_data
        is_unanswered = said["is_unanswered"]
        return {name: said[name] for name in COLUMNS} | {
            "status": Status.PLANNED if said["is_planned"] else Status.HELD,
            "is_answered": not is_unanswered,
            "direction": Direction.OUTGOING if is_unanswered else Direction.MUTUAL,
        }

    def _settle_people(self) -> None:
        """Everyone who is meant: chosen, typed by name, and new."""
        order = {uid: at for at, uid in enumerate(self.chosen)}
        chosen = sorted(
            self.cleaned_data.get("people") or (), key=lambda each: order.get(str(each.uid), 0)
        )
        self.newcomers = list(self.cleaned_data.get("new_people") or ())
        typed = people_named(self.user, self.cleaned_data.get("names") or ())
        for name, fitting in typed.items():
            if not fitting:
                self.newcomers.append(name)
            elif len(fitting) == 1:
                chosen.append(fitting[0])
            elif not set(fitting) & set(chosen):
                self._ask_which(name, fitting)
        self.named = list(dict.fromkeys(chosen))
        if not (self.named or self.newcomers or self.errors.keys() & {"people", "names"}):
            self.add_error("people", _("With whom? Choose or name at least one person."))

    def _ask_which(self, name: str, fitting: list[Contact]) -> None:
        self.offered += tuple(Known(str(each.uid), each.name) for each in fitting)
        self.add_error(
            "people",
            gettext("Several people fit “%(name)s”: tick who it was.") % {"name": name},
        )
