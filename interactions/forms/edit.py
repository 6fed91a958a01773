"""The form of a conversation that is known."""

from typing import Any

from django.http import QueryDict
from django.utils.functional import cached_property

from interactions.eventing import events_around
from interactions.forms.conversation import COLUMNS, ConversationForm
from interactions.kinds import Status
from interactions.models import Event, Interaction
from interactions.rereading import when_of


class EditForm(ConversationForm):
    def __init__(self, interaction: Interaction, sent: QueryDict | None = None) -> None:
        super().__init__(interaction.owner, sent, initial=_initial(interaction))
        self.interaction = interaction
        present = interaction.people.values_list("uid", flat=True)
        self.chosen = sent.getlist("people") if sent is not None else [str(uid) for uid in present]
        self.new_faces = sent.getlist("new_people") if sent is not None else []

    @cached_property
    def events(self) -> dict[str, Event]:
        """Those around its own day, and the one it has in any case."""
        around = list(events_around(self.user, self.interaction.on))
        has = self.interaction.event
        return {str(each.uid): each for each in ([has] if has else []) + around}

    def may_lie_ahead(self) -> bool:
        """What was cancelled stays on the day for which it was planned."""
        return super().may_lie_ahead() or self.interaction.status == Status.CANCELLED

    def facts(self) -> dict[str, Any]:
        """What this form does not ask for stays: that it was cancelled."""
        facts = super().facts()
        was = self.interaction
        if was.status == Status.CANCELLED and facts["status"] == Status.HELD:
            facts["status"] = was.status
        return facts


def _initial(interaction: Interaction) -> dict[str, Any]:
    when, _ = when_of(interaction.on, interaction.owner.today())
    return {name: getattr(interaction, name) for name in COLUMNS} | {
        "when": when,
        "event": str(interaction.event.uid) if interaction.event else "",
        "direction": interaction.direction,
        "is_planned": interaction.status == Status.PLANNED,
        "is_unanswered": not interaction.is_answered,
    }
