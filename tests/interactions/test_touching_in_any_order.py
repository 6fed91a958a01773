"""Whatever is entered, changed, thrown away and brought back: the last contact is the maximum."""

import datetime as dt
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from contacts.models import Contact
from interactions.models import Interaction
from interactions.recording import record, restore, revise, trash
from tests.makers import make_contact

START = dt.date(2026, 1, 1)
people = st.sets(st.integers(0, 2), min_size=1)
day = st.integers(0, 300).map(lambda n: START + dt.timedelta(days=n))
status = st.sampled_from(["held", "planned", "cancelled"])
facts = st.fixed_dictionaries({"on": day, "status": status, "is_answered": st.booleans()})
acts = st.one_of(
    st.tuples(st.just("record"), people, facts),
    st.tuples(st.just("revise"), st.integers(0, 9), people, facts),
    st.tuples(st.sampled_from(["trash", "restore"]), st.integers(0, 9)),
)


@pytest.mark.django_db
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(acts, max_size=12))
def test_the_last_contact_is_the_newest_two_way_day(alice: User, plan: list[tuple]) -> None:  # type: ignore[type-arg] # acts differ in shape
    with transaction.atomic():
        trio = [make_contact(alice, name) for name in ("Ana", "Ben", "Cem")]
        kept: list[Interaction] = []
        for act, *rest in plan:
            carry_out(alice, trio, kept, act, rest)
        for person in trio:
            days = [
                each.on
                for each in kept
                if each.is_two_way and not each.deleted_at and person in each.people.all()
            ]
            person.refresh_from_db()
            assert person.last_contact_on == max(days, default=None)
        transaction.set_rollback(True)


def carry_out(
    alice: User, trio: list[Contact], kept: list[Interaction], act: str, rest: list[Any]
) -> None:
    if act == "record":
        chosen, said = rest
        kept.append(record(alice, [trio[n] for n in chosen], **said))
    elif kept:
        each = kept[rest[0] % len(kept)]
        if act == "revise":
            revise(each, [trio[n] for n in rest[1]], **rest[2])
        else:
            {"trash": trash, "restore": restore}[act](each)
