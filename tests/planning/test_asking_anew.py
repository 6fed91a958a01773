"""Whatever bears on the short list has it drawn up anew, however late it is committed."""

import pytest

from accounts.models import User
from interactions.recording import record
from planning.drawing_up import draw_up
from planning.keeping_up import pace_of
from planning.models import Card
from planning.mornings import users_awaiting_a_plan
from tests.meanwhile import meanwhile
from tests.planning.people_of_a_day import day, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]


@pytest.mark.django_db(transaction=True)
def test_what_is_committed_while_it_is_drawn_up_stays_asked_for(
    alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_up(alice)

    def bring_in() -> None:
        record(alice, [make_person(alice)], day(60))

    with meanwhile(bring_in) as commit:

        def pace_of_late(*asked: object) -> object:
            commit()
            return pace_of(*asked)

        monkeypatch.setattr("planning.drawing_up.pace_of", pace_of_late)
        draw_up(alice)
    assert not Card.objects.exists()
    assert users_awaiting_a_plan() == [(alice.pk,)]
    draw_up(alice)
    assert Card.objects.count() == 1
    assert users_awaiting_a_plan() == []
