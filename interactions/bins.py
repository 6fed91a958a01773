"""What happened, as it waits in the trash.

Help that an introduction or a row of a room above is waits with that, and is not listed again.
"""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contacts.bins import Bin, thrown_away
from interactions.models import Event, FollowUp, Help, Interaction, Introduction
from interactions.wording import headline, help_said, pair


def _talk_named(talk: Interaction) -> str:
    people = ", ".join(each.name for each in talk.people.all())
    return f"{headline(talk)} · {people}" if people else headline(talk)


def _favour_named(favour: Help) -> str:
    names = {"what": help_said(favour), "name": favour.contact.name}
    return gettext("%(what)s · %(name)s") % names


def _promise_named(promise: FollowUp) -> str:
    return f"{promise.what} · {promise.contact.name}" if promise.contact else promise.what


CONVERSATIONS = Bin(
    kind="conversation",
    word=_("Conversation"),
    icon="messages-square",
    rows=lambda user: Interaction.objects.of(user).trashed().prefetch_related("people"),
    name=_talk_named,
    restore="interactions:restore",
)
EVENTS = Bin(
    kind="event",
    word=_("Event"),
    icon="calendar",
    rows=thrown_away(Event),
    restore="interactions:restore_event",
)
FAVOURS = Bin(
    kind="help",
    word=_("Help"),
    icon="hand-heart",
    rows=lambda user: (
        Help.objects.of(user).by_itself().exclude(deleted_at=None).select_related("contact")
    ),
    name=_favour_named,
    restore="interactions:restore_help",
)
PROMISES = Bin(
    kind="promise",
    word=_("Promise"),
    icon="list-checks",
    rows=lambda user: FollowUp.objects.of(user).exclude(deleted_at=None).select_related("contact"),
    name=_promise_named,
    restore="interactions:restore_promise",
)
INTRODUCTIONS = Bin(
    kind="introduction",
    word=_("Introduction"),
    icon="waypoints",
    rows=lambda user: Introduction.objects.of(user).exclude(deleted_at=None).with_people(),
    name=pair,
    restore="interactions:restore_introduction",
)
BINS = (CONVERSATIONS, EVENTS, PROMISES, FAVOURS, INTRODUCTIONS)
