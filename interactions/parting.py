"""What becomes of conversations when people are deleted for good."""

from collections.abc import Iterable

from django.db.models import Count, Q

from contacts.models import SearchEntry
from contacts.searching import forget_entries
from interactions.indexing import KIND
from interactions.models import Interaction, Participant


def part_with(contact_ids: Iterable[int]) -> None:
    """Delete conversations with nobody but these people. In the others keep how many were there,
    as a head count, so that the strength of those who stay does not change.
    """
    leaving = set(contact_ids)
    theirs = Participant.objects.filter(contact_id__in=leaving).values("interaction")
    counted = Interaction.objects.filter(pk__in=theirs).annotate(
        named=Count("participants"),
        staying=Count("participants", filter=~Q(participants__contact_id__in=leaving)),
    )
    shared = list(counted.filter(staying__gt=0))
    alone = list(counted.filter(staying=0))
    for interaction in shared:
        interaction.head_count = max(interaction.head_count or 0, interaction.named)
    Interaction.objects.bulk_update(shared, ["head_count"], batch_size=200)
    stays_found = SearchEntry.objects.filter(kind=KIND, contact_id__in=leaving)
    stays_found.filter(target_uid__in=[each.uid for each in shared]).update(contact=None)
    forget_entries(KIND, [each.uid for each in alone])
    Interaction.objects.filter(pk__in=[interaction.pk for interaction in alone]).delete()
