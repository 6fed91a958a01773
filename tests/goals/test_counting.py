"""What a goal counts is what a plain recount of the log finds, through the real database."""

import datetime as dt
from dataclasses import replace
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from accounts.models import User
from contacts.models import Contact
from goals.counted import things
from goals.kinds import Counted
from goals.models import BrandActivity, Goal
from goals.progress import past_of, progress_of
from interactions.models import Interaction
from tests.goals.recounting import Asked, Deed, Known, Log, Talk, days_of, periods, within
from tests.makers import (
    make_contact,
    make_event,
    make_follow_up,
    make_help,
    make_interaction,
    make_introduction,
)

NAMES = ("Ana Pereira", "Ben Okafor", "Cem Yildiz", "Dee Young")
DEEDS = ["events", "help", "introductions", "brand", "promises"]
ASKED_FOR = "asked for"  # whatever the goal counts
KINDS = [kind for kind in Counted.values if kind != Counted.STRENGTH]
ZONES = ("UTC", "Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu")
LONG_AGO = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
NEW_YEAR = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
many_days = some.integers(-5, 90).map(lambda n: NEW_YEAR.date() + dt.timedelta(days=n))
few_days = some.sampled_from([dt.date(2026, *day) for day in ((1, 31), (2, 1), (2, 14), (3, 31))])
days = few_days | many_days  # few, so that several things fall on one day and on a border
seldom = some.integers(0, 5).map(lambda n: n == 0)
mostly = some.integers(0, 5).map(bool)

people = some.builds(
    Known,
    some.sampled_from([""] * 6 + ["2025", "2026", "2026-02", "2026-02-14"]),
    days,
    some.sampled_from([""] * 6 + ["2025", "2026-01", "2026-01-10", "2026-02"]),
    seldom,
    is_client=some.booleans(),
    is_office=seldom,
    is_trashed=seldom,
    is_archived=seldom,
)
talks = some.builds(
    Talk,
    days,
    some.frozensets(some.sampled_from(range(len(NAMES))), min_size=1, max_size=3),
    some.sampled_from(["in_person", "in_person", "video", "phone", "message", "social"]),
    some.sampled_from(["mutual", "outgoing", "incoming"]),
    mostly,
    some.sampled_from(["held"] * 6 + ["planned", "cancelled"]),
    some.sampled_from(["hand"] * 8 + ["import", "calendar", "estimate"]),
    seldom,
)
deeds = some.builds(
    Deed,
    some.sampled_from([ASKED_FOR] * 5 + DEEDS),
    days,
    some.sampled_from(range(len(NAMES))),
    mostly,
    mostly,
    seldom,
)
logs = some.builds(
    Log,
    some.lists(people, min_size=len(NAMES), max_size=len(NAMES)),
    some.lists(talks, min_size=6, max_size=16, unique=True),
    some.lists(deeds, min_size=6, max_size=12),
)
goals = some.builds(
    Asked,
    some.just(""),
    some.sampled_from(["", "week", "month", "quarter", "year"]),
    some.integers(0, 31).map(lambda n: NEW_YEAR.date() + dt.timedelta(days=n)),
    some.sampled_from(["", "", "", "", "in_person", "message"]),
    some.sampled_from(["", "", "clients", "ana"]),
)
# the minutes about midnight, in which the day is another one elsewhere
instants = (
    some.integers(60, 100)
    .map(lambda n: NEW_YEAR + dt.timedelta(days=n))
    .flatmap(lambda day: some.integers(-90, 24 * 60).map(lambda n: day + dt.timedelta(minutes=n)))
)


Uids = dict[object, UUID]  # by what a recount calls it


class Scene(NamedTuple):
    log: Log
    goal: Asked
    now: dt.datetime
    zone: str
    week_start: int
    left_out: set[int]


scenes = some.builds(
    Scene,
    logs,
    goals,
    instants,
    some.sampled_from(ZONES),
    some.integers(0, 6),
    some.sets(some.integers(0, 5)),
)


@pytest.mark.django_db
@pytest.mark.parametrize("counts", KINDS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scene=scenes)
def test_every_period_counts_what_a_recount_finds(alice: User, counts: str, scene: Scene) -> None:
    asked = replace(scene.goal, counts=counts)
    log = replace(scene.log, deeds=[meant(deed, counts) for deed in scene.log.deeds])
    alice.time_zone, alice.week_start = scene.zone, scene.week_start
    spans = periods(asked, scene.now.astimezone(ZoneInfo(scene.zone)).date(), scene.week_start)
    known = days_of(log, asked)
    ignored = [each for number, each in enumerate(known) if number in scene.left_out]
    kept = [day for each, day in known.items() if each not in ignored]
    with time_machine.travel(scene.now, tick=False), transaction.atomic():
        uids = write_down(alice, log)
        goal = set_goal(alice, asked, [uids[each] for each in ignored])
        agrees(goal, spans, [within(kept, *span) for span in spans])
        transaction.set_rollback(True)


