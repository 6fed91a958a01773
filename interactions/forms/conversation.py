"""The facts of a conversation, with the people in it."""

from typing import Any, cast

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from interactions.eventing import events_around
from interactions.forms.days import DayFields
from interactions.forms.people import PeopleFields
from interactions.kinds import Channel, Depth, Direction, Status
from interactions.line_words import MOST_MINUTES
from interactions.models import Event

FOLDED = ["notes", "place", "event", "depth", "head_count"]
COLUMNS = ["on", "at", "channel", "minutes", "depth", "subject", "place", "head_count", "notes"]
# Of two who meet nobody need have begun; a message always has a sender.
SIDES = [
    (Direction.MUTUAL, _("Both, or no matter")),
    (Direction.OUTGOING, _("I did")),
    (Direction.INCOMING, _("They did")),
]


class ConversationForm(PeopleFields, DayFields):
    channel = forms.ChoiceField(label=_("How"), choices=Channel.choices, widget=forms.RadioSelect)
    direction = forms.ChoiceField(
        label=_("Who reached out"),
        required=False,
        choices=SIDES,
        initial=Direction.MUTUAL,
        widget=forms.RadioSelect,
    )
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
    event = forms.ChoiceField(label=_("At an event"), required=False)
    notes = forms.CharField(
        label=_("Notes"), required=False, max_length=100_000, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, user: User, *args: Any, **options: Any) -> None:
        super().__init__(user, *args, **options)
        self.today = user.today()
        cast(forms.ChoiceField, self.fields["event"]).choices = self._event_choices

    @cached_property
    def events(self) -> dict[str, Event]:
        """Those that are offered, by uid; read when they are first asked for."""
        return {str(each.uid): each for each in events_around(self.user, self.today)}

    def _event_choices(self) -> list[tuple[str, str]]:
        return [("", gettext("No event")), *((uid, each.name) for uid, each in self.events.items())]

    @property
    def has_more(self) -> bool:
        """Whether what is folded away holds something to see."""
        return any(self[name].value() or self.errors.get(name) for name in FOLDED)

    def clean(self) -> dict[str, Any]:
        self.settle_day()
        self.settle_people(_("With whom? Choose or name at least one person."))
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        """The columns of Interaction that this form holds."""
        said = self.cleaned_data
        direction = said["direction"] or Direction.MUTUAL
        # what they wrote needs no answer of theirs to count
        is_unanswered = said["is_unanswered"] and direction != Direction.INCOMING
        return {name: said[name] for name in COLUMNS} | {
            "event": self.events[said["event"]] if said["event"] else None,
            "status": Status.PLANNED if said["is_planned"] else Status.HELD,
            "is_answered": not is_unanswered,
            "direction": Direction.OUTGOING if is_unanswered else direction,
        }
