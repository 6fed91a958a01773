"""What a person's page says of the strength."""

import datetime as dt
import re

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from interactions import recording
from netcrm.lib.marks import whole
from planning import triage
from planning.triage import Known
from strength.panel import panel_of
from strength.rating import Answers, rate
from strength.rescoring import rescore
from tests.contacts.test_editing import save
from tests.makers import make_contact


def test_the_parts_add_up_and_say_why(desk: Client, alice: User) -> None:
    ana = make_contact(alice)
    for days in range(0, 360, 30):
        held = recording.record(alice, [ana], alice.today() - dt.timedelta(days=days))
        rate(ana, Answers(4, 5, 4), held)
    ana.refresh_from_db()
    panel = panel_of(ana, alice)
    assert panel.strength.score == pytest.approx(ana.strength, abs=1e-9)
    assert sum(part.points for part in panel.parts) == pytest.approx(ana.strength, abs=2)
    shown = desk.get(ana.get_absolute_url()).text
    assert "from 12 ratings" in shown
    assert "12 days in touch in the last year, the last one today" in shown
    assert "Without contact this becomes" in shown
    assert 'class="curve-past"' in shown


def test_nothing_known_is_said_and_not_shown_as_zero(desk: Client, alice: User) -> None:
    ana = make_contact(alice)
    shown = desk.get(ana.get_absolute_url()).text
    assert "not yet known" in shown
    assert "Nothing is known yet" in shown
    assert "curve-past" not in shown


def test_somebody_archived_stays_as_on_that_day(alice: User) -> None:
    ana = make_contact(alice)
    recording.record(alice, [ana], alice.today())
    ana.refresh_from_db()
    ana.archive()
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=400), tick=False):
        panel = panel_of(ana, alice)
    assert panel.strength.score == pytest.approx(ana.strength)
    assert panel.is_frozen
    assert not panel.remarks


def test_the_meter_of_somebody_archived_stays_as_on_that_day(desk: Client, alice: User) -> None:
    ana = make_contact(alice)
    recording.record(alice, [ana], alice.today())
    ana.refresh_from_db()
    ana.archive()
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=400), tick=False):
        desk.force_login(alice)
        shown = desk.get(ana.get_absolute_url()).text
    assert re.findall('meter-word">faint</span> <b>([0-9]+)<', shown) == [str(whole(ana.strength))]


@pytest.mark.parametrize("days_ago", [None, 100])
def test_who_has_died_stays_as_then_whatever_is_written_later(
    desk: Client, alice: User, days_ago: int | None
) -> None:
    ana = make_contact(alice)
    for days in (200, 0):
        recording.record(alice, [ana], alice.today() - dt.timedelta(days=days))
    died_on = "" if days_ago is None else alice.today() - dt.timedelta(days=days_ago)
    save(desk, ana, "dates", life__is_deceased="on", life__deceased_on=died_on)
    ana.refresh_from_db()
    listed = ana.strength
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=400), tick=False):
        desk.force_login(alice)
        save(desk, ana, "notes", notes__notes="Missed by many")
        rescore([ana.pk])
        ana.refresh_from_db()
        shown = desk.get(ana.get_absolute_url()).text
        assert panel_of(ana, alice).strength.score == pytest.approx(listed)
    assert ana.notes == "Missed by many"
    assert ana.strength == pytest.approx(listed)
    assert re.findall('meter-word">faint</span> <b>([0-9]+)<', shown) == [str(whole(listed))]


def test_family_is_not_scored(desk: Client, alice: User) -> None:
    mum = make_contact(alice, "Maria Alves", is_unscored=True)
    recording.record(alice, [mum], alice.today())
    shown = desk.get(mum.get_absolute_url()).text
    assert "not scored" in shown
    assert "curve-past" not in shown


def test_a_rhythm_is_said_to_be_an_estimate(desk: Client, alice: User) -> None:
    ana = make_contact(alice)
    triage.answer(ana, Known(rhythm=4))
    shown = desk.get(ana.get_absolute_url()).text
    assert "About 13 days in touch in the last year, estimated from the rhythm" in shown
    assert "the last one today" not in shown
