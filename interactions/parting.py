"""What becomes of conversations when people are deleted for good."""

from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest

from contacts.models import SearchEntry
from contacts.searching import forget_entries
from interactions.indexing import KIND
from interactions.models import Help, Interaction, Participant
from interactions.wording import help_said


def part_with(contact_ids: Iterable[int]) -> None:
    """Delete conversations with nobody but these people. In the others keep how many were there,
    as a head count, so that the strength of those who stay does not change.
    """
    leaving = set(contact_ids)
    present = Participant.objects.filter(interaction=OuterRef("pk"))
    theirs = Interaction.objects.filter(Exists(present.filter(contact_id__in=leaving)))
    staying = Exists(present.exclude(contact_id__in=leaving))
    named = present.order_by().values("interaction").annotate(people=Count("pk")).values("people")
    shared = list(theirs.filter(staying).values_list("uid", flat=True))
    theirs.filter(staying).update(head_count=Greatest(Coalesce("head_count", 0), Subquery(named)))
    stays_found = SearchEntry.objects.filter(kind=KIND, contact_id__in=leaving)
    stays_found.filter(target_uid__in=shared).update(contact=None)
    alone = theirs.exclude(staying)
    forget_entries(KIND, list(alone.values_list("uid", flat=True)))
    alone.delete()
    _keep_help(leaving)


def _keep_help(leaving: set[int]) -> None:
    """An introduction goes with any of its people; the help it was stays with whoever stays."""
    parts = Q(introduction__introducer__in=leaving) | Q(introduction__first__in=leaving)
    owned = Help.objects.filter(parts | Q(introduction__second__in=leaving))
    for favour in owned.exclude(contact__in=leaving).select_related(
        "introduction__first", "introduction__second"
    ):
        favour.what, favour.introduction = help_said(favour)[:300], None
        favour.save(update_fields=["what", "introduction", "updated_at"])
