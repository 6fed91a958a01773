"""Group cards (Apple's lists, KIND:group): each becomes a tag for those of its people it names."""

from collections.abc import Callable, Iterable

from contacts.models import Tagging
from contacts.registering import Made, register_tags, tag_key
from contacts.searching import index_people
from exchange.models import ImportRow, ImportRun, SourceCard, Trace

TAGGED = "tagged"  # of a group: the reason for which it was not left out


def tag_members(
    run: ImportRun, groups: Iterable[ImportRow], made: Made, trace_of: Callable[[int], Trace]
) -> int:
    """How many groups became tags; one without a known member becomes none, and says so."""
    tagged = 0
    for row in groups:
        is_tag = _tag(run, row, made, trace_of)
        row.reason["code"] = TAGGED if is_tag else "no_tag"
        row.save(update_fields=["reason"])
        tagged += is_tag
    return tagged


def _tag(run: ImportRun, row: ImportRow, made: Made, trace_of: Callable[[int], Trace]) -> bool:
    members = [uid.removeprefix("urn:uuid:") for uid in (row.card or {}).get("members", ())]
    cards = SourceCard.objects.filter(external_uid__in=members, contact__owner=run.owner)
    people = set(cards.filter(contact__deleted_at=None).values_list("contact", flat=True))
    if not people or not tag_key(row.name):
        return False
    tag = register_tags(run.owner, [row.name], made)[tag_key(row.name)]
    has = set(Tagging.objects.filter(tag=tag, contact__in=people).values_list("contact", flat=True))
    fresh = [Tagging(tag_id=tag, contact_id=who) for who in sorted(people - has)]
    Tagging.objects.bulk_create(fresh)
    for tagging in fresh:
        trace_of(tagging.contact_id).added.setdefault("tagging", []).append(tagging.pk)
    index_people([tagging.contact_id for tagging in fresh])
    return True
