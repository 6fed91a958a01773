"""What a goal counts, read from the log: one rule for each kind, each thing counted once."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Length, Substr
from django.urls import NoReverseMatch

from contacts.conditions import narrow
from contacts.filtering import PeopleFilter, conditions_of, people_in
from contacts.finding import terms_of, text_conditions
from contacts.kinds import Kind
from contacts.models import Contact, ContactQuerySet
from goals.kinds import Counted
from goals.models import BrandActivity, Goal
from interactions.kinds import Channel, Direction, Going, HelpDirection, Promiser, Source, Status
from interactions.models import Event, FollowUp, Help, Interaction, Introduction, Participant
from interactions.wording import headline

MEETINGS = (Channel.IN_PERSON, Channel.VIDEO)  # what counts as having met
REACHING = (Direction.OUTGOING, Direction.MUTUAL)
SHOWN = 100  # counted things in one list

Span = tuple[dt.date, dt.date]  # both days belong to it
Rows = QuerySet[Any, Any]


@dataclass(frozen=True, slots=True)
class Thing:
    uid: UUID
    on: dt.date
    words: str
    url: str  # empty where it has no page


@dataclass(frozen=True, slots=True)
class Rule:
    """`rows` are those within the days; `people` the ways from a row to the people filter."""

    rows: Callable[[Goal, Span], Rows]
    uid: str
    day: str
    people: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()  # what the words need


def days_counted(goal: Goal, span: Span) -> list[dt.date]:
    """The day of each thing, in order, those left out apart. One query and one for the filter."""
    left_out = {each.counted_uid for each in goal.left_out.all()} if goal.pk else set()
    marks = _marks(goal, span)
    return sorted(day for uid, day in marks.items() if uid not in left_out)


def things(goal: Goal, span: Span) -> tuple[list[Thing], list[Thing]]:
    """What was counted, and what the user left out, each with the newest first."""
    left_out = {each.counted_uid for each in goal.left_out.all()}
    rule = RULES[goal.counts]
    rows = _rows(rule, goal, span).select_related(*rule.joined).order_by(F(rule.day).asc(), "pk")
    if goal.counts == Counted.CONVERSATIONS:
        rows = rows.prefetch_related("people")
    found: dict[UUID, Thing] = {}
    for row in rows:
        thing = _thing(row, rule)
        found.setdefault(thing.uid, thing)
    newest_first = list(found.values())[::-1]
    counted = [each for each in newest_first if each.uid not in left_out]
    return counted[:SHOWN], [each for each in newest_first if each.uid in left_out]


def booked(goal: Goal, today: dt.date, last: dt.date) -> int:
    """Planned from today to the end of the period and not yet done."""
    if goal.counts == Counted.EVENTS:
        planned = Event.objects.of(goal.owner).living().filter(going=Going.PLANNED)
        return planned.filter(starts_on__range=(today, last)).count()
    if goal.counts not in {Counted.CONVERSATIONS, Counted.FIRST_MEETINGS}:
        return 0
    rule = replace(RULES[Counted.CONVERSATIONS], rows=_planned)
    return len(_marks(goal, (today, last), rule))


def people_meant(goal: Goal) -> ContactQuerySet | None:
    """The people that a goal is about; None where it is about everybody."""
    if goal.person_id and goal.counts != Counted.STRENGTH:
        return Contact.objects.of(goal.owner).filter(pk=goal.person_id)
    wanted = PeopleFilter.read(goal.people)
    if not wanted.is_narrowed:
        return None
    query = wanted.query
    people = people_in(goal.owner, wanted.view)
    terms = terms_of(query, goal.owner.phone_country)
    conditions = [
        *text_conditions(goal.owner, terms),
        *conditions_of(goal.owner, people, query),
    ]
    return narrow(people, conditions).people


def _marks(goal: Goal, span: Span, rule: Rule | None = None) -> dict[UUID, dt.date]:
    """People are tested here: the database would walk through everything they ever did."""
    rule = rule or RULES[goal.counts]
    people = people_meant(goal) if rule.people else None
    ids = None if people is None else set(people.order_by().values_list("pk", flat=True))
    ways = () if ids is None else rule.people
    marks: dict[UUID, dt.date] = {}
    for uid, day, *who in rule.rows(goal, span).values_list(rule.uid, rule.day, *ways):
        if ids is None or not ids.isdisjoint(who):
            marks[uid] = min(day, marks.get(uid, day))
    return marks


def _rows(rule: Rule, goal: Goal, span: Span) -> Rows:
    rows = rule.rows(goal, span)
    people = people_meant(goal) if rule.people else None
    if people is None:
        return rows
    # fetched first: as a subquery its conditions would be tested again for every row
    ids = list(people.order_by().values_list("pk", flat=True))
    among = Q()
    for way in rule.people:
        among |= Q(**{f"{way}__in": ids})
    return rows.filter(among)


def _events(goal: Goal, span: Span) -> Rows:
    return Event.objects.of(goal.owner).attended().filter(starts_on__range=span)


def _conversations(goal: Goal, span: Span) -> Rows:
    held = Interaction.objects.of(goal.owner).held().filter(on__range=span, is_answered=True)
    return _by_channel(held.exclude(source=Source.ESTIMATE), goal, "channel")


def _planned(goal: Goal, span: Span) -> Rows:
    planned = Interaction.objects.of(goal.owner).living().filter(status=Status.PLANNED)
    found = planned.filter(on__range=span)
    if goal.counts == Counted.FIRST_MEETINGS:
        found = found.filter(channel__in=MEETINGS).exclude(people__last_contact_on__isnull=False)
    return _by_channel(found, goal, "channel")


def _new_contacts(goal: Goal, span: Span) -> Rows:
    return _firsts(goal, span, Q(interaction__direction__in=REACHING))


def _first_meetings(goal: Goal, span: Span) -> Rows:
    met = Q(interaction__channel__in=MEETINGS, interaction__is_answered=True)
    return _firsts(goal, span, met)


def _firsts(goal: Goal, span: Span, kind: Q) -> Rows:
    """Whom this kind of conversation was the first ever with, those known before apart."""
    held = Q(interaction__status=Status.HELD, interaction__deleted_at=None)
    earlier = Participant.objects.filter(
        held & kind, contact=OuterRef("contact"), interaction__on__lt=OuterRef("interaction__on")
    )
    estimated = Participant.objects.filter(
        held, contact=OuterRef("contact"), interaction__source=Source.ESTIMATE
    )
    since = F("contact__known_since")
    # A month or a year is compared as far as it is known: "2026-11" is not before 14 November.
    day = Substr(Cast("interaction__on", CharField()), 1, Length(since))
    rows = Participant.objects.filter(
        held & kind,
        Q(contact__known_since="") | Q(contact__known_since__gte=day),
        interaction__owner=goal.owner,
        interaction__on__range=span,
        contact__deleted_at=None,
        contact__kind=Kind.PERSON,
        contact__is_self=False,
    )
    first_ever = rows.filter(~Exists(earlier), ~Exists(estimated))
    return _by_channel(first_ever, goal, "interaction__channel")


def _by_channel(rows: Rows, goal: Goal, path: str) -> Rows:
    return rows.filter(**{path: goal.channel}) if goal.channel else rows


def _help(goal: Goal, span: Span) -> Rows:
    given = Help.objects.of(goal.owner).living().filter(direction=HelpDirection.GIVEN)
    return given.filter(on__range=span, contact__deleted_at=None)


def _introductions(goal: Goal, span: Span) -> Rows:
    made = Introduction.objects.of(goal.owner).made()
    return made.filter(introducer__is_self=True, made_on__range=span)


def _brand(goal: Goal, span: Span) -> Rows:
    return BrandActivity.objects.of(goal.owner).living().filter(on__range=span)


def _promises(goal: Goal, span: Span) -> Rows:
    mine = FollowUp.objects.of(goal.owner).filter(by=Promiser.ME, deleted_at=None)
    return mine.filter(done_on__range=span)


def _new_people(goal: Goal, span: Span) -> Rows:
    """Added within the days, and not known before the day on which they were added."""
    day = Substr(Cast("added_on", CharField()), 1, Length("known_since"))
    people = Contact.objects.of(goal.owner).living().filter(kind=Kind.PERSON, added_on__range=span)
    return people.filter(Q(known_since="") | Q(known_since__gte=day))


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


def _thing(row: Any, rule: Rule) -> Thing:
    subject = row.contact if isinstance(row, Participant) else row
    on = row.interaction.on if isinstance(row, Participant) else getattr(row, rule.day)
    shown = row.contact if isinstance(row, (Help, FollowUp)) else subject
    return Thing(subject.uid, on, _words(row), _address(shown))


def _words(row: Any) -> str:
    match row:
        case Participant():
            return row.contact.name
        case Interaction():
            names = ", ".join(person.name for person in row.people.all())
            return f"{names}: {headline(row)}" if names else headline(row)
        case Help() | FollowUp():
            return f"{row.contact.name}: {row}" if row.contact else str(row)
        case Introduction():
            return f"{row.first.name}, {row.second.name}"
    return str(row)


def _address(row: Any) -> str:
    """Empty for what has no page: a promise to nobody, say."""
    with suppress(NoReverseMatch, AttributeError):
        return str(row.get_absolute_url())
    return ""
