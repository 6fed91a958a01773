"""The first minutes after an import: some thirty people, a few quick answers about each.

From the answers the strengths are true on the first day: closeness is a rating, the rhythm becomes
estimated conversations, the years before count as shared history (docs/scoring.md).
"""

import datetime as dt
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Exists, F, Model, OuterRef, QuerySet
from django.utils import timezone

from accounts.models import User
from contacts.kinds import Circle, Kind
from contacts.models import Benefit, Contact, ContactRole, Email, ImportantDate, Phone
from contacts.partial_dates import earliest_day
from contacts.signals import people_changed
from interactions.kinds import Channel, Depth, Source
from interactions.models import Interaction
from interactions.recording import record_many, remove_estimates
from netcrm.lib.prepared import prepared
from strength.estimating import estimated_touches
from strength.rating import Answers, rate

SITTING = 30  # people; enough for every page to have something true to show
# Every scale goes up, as that of a rating does: 5 is the nearest, the most often, the longest.
CIRCLES = (Circle.OUTER, Circle.WIDER, Circle.ACTIVE, Circle.CLOSE, Circle.INNER)
ASKED = ("circle", "circle_chosen_on", "known_since")  # of the row itself
# Days between two conversations, by step: hardly ever, yearly, quarterly, monthly, weekly.
RHYTHMS: tuple[int | None, ...] = (None, 365, 91, 30, 7)
# Years known, by step: the middle of "this year", "1 to 3", "3 to 5", "5 to 10", "longer".
YEARS_KNOWN = (0, 2, 4, 7, 12)


@dataclass(frozen=True, slots=True)
class Known:
    """What was said of one person: steps from 1 to 5, None where not answered."""

    circle: int | None = None
    closeness: int | None = None
    rhythm: int | None = None
    years: int | None = None
    roles: list[str] = field(default_factory=list)
    benefits: list[str] = field(default_factory=list)


def waiting(user: User) -> QuerySet[Contact]:
    """Who has not been asked about; first those one went to some length to remember."""

    def has(model: type[Model]) -> Exists:
        return Exists(model._default_manager.filter(contact=OuterRef("pk")))

    return (
        Contact.objects.of(user)
        .listed()
        .filter(kind=Kind.PERSON, triaged_at=None, is_deceased=False)
        .order_by(
            F("starred_at").desc(nulls_last=True),
            has(ImportantDate).desc(),
            has(Phone).desc(),
            has(Email).desc(),
            "-met_on",
            "sort_name",
            "id",
        )
    )


def sitting(user: User) -> list[str]:
    """The uids of the people of one sitting, in order."""
    return [str(uid) for uid in waiting(user).values_list("uid", flat=True)[:SITTING]]


def next_sitting(user: User) -> int:
    """How many people the next sitting has."""
    return len(_next(user))


def left(user: User) -> int:
    """How many are yet to be asked about; nobody once the user has had enough."""
    return 0 if has_finished(user) else next_sitting(user)


@prepared
def _next(user: User) -> QuerySet[Contact, int]:
    return waiting(user).order_by().values_list("pk", flat=True)[:SITTING]


def answered(user: User) -> int:
    """How many people have been answered for or passed over."""
    return Contact.objects.of(user).living().exclude(triaged_at=None).count()


def has_finished(user: User) -> bool:
    return user.triage_finished_at is not None


@transaction.atomic
def finish(user: User) -> None:
    user.triage_finished_at = timezone.now()
    user.save(update_fields=["triage_finished_at"])


@transaction.atomic
def answer(person: Contact, known: Known) -> None:
    """Store what was said; what was not said stays as it is. Saying it again replaces it."""
    # what was written of them since the page was asked for stays
    person.refresh_from_db(from_queryset=Contact.objects.select_for_update())
    today = person.owner.today()
    if known.circle:
        person.choose_circle(CIRCLES[known.circle - 1], today)
    if known.years:
        person.known_since = str(today.year - YEARS_KNOWN[known.years - 1])
    person.triaged_at = timezone.now()
    person.save(update_fields=[*ASKED, "triaged_at", "updated_at"])
    _mark(person, known)
    people_changed.send(sender=Contact, owner=person.owner, contact_ids=[person.pk])
    if known.closeness:
        rate(person, Answers(known.closeness, known.closeness, known.closeness))
    if known.rhythm:
        _estimate(person, RHYTHMS[known.rhythm - 1], today)


@transaction.atomic
def pass_over(person: Contact) -> None:
    person.triaged_at = timezone.now()
    person.save(update_fields=["triaged_at", "updated_at"])


def _mark(person: Contact, known: Known) -> None:
    """Exactly these: the card shows what was marked before, so an empty box takes it away."""
    person.roles.exclude(role__in=known.roles).delete()
    person.benefits.exclude(kind__in=known.benefits).delete()
    ContactRole.objects.bulk_create(
        (ContactRole(contact=person, role=role) for role in known.roles), ignore_conflicts=True
    )
    Benefit.objects.bulk_create(
        (Benefit(contact=person, kind=kind) for kind in known.benefits), ignore_conflicts=True
    )


def _estimate(person: Contact, every: int | None, today: dt.date) -> None:
    remove_estimates(person)
    if every is None:
        return
    conversations = [
        Interaction(
            owner=person.owner,
            on=touch.on,
            channel=Channel.IN_PERSON,
            depth=Depth.NORMAL,
            source=Source.ESTIMATE,
        )
        for touch in estimated_touches(every, today, earliest_day(person.known_since))
    ]
    record_many(person.owner, [(conversation, [person]) for conversation in conversations])
