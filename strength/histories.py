"""Everything that happened with some people, read from the database into the engine's words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Count

from contacts.models import Contact
from contacts.partial_dates import earliest_day
from interactions.kinds import Depth, HelpDirection, HelpSize, Status
from interactions.models import Help, Interaction, Participant
from strength.events import Favour, History, Rated, Touch, depth_of_minutes
from strength.models import Rating

# Worth of a favour in medium ones: spec of the model, inputs.
SIZES: Mapping[str, float] = {HelpSize.SMALL: 0.5, HelpSize.MEDIUM: 1.0, HelpSize.LARGE: 2.0}


def histories(people: Iterable[Contact]) -> dict[int, History]:
    """By the id of the person; of each, all living events whatever their day."""
    known = {person.pk: (earliest_day(person.known_since), person.added_on) for person in people}
    touches, ratings, favours = _touches(known), _ratings(known), _favours(known)
    return {
        contact_id: History(
            tuple(touches[contact_id]),
            tuple(ratings[contact_id]),
            tuple(favours[contact_id]),
            known_since,
            added_on,
        )
        for contact_id, (known_since, added_on) in known.items()
    }


def _touches(ids: Iterable[int]) -> dict[int, list[Touch]]:
    held = Participant.objects.filter(
        contact_id__in=list(ids),
        interaction__status=Status.HELD,
        interaction__deleted_at=None,
    )
    rows = list(
        held.values_list(
            "contact_id",
            "interaction_id",
            "interaction__on",
            "interaction__channel",
            "interaction__depth",
            "interaction__minutes",
            "interaction__head_count",
            "interaction__is_answered",
        )
    )
    present = _present({row[1] for row in rows})
    by_person: dict[int, list[Touch]] = defaultdict(list)
    for contact_id, interaction_id, on, channel, depth, minutes, heads, is_answered in rows:
        people = max(present[interaction_id], heads or 1)
        by_person[contact_id].append(
            Touch(on, channel, _depth(depth, minutes), people, is_answered)
        )
    return by_person


def _present(interaction_ids: set[int]) -> dict[int, int]:
    """How many named people each conversation had."""
    counted = (
        Interaction.objects.filter(pk__in=interaction_ids)
        .order_by()
        .annotate(named=Count("participants"))
    )
    return dict(counted.values_list("pk", "named"))


def _depth(depth: str, minutes: int | None) -> str:
    if depth:
        return depth
    return Depth.NORMAL if minutes is None else depth_of_minutes(minutes)


def _ratings(ids: Iterable[int]) -> dict[int, list[Rated]]:
    by_person: dict[int, list[Rated]] = defaultdict(list)
    living = Rating.objects.filter(contact_id__in=list(ids)).living()
    steps = ("on", "trust", "respect", "common", "changed_things")
    for contact_id, *said in living.values_list("contact_id", *steps):
        by_person[contact_id].append(Rated(*said))
    return by_person


def _favours(ids: Iterable[int]) -> dict[int, list[Favour]]:
    by_person: dict[int, list[Favour]] = defaultdict(list)
    living = Help.objects.filter(contact_id__in=list(ids)).living()
    rows = living.values_list("contact_id", "on", "direction", "size", "share")
    for contact_id, on, direction, size, share in rows:
        given = direction == HelpDirection.GIVEN
        by_person[contact_id].append(Favour(on, given, SIZES[size] * share))
    return by_person


def history_of(person: Contact) -> History:
    return histories([person])[person.pk]
