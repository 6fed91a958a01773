"""What becomes of conversations when people are deleted for good."""

from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, Greatest

from contacts.searching import forget_entries
from interactions.indexing import CONVERSATIONS, EVENTS, HELP, INTRODUCTIONS
from interactions.models import (
    Attendance,
    Event,
    Help,
    Interaction,
    Introduction,
    Participant,
)
from interactions.wording import help_said
from netcrm.lib.id_lists import among


def part_with(contact_ids: Iterable[int]) -> None:
    """Delete conversations with nobody but these people. In the others keep how many were there,
    as a head count, so that the strength of those who stay does not change.
    """
    leaving = among(contact_ids)
    present = Participant.objects.filter(interaction=OuterRef("pk"))
    theirs = Interaction.objects.filter(Exists(present.filter(contact_id__in=leaving)))
    staying = Exists(present.exclude(contact_id__in=leaving))
    named = present.order_by().values("interaction").annotate(people=Count("pk")).values("people")
    theirs.filter(staying).update(head_count=Greatest(Coalesce("head_count", 0), Subquery(named)))
    alone = theirs.exclude(staying)
    forget_entries(CONVERSATIONS.name, list(alone.values_list("uid", flat=True)))
    alone.delete()
    _leave_conversations(leaving)
    _keep_help(leaving)
    _leave_events(leaving)


def _leave_conversations(leaving: RawSQL) -> None:
    """Nobody finds one by somebody who is gone."""
    present = Participant.objects.filter(contact__in=leaving)
    talks = list(Interaction.objects.filter(pk__in=present.values("interaction")))
    present.delete()
    CONVERSATIONS.index(talks)


def _keep_help(leaving: RawSQL) -> None:
    """An introduction goes with any of its people; the help it was stays with whoever stays."""
    parts = Q(introduction__introducer__in=leaving) | Q(introduction__first__in=leaving)
    owned = Help.objects.filter(parts | Q(introduction__second__in=leaving))
    gone = Introduction.objects.filter(
        Q(introducer__in=leaving) | Q(first__in=leaving) | Q(second__in=leaving)
    )
    forget_entries(INTRODUCTIONS.name, list(gone.values_list("uid", flat=True)))
    for favour in owned.exclude(contact__in=leaving).select_related(
        "introduction__first", "introduction__second"
    ):
        favour.what, favour.introduction = help_said(favour)[:300], None
        favour.save(update_fields=["what", "introduction", "updated_at"])
        HELP.index([favour])


def _leave_events(leaving: RawSQL) -> None:
    """Nobody finds an event by a guest who is gone."""
    events = list(Event.objects.filter(attendances__contact__in=leaving).distinct())
    Attendance.objects.filter(contact__in=leaving).delete()
    EVENTS.index(events)