def meant(deed: Deed, counts: str) -> Deed:
    if deed.kind != ASKED_FOR:
        return deed
    return replace(deed, kind=counts if counts in DEEDS else "brand")


def agrees(goal: Goal, spans: list[tuple[dt.date, dt.date]], expected: list[int]) -> None:
    """The page, the list on it, and the periods gone by all tell the same."""
    today = goal.owner.today()
    if goal.rhythm:
        past = past_of(goal, today)
        assert [(each.first, each.last) for each in past.periods] == spans
        assert [each.done for each in past.results] == expected
    pace = progress_of(goal, today).pace
    assert pace is not None
    assert pace.done == expected[-1]
    assert len(things(goal, spans[-1])[0]) == expected[-1]


def set_goal(owner: User, asked: Asked, ignored: list[UUID]) -> Goal:
    goal = Goal.objects.create(
        owner=owner,
        counts=asked.counts,
        rhythm=asked.rhythm,
        starts_on=asked.starts_on,
        due_on=None if asked.rhythm else asked.due_on,
        channel=asked.channel,
        people={"role": "client"} if asked.only == "clients" else {},
        person=Contact.objects.get(owner=owner, given="Ana") if asked.only == "ana" else None,
    )
    for uid in ignored:
        goal.left_out.create(counted_uid=uid)
    return goal


def write_down(owner: User, log: Log) -> Uids:
    everybody = [introduce(owner, *each) for each in zip(NAMES, log.people, strict=True)]
    uids: Uids = {}
    for talk in log.talks:
        uids[talk] = write_talk(owner, talk, everybody).uid
    for number, deed in enumerate(log.deeds):
        uids["deed", number] = write_deed(owner, deed, everybody[deed.who])
    for number, (person, said) in enumerate(zip(everybody, log.people, strict=True)):
        uids["person", number] = person.uid
        if said.is_trashed:
            person.trash()
    return uids


def introduce(owner: User, name: str, said: Known) -> Contact:
    person = make_contact(
        owner,
        name,
        known_since=said.known_since,
        added_on=said.added_on,
        met_on=said.met_on,
        imported_on=LONG_AGO.date() if said.is_imported else None,
        kind="office" if said.is_office else "person",
        archived_at=LONG_AGO if said.is_archived else None,
    )
    if said.is_client:
        person.roles.create(role="client")
    return person


def write_talk(owner: User, talk: Talk, everybody: list[Contact]) -> Interaction:
    return make_interaction(
        owner,
        *(everybody[who] for who in talk.who),
        on=talk.day,
        channel=talk.channel,
        direction=talk.direction,
        is_answered=talk.is_answered,
        status=talk.status,
        source=talk.source,
        deleted_at=LONG_AGO if talk.is_trashed else None,
    )


def write_deed(owner: User, deed: Deed, person: Contact) -> UUID:
    is_full = deed.is_done and deed.is_mine
    gone: dict[str, Any] = {"deleted_at": LONG_AGO if deed.is_trashed else None}
    match deed.kind:
        case "events":
            going = "attended" if is_full else "planned"
            return make_event(owner, starts_on=deed.day, going=going, **gone).uid
        case "help":
            direction = "given" if is_full else "received"
            return make_help(person, direction, on=deed.day, **gone).uid
        case "promises":
            by, done_on = ("me" if deed.is_mine else "them"), (deed.day if deed.is_done else None)
            return make_follow_up(person, by=by, done_on=done_on, **gone).uid
        case "introductions":
            return write_introduction(deed, person, gone)
    gone = gone if is_full else {"deleted_at": LONG_AGO}
    return BrandActivity.objects.create(owner=owner, kind="talk", on=deed.day, **gone).uid


def write_introduction(deed: Deed, person: Contact, gone: dict[str, Any]) -> UUID:
    """Of `person` to somebody whom no goal means, by oneself or by somebody else."""
    owner = person.owner
    me, _ = Contact.objects.get_or_create(owner=owner, is_self=True)
    by = me if deed.is_mine else make_contact(owner, "Eva Lind", kind="office")
    other = make_contact(owner, "Fay Moss", kind="office")
    made_on = deed.day if deed.is_done else None
    return make_introduction(by, person, other, made_on=made_on, **gone).uid
