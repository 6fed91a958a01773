"""What is kept of a goal's past never differs from counting everything anew."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from contacts import selecting
from contacts.adding import announce
from contacts.models import Contact
from contacts.trash import delete_for_good
from goals.counting import days_counted
from goals.models import Goal, Recount
from goals.recounting import by_day, goals_to_recount, recount
from goals.tasks import recount_goal
from interactions import helping, recording
from interactions.models import Help, Interaction
from tests.makers import make_contact

pytestmark = pytest.mark.database

SPAN_DAYS = 400
KINDS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("conversations", {}),
    ("conversations", {"people": {"tag": "climate"}}),
    ("conversations", {"channel": "phone"}),
    ("conversations", {"people": {"last": ">90"}}),  # drifts: never kept
    ("new_contacts", {}),
    ("first_meetings", {"people": {"circle": "close"}}),
    ("help", {}),
    ("help", {"people": {"tag": "climate"}}),
    ("new_people", {}),
)


def make_goals(owner: User) -> list[Goal]:
    begun = owner.today() - dt.timedelta(days=SPAN_DAYS // 2)
    return [
        Goal.objects.create(
            owner=owner, title=f"{number}", counts=counts, rhythm="month", starts_on=begun, **facts
        )
        for number, (counts, facts) in enumerate(KINDS)
    ]


def assert_all_true(owner: User) -> None:
    today = owner.today()
    span = (today - dt.timedelta(days=SPAN_DAYS), today)
    for goal in Goal.objects.of(owner):
        anew = Counter(days_counted(goal, span))
        assert by_day(goal, span) == anew, (goal.counts, goal.people)


class Acts:
    """What may happen to two people's log; `pick` chooses among what there is, `ago` a day."""

    def __init__(self, owner: User) -> None:
        self.owner = owner
        self.people = [make_contact(owner, name) for name in ("Ana", "Ben", "Cem")]
        announce(owner, self.people)

    def day(self, ago: int) -> dt.date:
        return self.owner.today() - dt.timedelta(days=ago)

    def person(self, pick: int) -> Contact:
        return self.people[pick % len(self.people)]

    def talk(self, pick: int) -> Interaction | None:
        talks = list(Interaction.objects.of(self.owner).order_by("pk"))
        return talks[pick % len(talks)] if talks else None

    def log(self, pick: int, ago: int) -> None:
        channel = ("in_person", "phone", "message")[pick % 3]
        direction = ("outgoing", "mutual", "incoming")[ago % 3]
        people = [self.person(pick), self.person(ago)]
        recording.record(self.owner, people, self.day(ago), channel, direction=direction)

    def move(self, pick: int, ago: int) -> None:
        if talk := self.talk(pick):
            recording.revise(talk, on=self.day(ago), is_answered=bool(ago % 2))

    def others(self, pick: int, ago: int) -> None:
        if talk := self.talk(pick):
            recording.revise(talk, [self.person(ago)])

    def throw_away(self, pick: int, _ago: int) -> None:
        if talk := self.talk(pick):
            recording.trash(talk)

    def bring_back(self, pick: int, _ago: int) -> None:
        if talk := self.talk(pick):
            recording.restore(talk)

    def estimate(self, pick: int, ago: int) -> None:
        recording.record(self.owner, [self.person(pick)], self.day(ago), source="estimate")

    def forget_estimates(self, pick: int, _ago: int) -> None:
        recording.remove_estimates(self.person(pick))

    def help_them(self, pick: int, ago: int) -> None:
        helping.note_help(self.person(pick), "given", self.day(ago))

    def change_help(self, pick: int, ago: int) -> None:
        if favour := Help.objects.of(self.owner).first():
            helping.revise_help(favour, on=self.day(ago), contact=self.person(pick))

    def tag(self, pick: int, _ago: int) -> None:
        selecting.change(self.owner, "tag", "climate", [self.person(pick)])

    def circle(self, pick: int, ago: int) -> None:
        selecting.change(self.owner, "circle", ("close", "")[ago % 2], [self.person(pick)])

    def know(self, pick: int, ago: int) -> None:
        person = Contact.objects.get(pk=self.person(pick).pk)
        person.known_since = ("", self.day(ago).isoformat()[:7])[pick % 2]
        person.save()
        announce(self.owner, [person])

    def throw_away_person(self, pick: int, _ago: int) -> None:
        person = Contact.objects.get(pk=self.person(pick).pk)
        person.trash()
        announce(self.owner, [person])

    def bring_back_person(self, pick: int, _ago: int) -> None:
        person = Contact.objects.get(pk=self.person(pick).pk)
        person.restore()
        announce(self.owner, [person])

    def delete_person(self, pick: int, _ago: int) -> None:
        if len(self.people) > 1:
            delete_for_good([self.people.pop(pick % len(self.people)).pk])

    def leave_out(self, pick: int, _ago: int) -> None:
        if talk := self.talk(pick):
            Goal.objects.of(self.owner).earliest("pk").leave_out(talk.uid)

    def narrow(self, pick: int, ago: int) -> None:
        goal = Goal.objects.of(self.owner).order_by("pk")[pick % len(KINDS)]
        goal.people = ({}, {"circle": "close"}, {"tag": "climate"})[ago % 3]
        goal.save()

    def count(self, pick: int, _ago: int) -> None:
        recount(Goal.objects.of(self.owner).order_by("pk")[pick % len(KINDS)])

    def count_all(self, _pick: int, _ago: int) -> None:
        for (pk,) in goals_to_recount():
            recount_goal.call(pk)


