"""The form of a new conversation: one line, what was understood of it, and two promises."""

from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

from accounts.models import User
from interactions.forms.conversation import ConversationForm
from interactions.forms.faces import Face, faces
from interactions.forms.promises import PromiseLine
from interactions.kinds import Channel, Promiser, Source
from interactions.line_doubts import DayDoubt
from interactions.line_people import Known, Mention
from interactions.models import Interaction
from interactions.once import key_in
from interactions.rereading import reread
from interactions.suggesting import likely_people
from netcrm.lib.prepared import prepared


class LogForm(ConversationForm):
    """Bound to what was sent, after the line has had its say; else to who it starts with."""

    def __init__(self, user: User, sent: QueryDict | None = None, start_with: str = "") -> None:
        self.usual_channel = usual_channel(user)
        self.key = key_in(sent or {})
        self.line = ""
        self.doubts: tuple[Mention, ...] = ()
        self.day_doubt: DayDoubt | None = None
        # the words of a doubt about the day with which the form has come back before
        self.asked_day = sent.get("asked_day", "") if sent is not None else ""
        offered: tuple[Known, ...] = ()
        if sent is not None:
            again = reread(user, sent, self.usual_channel)
            sent, offered, self.doubts = again.data, again.offered, again.doubts
            self.day_doubt = again.day_doubt
            self.line = sent.get("line", "")
        super().__init__(user, sent, initial={"channel": self.usual_channel})
        self.offered = offered
        self.chosen = sent.getlist("people") if sent is not None else [start_with]
        self.new_faces = sent.getlist("new_people") if sent is not None else []
        options: dict[str, Any] = {"data": sent}
        self.mine = PromiseLine(self.today, prefix=Promiser.ME, **options)
        self.theirs = PromiseLine(self.today, prefix=Promiser.THEM, **options)

    def is_valid(self) -> bool:
        return all([super().is_valid(), self.mine.is_valid(), self.theirs.is_valid()])

    @property
    def asks_day(self) -> bool:
        """Whether it has yet to be asked which day the words mean."""
        return self.day_doubt is not None and self.day_doubt.typed != self.asked_day

    @property
    def is_doubtful(self) -> bool:
        """Whether it comes back once, so that what is not certain is looked at."""
        return bool(self.doubts) or self.asks_day

    @property
    def promises(self) -> list[tuple[str, PromiseLine]]:
        """Who promised, and the line; only those with words hold a promise."""
        return [(Promiser.ME, self.mine), (Promiser.THEM, self.theirs)]

    @property
    def faces(self) -> list[Face]:
        return faces(self.user, self.chosen, self.offered, likely_people(self.user))


def usual_channel(user: User) -> str:
    """The one of the last conversation logged by hand."""
    return _channels.first(user) or Channel.IN_PERSON


@prepared
def _channels(user: User) -> QuerySet[Interaction, str]:
    by_hand = Interaction.objects.of(user).filter(source=Source.HAND).order_by("-id")
    return by_hand.values_list("channel", flat=True)[:1]
