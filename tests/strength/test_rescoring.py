"""Sums and strength are right after whatever happens to the events."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from contacts.models import Contact
from contacts.signals import people_changed, strengths_wanted
from interactions import recording
from interactions.models import Interaction
from strength.histories import history_of
from strength.models import Rating
from strength.rating import Answers, rate, withdraw
from strength.receivers import todays_strengths
from strength.rescoring import COLUMNS, rescore, stored_sums
from strength.scoring import score
from strength.summing import sums_at
from tests.makers import make_contact, make_help, make_interaction, make_rating

ACTS = ("log", "edit", "trash", "restore", "rate", "withdraw", "help")


def columns(person: Contact) -> list[float | None]:
    person.refresh_from_db()
    return [getattr(person, column) for column in COLUMNS]


def test_a_conversation_logged_is_in_the_strength_at_once(alice: User) -> None:
    ana = make_contact(alice)
    recording.record(alice, [ana], alice.today())
    ana.refresh_from_db()
    assert ana.strength == pytest.approx(12.338462, abs=1e-6)
    assert (ana.days_in_touch, ana.first_contact_on) == (1, alice.today())


def test_rating_it_4_4_4_gives_the_worked_example(alice: User) -> None:
    ana = make_contact(alice)
    coffee = recording.record(alice, [ana], alice.today())
    rate(ana, Answers(4, 4, 4), coffee)
    ana.refresh_from_db()
    assert ana.strength == pytest.approx(24.938462, abs=1e-6)
    assert ana.strength_low == pytest.approx(24.938462 - 13.142857, abs=1e-6)


def test_a_third_person_at_the_table_changes_it_for_the_other_two(alice: User) -> None:
    ana, ben, cem = (make_contact(alice, name) for name in ("Ana P", "Ben O", "Cem Y"))
    dinner = recording.record(alice, [ana, ben], alice.today())
    ana.refresh_from_db()
    before = ana.strength
    recording.revise(dinner, [ana, ben, cem])
    ana.refresh_from_db()
    assert ana.strength < before


def test_a_rating_moves_with_its_conversation_and_goes_with_who_leaves(alice: User) -> None:
    ana, ben = make_contact(alice, "Ana P"), make_contact(alice, "Ben O")
    coffee = recording.record(alice, [ana, ben], alice.today())
    rate(ana, Answers(4, 4, 4), coffee)
    rate(ben, Answers(5, 5, 5), coffee)
    earlier = alice.today() - dt.timedelta(days=40)
    recording.revise(coffee, [ana], on=earlier)
    assert Rating.objects.get(contact=ana).on == earlier
    ben.refresh_from_db()
    assert ben.strength == ben.sum_rating_weight == 0


def test_the_trash_takes_the_rating_along_and_brings_it_back(alice: User) -> None:
    ana = make_contact(alice)
    coffee = recording.record(alice, [ana], alice.today())
    rate(ana, Answers(4, 4, 4), coffee)
    before = columns(ana)
    recording.trash(coffee)
    assert columns(ana)[:8] == [0] * 8
    recording.restore(coffee)
    assert columns(ana) == before


def test_known_since_counts_as_shared_history(alice: User) -> None:
    ana = make_contact(alice, known_since="2016", added_on=dt.date(2026, 1, 1))
    people_changed.send(sender=Contact, owner=alice, contact_ids=[ana.pk])
    ana.refresh_from_db()
    assert ana.sum_history == pytest.approx(2 * 3653 / 365.25)


def test_archived_people_keep_the_score_of_that_day(alice: User) -> None:
    ana = make_contact(alice)
    recording.record(alice, [ana], alice.today() - dt.timedelta(days=300))
    ana.refresh_from_db()
    before = ana.strength
    ana.archive()
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=400), tick=False):
        rescore([ana.pk])
    ana.refresh_from_db()
    assert ana.strength == pytest.approx(before)


def test_who_is_not_scored_has_no_strength_but_keeps_the_sums(alice: User) -> None:
    mum = make_contact(alice, "Maria Alves", is_unscored=True)
    recording.record(alice, [mum], alice.today())
    mum.refresh_from_db()
    assert (mum.strength, mum.sum_history) == (0, 1)


def test_planned_future_and_estimated_conversations(alice: User) -> None:
    ana = make_contact(alice)
    make_interaction(alice, ana, status="planned", on=alice.today() + dt.timedelta(days=3))
    make_interaction(alice, ana, source="estimate", on=alice.today())
    rescore([ana.pk])
    ana.refresh_from_db()
    assert ana.sum_history == 1


def test_minutes_stand_in_for_depth_and_heads_for_the_crowd(alice: User) -> None:
    ana, ben = make_contact(alice, "Ana P"), make_contact(alice, "Ben O")
    make_interaction(alice, ana, minutes=5, head_count=40)
    make_interaction(alice, ben, minutes=120)
    rescore([ana.pk, ben.pk])
    assert history_of(ana).touches[0].depth == "quick"
    assert history_of(ana).touches[0].people == 40
    assert history_of(ben).touches[0].depth == "deep"


def test_the_command_rebuilds_everything(alice: User) -> None:
    ana = make_contact(alice)
    make_interaction(alice, ana)
    make_rating(ana, 4, 4, 4)
    make_help(ana, "received", size="large")
    call_command("rescore")
    ana.refresh_from_db()
    assert (ana.sum_received > 0, ana.sum_history) == (True, 1)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    acts=st.lists(
        st.tuples(
            st.sampled_from(ACTS),
            st.integers(0, 900),
            st.integers(1, 5),
            st.sampled_from(["in_person", "video", "phone", "message", "social"]),
        ),
        max_size=9,
    )
)
def test_any_order_of_acts_leaves_the_sums_of_a_rebuild(
    alice: User, acts: list[tuple[str, int, int, str]]
) -> None:
    ana, ben = make_contact(alice, "Ana P"), make_contact(alice, "Ben O")
    rescore([ana.pk, ben.pk])
    for act, days, step, channel in acts:
        _perform(alice, (ana, ben), act, days, step, channel)
    kept = [columns(person) for person in (ana, ben)]
    for person in (ana, ben):
        history, today = history_of(person), alice.today()
        scored = score(sums_at(history, today))
        assert person.strength == pytest.approx(scored.score, abs=1e-9)
        brought = stored_sums(person).brought_to(today)
        assert score(brought).score == pytest.approx(scored.score, abs=1e-9)
    rescore([ana.pk, ben.pk])
    assert [columns(person) for person in (ana, ben)] == kept


def _perform(
    alice: User, people: tuple[Contact, Contact], act: str, days: int, step: int, channel: str
) -> None:
    on = alice.today() - dt.timedelta(days=days)
    ana, ben = people
    latest = Interaction.objects.of(alice).filter(people=ana).order_by("-pk").first()
    if act == "log":
        recording.record(alice, people if step > 2 else [ana], on, channel)
    elif act == "help":
        make_help(ana, on=on)
        rescore([ana.pk])
    elif act == "withdraw":
        rating = Rating.objects.of(alice).filter(contact=ana, deleted_at=None).last()
        if rating:
            withdraw(rating)
    elif act == "rate":
        held = latest if latest and not latest.deleted_at else None
        rate(ana, Answers(step, None, 6 - step, changed_things=days % 7 == 0), held)
    elif latest and act == "edit":
        recording.revise(latest, [ben, ana] if step > 3 else [ana], on=on, channel=channel)
    elif latest:
        (recording.trash if act == "trash" else recording.restore)(latest)


def test_a_list_whose_stored_strengths_are_late_asks_for_todays(alice: User) -> None:
    ana = make_contact(alice)
    archived = make_contact(alice, "Ben O")
    recording.record(alice, [ana, archived], alice.today() - dt.timedelta(days=30))
    archived.archive()
    right = columns(ana)[COLUMNS.index("strength")]
    Contact.objects.filter(pk=ana.pk).update(strength=99)
    answers = strengths_wanted.send(sender=Contact, owner=alice, contact_ids=[ana.pk, archived.pk])
    strengths: Any = dict(answers)[todays_strengths]
    assert strengths == {ana.pk: pytest.approx(right, abs=1e-9)}