NAMES = [name for name in vars(Acts) if not name.startswith("_")]
NAMES = [name for name in NAMES if name not in {"day", "person", "talk"}]
acts = st.tuples(st.sampled_from(NAMES), st.integers(0, 7), st.integers(0, SPAN_DAYS - 1))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(acts, max_size=10))
def test_whatever_happens_in_whatever_order(alice: User, plan: list[tuple[str, int, int]]) -> None:
    with transaction.atomic():
        life = Acts(alice)
        make_goals(alice)
        life.count_all(0, 0)
        for name, pick, ago in plan:
            act: Callable[[int, int], None] = getattr(life, name)
            act(pick, ago)
            assert_all_true(alice)
        life.count_all(0, 0)
        assert_all_true(alice)
        assert goals_to_recount() == []
        transaction.set_rollback(True)


def test_what_happens_while_the_worker_counts_stays_in_doubt(
    alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, goal = make_contact(alice), make_goals(alice)[0]
    late = alice.today() - dt.timedelta(days=150)

    def counted_too_soon(goal: Goal, span: tuple[dt.date, dt.date]) -> list[dt.date]:
        found = days_counted(goal, span)
        if span[0] <= late <= span[1]:
            recording.record(alice, [ana], late)
        return found

    monkeypatch.setattr("goals.recounting.days_counted", counted_too_soon)
    recount(goal)
    monkeypatch.undo()
    assert goals_to_recount() != []
    assert_all_true(alice)


def test_a_new_day_is_counted_live_until_the_worker_has_been_there(alice: User) -> None:
    ana, goal = make_contact(alice), make_goals(alice)[0]
    recount(goal)
    Recount.objects.update(last_on=alice.today() - dt.timedelta(days=3))
    recording.record(alice, [ana], alice.today())
    assert_all_true(alice)


def test_help_given_to_somebody_in_the_trash_counts_no_more(desk: Client, alice: User) -> None:
    ana, today = make_contact(alice), alice.today()
    helping.note_help(ana, "given", today)
    goal = Goal.objects.create(owner=alice, counts="help", starts_on=today, due_on=today)
    recount(goal)
    assert by_day(goal, (today, today)) == {today: 1}
    desk.post(f"/people/{ana.uid}/delete/")
    kept = Goal.objects.select_related("owner", "recount").get()
    assert by_day(kept, (today, today)) == {}


def test_strangers_neither_doubt_nor_count(alice: User, mallory: User) -> None:
    goal = make_goals(alice)[0]
    recount(goal)
    recording.record(mallory, [make_contact(mallory)], mallory.today())
    kept = Recount.objects.get(goal=goal)
    assert (kept.changed_since, kept.days) == (None, {})


def test_the_command_rebuilds_everything(alice: User) -> None:
    ana, goals = make_contact(alice), make_goals(alice)
    recording.record(alice, [ana], alice.today() - dt.timedelta(days=9))
    call_command("recount")
    Recount.objects.filter(goal=goals[0]).update(days={"2026-01-01": 99})
    call_command("recount")
    assert_all_true(alice)
    assert Recount.objects.count() == len(KINDS) - 1  # all but the one that drifts


def test_pages_ask_as_often_however_much_was_counted(desk: Client, alice: User) -> None:
    ana, goals = make_contact(alice), make_goals(alice)
    pages = ["/goals/", *(goal.get_absolute_url() for goal in goals)]

    def asked() -> list[int]:
        call_command("recount")
        numbers = []
        for page in pages:
            desk.get(page)
            with CaptureQueriesContext(connection) as queries:
                assert desk.get(page).status_code == 200
            numbers.append(len(queries))
        return numbers

    for ago in range(0, 200, 40):
        recording.record(alice, [ana], alice.today() - dt.timedelta(days=ago))
    few = asked()
    for ago in range(0, 200, 5):
        recording.record(alice, [ana], alice.today() - dt.timedelta(days=ago))
    assert asked() == few
