"""Whatever is noted of an introduction in whatever order, its state and its help agree."""

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from contacts.models import Contact
from interactions.introducing import (
    STEPS,
    introduce,
    restore_introduction,
    take,
    take_back,
    trash_introduction,
)
from interactions.kinds import Stage
from interactions.models import Help, Introduction
from strength.rescoring import rescore
from tests.makers import make_contact, make_user

DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
ACTS = st.one_of(
    st.tuples(st.just("take"), st.sampled_from(list(STEPS)), DAYS),
    st.tuples(st.sampled_from(["back"]), st.sampled_from(list(STEPS)), DAYS),
    st.tuples(st.sampled_from(["trash", "restore"]), st.just(""), DAYS),
)
ROLES = st.sampled_from(["introducer", "first", "second", "nobody"])


def act(introduction: Introduction, what: str, step: str, on: dt.date) -> None:
    if what == "take":
        take(introduction, step, on)
    elif what == "back":
        take_back(introduction, step)
    elif what == "trash":
        trash_introduction(introduction)
    else:
        restore_introduction(introduction)


class InAnyOrder(TestCase):
    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(ROLES, st.lists(ACTS, max_size=8))
    def test_state_and_help_agree(self, mine: str, acts: list[tuple[str, str, dt.date]]) -> None:
        owner = make_user()
        people = [make_contact(owner, f"P{at}") for at in range(3)]
        roles = ("introducer", "first", "second")
        three = [None if role == mine else who for role, who in zip(roles, people, strict=True)]
        introduction = introduce(owner, three, dt.date(2024, 1, 1))
        for each in acts:
            act(introduction, *each)
        introduction = Introduction.objects.get(pk=introduction.pk)
        is_made = introduction.stage in {Stage.MADE, Stage.MET}
        assert is_made == (introduction.made_on is not None)
        assert introduction.is_pending == (
            introduction.made_on is None and introduction.declined_on is None
        )
        living = Help.objects.living().filter(introduction=introduction)
        is_expected = is_made and introduction.deleted_at is None and mine != "nobody"
        assert [each.on for each in living] == ([introduction.made_on] if is_expected else [])
        assert Help.objects.filter(introduction=introduction).count() <= 1
        self.strength_is_as_from_scratch(people)

    def strength_is_as_from_scratch(self, people: list[Contact]) -> None:
        ids = [each.pk for each in people]
        rows = Contact.objects.filter(pk__in=ids).order_by("pk")
        columns = ("sum_given", "sum_received", "strength")
        before = list(rows.values_list(*columns))
        rescore(ids)
        assert list(rows.values_list(*columns)) == before
