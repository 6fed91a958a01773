"""Group cards (Apple's lists, KIND:group): each becomes a tag for those of its people it names."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import unquote

from django.db.models.functions import Lower

from accounts.models import User
from contacts.models import Contact, Email, Tagging
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
    people = _people(run.owner, (row.card or {}).get("members", ()))
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


def _people(user: User, members: Sequence[str]) -> set[int]:
    """Those named by the uid of their card, and those by an address (RFC 6350, 6.6.5) that is
    nobody else's.
    """
    mine = Contact.objects.of(user).living().values("pk")
    cards = SourceCard.objects.filter(external_uid__in=members, contact__in=mine)
    addresses = list(filter(None, map(_address, members)))
    emails = Email.objects.annotate(known_by=Lower("address")).filter(contact__in=mine)
    having: dict[str, set[int]] = defaultdict(set)
    for address, who in emails.filter(known_by__in=addresses).values_list("known_by", "contact"):
        having[address].add(who)
    alone = (people for people in having.values() if len(people) == 1)
    return set(cards.values_list("contact", flat=True)).union(*alone)


def _address(member: str) -> str:
    """Of mailto: (RFC 6068), or ""."""
    scheme, _colon, rest = member.partition(":")
    return unquote(rest.partition("?")[0]).strip().lower() if scheme.lower() == "mailto" else ""
