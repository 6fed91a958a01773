"""Everything that happened with some people, read from the database into the engine's words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Count, OuterRef, Subquery

from contacts.models import Contact
from contacts.partial_dates import earliest_day
from interactions.kinds import Depth, HelpDirection, HelpSize, Status
from interactions.models import Help, Participant
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
    named = Participant.objects.filter(interaction=OuterRef("interaction")).order_by()
    rows = Participant.objects.filter(
        contact_id__in=list(ids),
        interaction__status=Status.HELD,
        interaction__deleted_at=None,
    ).values_list(
        "contact_id",
        "interaction__on",
        "interaction__channel",
        "interaction__depth",
        "interaction__minutes",
        "interaction__head_count",
        "interaction__is_answered",
        Subquery(named.values("interaction").annotate(people=Count("pk")).values("people")),
    )
    by_person: dict[int, list[Touch]] = defaultdict(list)
    for contact_id, on, channel, depth, minutes, heads, is_answered, present in rows:
        people = max(present, heads or 1)
        by_person[contact_id].append(
            Touch(on, channel, _depth(depth, minutes), people, is_answered)
        )
    return by_person


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
