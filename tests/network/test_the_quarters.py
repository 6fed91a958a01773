"""The assessment against that of the quarter before, on the Network page."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from contacts.models import Contact
from network.models import Quarter
from network.snapshots import compute
from tests.makers import make_contact
from tests.network.wants import make_aspiration, make_need

NOTHING = "\u2013"  # a dash


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(dt.datetime(2026, 8, 10, 12, tzinfo=dt.UTC), tick=False) as clock:
        yield clock


def on(clock: time_machine.Traveller, month: int, day: int) -> None:
    clock.move_to(dt.datetime(2026, month, day, 12, tzinfo=dt.UTC))


def figures(shown: str, name: str) -> list[str]:
    """Then, now and the change, of the line of this name since the last quarter."""
    line = shown.partition('id="since"')[2].partition(f">{name}</th>")[2].partition("</tr>")[0]
    return [cell.rpartition(">")[2] for cell in line.split("</td>")[:3]]


def test_the_first_quarter_has_nothing_to_compare_with(
    clock: time_machine.Traveller, alice: User, desk: Client
) -> None:
    make_contact(alice, "Ana Pereira", strength=30)
    compute(alice)
    on(clock, 9, 30)
    compute(alice)
    assert Quarter.objects.get().as_of == dt.date(2026, 9, 30)
    assert "Since last quarter" not in desk.get("/network/").content.decode()


def test_coverage_and_closeness_are_told_then_and_now(
    clock: time_machine.Traveller, alice: User, mallory: User, desk: Client
) -> None:
    ana = make_contact(alice, "Ana Pereira", strength=30, industry="Climate")
    aspiration = make_aspiration(alice, "Lead a climate team")
    make_need(aspiration, "industry", "climate", benefit="referral", wanted=0.5)
    make_contact(mallory, "Eve")
    compute(alice)
    compute(mallory)

    on(clock, 10, 2)
    Contact.objects.filter(pk=ana.pk).update(strength=45)
    make_contact(alice, "Ben Okafor", strength=20)
    make_contact(alice, "Cem Demir")
    make_need(aspiration, "place", "nowhere")
    compute(alice)

    shown = desk.get("/network/").content.decode()
    assert "Beside what was assessed on" in shown
    assert figures(shown, "Lead a climate team") == ["20 %", "25 %", "+5"]
    assert figures(shown, "Referral · climate") == ["20 %", "50 %", "+30"]
    assert figures(shown, "Insight · nowhere") == [NOTHING, "0 %", "new"]
    assert figures(shown, "Everybody who counts") == ["1", "2", "+1"]
    assert figures(shown, "moderate") == ["0", "1", "+1"]
    assert figures(shown, "weak") == ["1", "1", NOTHING]
    assert figures(shown, "Fainter ones") == ["0", "1", "+1"]


def test_the_last_assessment_of_a_quarter_stays_when_the_next_begins(
    clock: time_machine.Traveller, alice: User
) -> None:
    make_contact(alice, "Ana Pereira", strength=30)
    for month, day in ((8, 10), (9, 30), (10, 1), (11, 5)):
        on(clock, month, day)
        compute(alice)
    kept = Quarter.objects.order_by("starts_on").values_list("starts_on", "as_of")
    assert list(kept) == [
        (dt.date(2026, 7, 1), dt.date(2026, 9, 30)),
        (dt.date(2026, 10, 1), dt.date(2026, 11, 5)),
    ]
