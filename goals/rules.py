"""What goals count, in the log: one rule for each kind."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Self

from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Least, Length, Substr
from django.db.models.lookups import IsNull

from accounts.models import User
from contacts.kinds import Kind
from contacts.models import Contact
from goals.kinds import Counted
from goals.models import BrandActivity, Goal
from interactions.kinds import Channel, Direction, Going, HelpDirection, Promiser, Source, Status
from interactions.models import Event, FollowUp, Help, Interaction, Introduction, Participant

MEETINGS = (Channel.IN_PERSON, Channel.VIDEO)  # what counts as having met
REACHING = (Direction.OUTGOING, Direction.MUTUAL)
HELD = Q(interaction__status=Status.HELD, interaction__deleted_at=None)
PLANNED = Q(interaction__status=Status.PLANNED, interaction__deleted_at=None)
MET = Q(interaction__channel__in=MEETINGS, interaction__is_answered=True)

Span = tuple[dt.date, dt.date]  # both days belong to it
Rows = QuerySet[Any, Any]


class Terms(NamedTuple):
    """What rules read of a goal."""

    owner: User
    starts_on: dt.date
    channel: str | None

    @classmethod
    def of(cls, goal: Goal) -> Self:
        return cls(goal.owner, goal.starts_on, goal.channel or None)


@dataclass(frozen=True, slots=True)
class Rule:
    """`rows` are those within the days; `people` the ways from a row to the people filter."""

    rows: Callable[[Terms, Span], Rows]
    uid: str
    day: str
    people: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()  # what the words need


def _events(terms: Terms, span: Span) -> Rows:
    return Event.objects.of(terms.owner).attended().filter(starts_on__range=span)


def _planned_events(terms: Terms, span: Span) -> Rows:
    planned = Event.objects.of(terms.owner).living().filter(going=Going.PLANNED)
    return planned.filter(starts_on__range=span)


def _conversations(terms: Terms, span: Span) -> Rows:
    held = Interaction.objects.of(terms.owner).held().filter(on__range=span, is_answered=True)
    return _by_channel(held.exclude(source=Source.ESTIMATE), terms, "channel")


def _planned(terms: Terms, span: Span) -> Rows:
    planned = Interaction.objects.of(terms.owner).living().filter(status=Status.PLANNED)
    return _by_channel(planned.filter(on__range=span), terms, "channel")


def _new_contacts(terms: Terms, span: Span) -> Rows:
    return _firsts(terms, span, Q(interaction__direction__in=REACHING))


def _first_meetings(terms: Terms, span: Span) -> Rows:
    return _firsts(terms, span, MET)


def _firsts(terms: Terms, span: Span, kind: Q) -> Rows:
    """Whom this kind of conversation was the first ever with, those known before apart."""
    earlier = Participant.objects.filter(
        HELD & kind, contact=OuterRef("contact"), interaction__on__lt=OuterRef("interaction__on")
    )
    return _with_strangers(terms, span, HELD & kind, earlier)


def _planned_firsts(terms: Terms, span: Span) -> Rows:
    """Whom one is to meet and never has."""
    met = Participant.objects.filter(HELD & MET, contact=OuterRef("contact"))
    return _with_strangers(terms, span, PLANNED & MET, met)


def _with_strangers(terms: Terms, span: Span, talks: Q, before: Rows) -> Rows:
    """People in these conversations who were not known, and with whom there was none `before`."""
    estimated = Participant.objects.filter(
        HELD, contact=OuterRef("contact"), interaction__source=Source.ESTIMATE
    )
    rows = Participant.objects.filter(
        talks,
        _is_new(terms, "interaction__on", "contact__"),
        interaction__owner=terms.owner,
        interaction__on__range=span,
        contact__deleted_at=None,
        contact__kind=Kind.PERSON,
        contact__is_self=False,
    )
    # most were spoken with before: the first test leaves little to the second
    rows = rows.filter(_has_none(before), _has_none(estimated))
    return _by_channel(rows, terms, "interaction__channel")


def _has_none(rows: Rows) -> IsNull:
    """Looked up for each row by its index. Of NOT EXISTS, PostgreSQL without statistics makes a
    join of everything with everything.
    """
    return IsNull(Subquery(rows.values("pk")[:1]), True)


def _is_new(terms: Terms, day: str, person: str = "") -> Q:
    """Not known before that day, nor met before the goal began. Whoever came with an import was
    known, unless a day says since when.
    """
    begun = Least(day, terms.starts_on)
    has_no_day = Q(**{f"{person}known_since": "", f"{person}met_on": ""})
    return (
        _is_not_before(f"{person}known_since", F(day))
        & _is_not_before(f"{person}met_on", begun)
        & (Q(**{f"{person}imported_on": None}) | ~has_no_day)
    )


def _is_not_before(partial: str, day: F | Least) -> Q:
    """A month or a year is compared as far as it is known: "2026-11" is not before 14 November."""
    as_far = Substr(Cast(day, CharField()), 1, Length(F(partial)))
    return Q(**{partial: ""}) | Q(**{f"{partial}__gte": as_far})


def _by_channel(rows: Rows, terms: Terms, path: str) -> Rows:
    return rows if terms.channel is None else rows.filter(**{path: terms.channel})


def _help(terms: Terms, span: Span) -> Rows:
    given = Help.objects.of(terms.owner).living().filter(direction=HelpDirection.GIVEN)
    return given.filter(on__range=span, contact__deleted_at=None)


def _introductions(terms: Terms, span: Span) -> Rows:
    made = Introduction.objects.of(terms.owner).made()
    return made.filter(introducer__is_self=True, made_on__range=span)


def _brand(terms: Terms, span: Span) -> Rows:
    return BrandActivity.objects.of(terms.owner).living().filter(on__range=span)


def _promises(terms: Terms, span: Span) -> Rows:
    mine = FollowUp.objects.of(terms.owner).filter(by=Promiser.ME, deleted_at=None)
    return mine.filter(done_on__range=span)


def _new_people(terms: Terms, span: Span) -> Rows:
    """Added within the days, and not known before the day on which they were added."""
    people = Contact.objects.of(terms.owner).living().filter(kind=Kind.PERSON, added_on__range=span)
    return people.filter(_is_new(terms, "added_on"))


RULES: dict[str, Rule] = {
    Counted.EVENTS: Rule(_events, "uid", "starts_on"),
    Counted.NEW_CONTACTS: Rule(
        _new_contacts, "contact__uid", "interaction__on", ("contact",), ("contact", "interaction")
    ),
    Counted.CONVERSATIONS: Rule(_conversations, "uid", "on", ("participants__contact",)),
    Counted.FIRST_MEETINGS: Rule(
        _first_meetings, "contact__uid", "interaction__on", ("contact",), ("contact", "interaction")
    ),
    Counted.HELP: Rule(_help, "uid", "on", ("contact",), ("contact",)),
    Counted.INTRODUCTIONS: Rule(
        _introductions, "uid", "made_on", ("first", "second"), ("first", "second")
    ),
    Counted.BRAND: Rule(_brand, "uid", "on"),
    Counted.PROMISES: Rule(_promises, "uid", "done_on", ("contact",), ("contact",)),
    Counted.NEW_PEOPLE: Rule(_new_people, "uid", "added_on", ("pk",)),
}
# What is planned and not yet done, where something can be.
AHEAD: dict[str, Rule] = {
    Counted.EVENTS: replace(RULES[Counted.EVENTS], rows=_planned_events),
    Counted.CONVERSATIONS: replace(RULES[Counted.CONVERSATIONS], rows=_planned),
    Counted.FIRST_MEETINGS: replace(RULES[Counted.FIRST_MEETINGS], rows=_planned_firsts),
}
