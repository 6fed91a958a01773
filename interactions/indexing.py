"""Lets conversations be found by what they were about."""

from collections.abc import Sequence

from contacts.searching import Entry, forget_entries, write_entries
from interactions.models import Interaction, Participant

KIND = "conversation"


def index_conversations(interactions: Sequence[Interaction]) -> None:
    """Bring their entries up to date; without words, or in the trash, there is nothing to find."""
    telling = [each for each in interactions if each.deleted_at is None and _has_words(each)]
    present = _first_present(telling)
    write_entries([_entry(each, present.get(each.pk)) for each in telling])
    silent = [each.uid for each in interactions if each not in telling]
    if silent:
        forget_entries(KIND, silent)


def _has_words(interaction: Interaction) -> bool:
    return bool(interaction.subject or interaction.notes or interaction.place)


def _entry(interaction: Interaction, contact_id: int | None) -> Entry:
    return Entry(
        owner_id=interaction.owner_id,
        kind=KIND,
        target_uid=interaction.uid,
        contact_id=contact_id,
        title=interaction.subject,
        text="\n".join((interaction.notes, interaction.place)),
    )


def _first_present(interactions: Sequence[Interaction]) -> dict[int, int]:
    rows = Participant.objects.filter(interaction__in=[each.pk for each in interactions])
    return dict(rows.order_by("-id").values_list("interaction_id", "contact_id"))
