"""What the day asks for, each list in one query of its own."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from accounts.models import User
from contacts.kinds import Kind
from contacts.models import Contact
from interactions.eventing import events_ahead, events_to_review
from interactions.kinds import Channel, Promiser, Source, Status
from interactions.models import Event, FollowUp, Interaction, Introduction, Participant
from interactions.pending import introductions_waiting
from netcrm.lib.id_lists import among
from netcrm.lib.prepared import prepared
from planning import triage
from planning.unthanked import Owed, unthanked
from strength.models import Rating

# What a line about somebody to rate says; whole rows of three tables would take twice the time.
SHOWN = (
    *("interaction__uid", "interaction__on", "interaction__channel", "interaction__subject"),
    *("contact__uid", "contact__name", "contact__photo"),
)
# Whom one met or heard: messages say little about trust, and are many.
SPOKEN = (Channel.IN_PERSON, Channel.VIDEO, Channel.PHONE)
RATED_WITHIN = 14  # days: later one no longer knows how it went
AHEAD = 7  # days
MOST = 20  # of one list: more than a day can hold


@dataclass(frozen=True, slots=True)
class Promises:
    """Overdue, due and soon due, the oldest first."""

    day: dt.date
    rows: Sequence[FollowUp]

    @property
    def due(self) -> int:
        return sum(each.due_on <= self.day for each in self.rows)

    @property
    def to_come(self) -> int:
        return len(self.rows) - self.due


@dataclass(frozen=True, slots=True)
class Today:
    day: dt.date
    unrated: Sequence[Participant]
    promised: Promises
    awaited: Promises
    passed: Sequence[Interaction]
    ahead: Sequence[Interaction]
    unthanked: Sequence[Owed]
    introductions: Sequence[Introduction]
    events_over: Sequence[Event]
    events_ahead: Sequence[Event]
    to_triage: int
    knows_anybody: bool

    @property
    def is_quiet(self) -> bool:
        lists = (self.unrated, self.promised.rows, self.awaited.rows, self.passed, self.ahead)
        others = (self.unthanked, self.introductions, self.events_over, self.events_ahead)
        return not any((*lists, *others))


def today_of(user: User) -> Today:
    day = user.today()
    planned = _planned(user, day + dt.timedelta(days=AHEAD))
    return Today(
        day=day,
        unrated=unrated(user, day),
        promised=_promises(user, day, Promiser.ME),
        awaited=_promises(user, day, Promiser.THEM),
        # a meeting of this day may still be to come: it is asked about from its day on
        passed=[each for each in planned if each.on <= day],
        ahead=[each for each in planned if each.on > day],
        unthanked=unthanked(user, day),
        introductions=introductions_waiting(user, day),
        events_over=events_to_review(user, day),
        events_ahead=events_ahead(user, day),
        to_triage=triage.left(user),
        knows_anybody=bool(_anybody(user)),
    )


def unrated(user: User, day: dt.date) -> Sequence[Participant]:
    """Each person of whom nothing was said since the last conversation of late, newest first.

    A rating settles the earlier conversations too: it says how things stand.
    """
    newest: dict[int, int] = {}  # by person
    for row, person in _unrated(user, day - dt.timedelta(days=RATED_WITHIN), day):
        newest.setdefault(person, row)
    shown = list(newest.values())[:MOST]
    return sorted(_shown(shown), key=lambda each: shown.index(each.pk)) if shown else []


@prepared
def _shown(rows: Sequence[int]) -> QuerySet[Participant]:
    whole = Participant.objects.select_related("interaction", "contact").only(*SHOWN)
    return whole.filter(pk__in=among(rows))


@prepared
def _unrated(user: User, since: dt.date, day: dt.date) -> QuerySet[Participant, tuple[int, int]]:
    rated = Rating.objects.living().filter(
        contact=OuterRef("contact"), on__gte=OuterRef("interaction__on")
    )
    of_late = Participant.objects.filter(
        interaction__owner=user,
        interaction__deleted_at=None,
        interaction__status=Status.HELD,
        interaction__is_answered=True,
        interaction__channel__in=SPOKEN,
        interaction__on__range=(since, day),
        rating_declined_at=None,
        # spelt out, since a subquery of all people would be run through first
        contact__kind=Kind.PERSON,
        contact__deleted_at=None,
        contact__archived_at=None,
        contact__is_deceased=False,
        contact__is_unscored=False,
    )
    newest = of_late.exclude(interaction__source=Source.ESTIMATE).order_by(
        "-interaction__on", "-interaction__id", "id"
    )
    return newest.filter(~Exists(rated)).values_list("pk", "contact_id")[: 5 * MOST]


def _promises(user: User, day: dt.date, by: Promiser) -> Promises:
    return Promises(day, _promised(user, day + dt.timedelta(days=AHEAD), by))


@prepared
def _promised(user: User, until: dt.date, by: Promiser) -> QuerySet[FollowUp]:
    soon = FollowUp.objects.of(user).due(until).filter(by=by).by_day()
    return soon.select_related("contact")[:MOST]


@prepared
def _planned(user: User, until: dt.date) -> QuerySet[Interaction]:
    """Whatever was planned for a day up to then and has not been settled."""
    planned = Interaction.objects.of(user).living().filter(status=Status.PLANNED, on__lte=until)
    present = Contact.objects.living().only("uid", "name").by_name()
    return planned.order_by("on", "id").prefetch_related(Prefetch("people", present))[: 2 * MOST]


@prepared
def _anybody(user: User) -> QuerySet[Contact, int]:
    return Contact.objects.of(user).living().values_list("pk", flat=True)[:1]
