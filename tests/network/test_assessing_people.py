"""From rows to the assessment: who counts, by what they are known, and when it is computed anew."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from contacts.adding import JobDraft, PersonDraft, add_people
from contacts.models import Benefit, Contact, ContactRole, Organisation
from contacts.signals import people_changed
from goals.models import Aspiration
from interactions.introducing import introduce, take
from interactions.kinds import Stage
from interactions.models import Introduction
from interactions.recording import record
from network.findings import Findings, findings_of
from network.gathering import gather
from network.models import Snapshot
from network.snapshots import ask, compute, users_to_assess
from network.tasks import assess_user
from strength.rating import Answers, rate
from tests.house.crowds import add_crowd
from tests.makers import make_contact, make_interaction
from tests.meanwhile import meanwhile
from tests.network.wants import make_aspiration, make_need


def test_a_person_stands_for_the_industry_of_their_organisation_unless_they_name_their_own(
    alice: User,
) -> None:
    works = [JobDraft(organisation="Lumen", title="CTO")]
    add_people(alice, [PersonDraft(given="Ana", jobs=works), PersonDraft(given="Ben", jobs=works)])
    Organisation.objects.of(alice).update(industry="Énergie")
    Contact.objects.filter(given="Ben").update(industry="Law")
    known = gather(alice)
    assert [person.values("industry") for person in known.people] == [["energie"], ["law"]]
    assert known.spelt("industry", "energie") == "Énergie"


def test_who_met_twice_at_one_table_worked_together_and_an_introduction_makes_three_known(
    alice: User,
) -> None:
    ana, ben, cem = (make_contact(alice, name) for name in ("Ana", "Ben", "Cem"))
    for days in (1, 2):
        make_interaction(alice, ana, ben, on=alice.today() - dt.timedelta(days=days))
    Introduction.objects.create(
        owner=alice, introducer=ana, first=ben, second=cem,
        asked_on=alice.today(), made_on=alice.today(),
    )  # fmt: skip
    weights = {frozenset((r.one, r.other)): r.weight for r in gather(alice).relations}
    pairs = {(ana, ben): 1.0, (ana, cem): 0.5, (ben, cem): 0.5}
    assert weights == {frozenset(str(p.uid) for p in pair): w for pair, w in pairs.items()}


def test_an_import_of_strangers_makes_nobody_lead_further(alice: User) -> None:
    friends = [make_contact(alice, f"Friend {n}", strength=60) for n in range(5)]
    for _twice in range(2):
        make_interaction(alice, *friends)
    alone = [person.redundancy for person in gather(alice).people]
    for n in range(50):
        make_contact(alice, f"Stranger {n}")
    known = gather(alice).people
    assert [person.redundancy for person in known[:5]] == alone == pytest.approx([0.8] * 5)
    assert {person.redundancy for person in known[5:]} == {0}


def test_a_large_gathering_introduces_nobody(alice: User) -> None:
    make_interaction(alice, *(make_contact(alice, f"Guest {n}") for n in range(9)))
    assert gather(alice).relations == ()


def test_people_of_a_stranger_and_those_in_the_trash_do_not_count(
    alice: User, mallory: User
) -> None:
    make_contact(mallory, "Ana")
    make_contact(alice, "Ben").trash()
    assert gather(alice).people == ()


def test_it_asks_as_often_for_many_as_for_few(alice: User, mallory: User) -> None:
    counts = []
    for owner, number in ((alice, 3), (mallory, 40)):
        add_crowd(owner, number)
        with CaptureQueriesContext(connection) as queries:
            gather(owner)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_findings_hold_no_name_of_a_person(alice: User) -> None:
    ana = make_contact(alice, "Annabella Xanthopoulos", strength=80, industry="energy")
    ContactRole.objects.create(contact=ana, role="mentor")
    Benefit.objects.create(contact=ana, kind="insight")
    make_need(make_aspiration(alice), "industry", "Energy")
    compute(alice)
    findings = Snapshot.objects.get(owner=alice).findings
    (need,) = findings["needs"].values()
    assert need["parts"][0]["uid"] == str(ana.uid)
    assert need["share"] == pytest.approx(1 / 3)
    assert "Xanthopoulos" not in str(findings)


def assessed(owner: User) -> Snapshot:
    User.objects.filter(pk=owner.pk).update(strength_as_of=owner.today())
    assess_user.call(owner.pk)
    assert (owner.pk,) not in users_to_assess()
    return Snapshot.objects.get(owner=owner)


def test_nobody_is_assessed_twice_without_need_and_everybody_once(alice: User) -> None:
    assert users_to_assess() == [(alice.pk,)]
    assessed(alice)


def test_whatever_happens_between_people_asks_for_it_anew(alice: User) -> None:
    ana, ben, cem = (make_contact(alice, name, strength=50) for name in ("Ana", "Ben", "Cem"))
    three = introduce(alice, (ana, ben, cem), alice.today())
    for change in (
        lambda: take(three, Stage.MADE, alice.today()),
        lambda: record(alice, [ana], alice.today(), "phone"),
        lambda: rate(ana, Answers(trust=5)),
        lambda: people_changed.send(Contact, owner=alice, contact_ids=[ana.pk]),
    ):
        assert assessed(alice).asked_at is None
        change()
        assert users_to_assess() == [(alice.pk,)]


def test_a_new_need_asks_for_it_anew(alice: User) -> None:
    assessed(alice)
    make_need(make_aspiration(alice), "role", "mentor")
    assert users_to_assess() == [(alice.pk,)]
    assert assessed(alice).findings["needs"]


def test_a_new_day_waits_for_its_strengths(alice: User) -> None:
    snapshot = assessed(alice)
    yesterday = alice.today() - dt.timedelta(days=1)
    Snapshot.objects.filter(pk=snapshot.pk).update(as_of=yesterday)
    User.objects.filter(pk=alice.pk).update(strength_as_of=yesterday)
    assert users_to_assess() == []
    User.objects.filter(pk=alice.pk).update(strength_as_of=alice.today())
    assert users_to_assess() == [(alice.pk,)]


def test_what_changes_while_it_is_computed_stays_asked_for(
    alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessed(alice)

    def gather_slowly(owner: User) -> object:
        known = gather(owner)
        ask(owner)
        return known

    monkeypatch.setattr("network.snapshots.gather", gather_slowly)
    compute(alice)
    assert users_to_assess() == [(alice.pk,)]


@pytest.mark.django_db(transaction=True)
def test_what_is_committed_while_it_is_computed_stays_asked_for(
    alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessed(alice)

    def bring_in() -> None:
        ana = make_contact(alice, "Ana", strength=50)
        people_changed.send(Contact, owner=alice, contact_ids=[ana.pk])

    with meanwhile(bring_in) as commit:

        def gather_early(owner: User) -> object:
            known = gather(owner)
            commit()
            return known

        monkeypatch.setattr("network.snapshots.gather", gather_early)
        compute(alice)
    assert users_to_assess() == [(alice.pk,)]
    monkeypatch.undo()
    assert assessed(alice).asked_at is None


def add_a_need(desk: Client, aspiration: Aspiration, _lumen: Organisation) -> None:
    desk.post(reverse("goals:guide", args=[aspiration.uid]), {"answer_0": "climate"})


def let_an_aspiration_go(desk: Client, aspiration: Aspiration, _lumen: Organisation) -> None:
    desk.post(reverse("goals:let_go", args=[aspiration.uid]))


def move_an_organisation(desk: Client, _aspiration: Aspiration, lumen: Organisation) -> None:
    url = reverse("contacts:edit_organisation", args=[lumen.uid])
    desk.post(url, {"name": lumen.name, "industry": "Climate"})


def delete_an_organisation(desk: Client, _aspiration: Aspiration, lumen: Organisation) -> None:
    desk.post(reverse("contacts:delete_organisation", args=[lumen.uid]))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "change", [add_a_need, let_an_aspiration_go, move_an_organisation, delete_an_organisation]
)
def test_what_is_wanted_anew_while_it_is_computed_is_not_forgotten(
    desk: Client, alice: User, monkeypatch: pytest.MonkeyPatch, change: Callable[..., None]
) -> None:
    """Written before the assessment began, committed when it had read all that it reads."""
    wish, lumen = make_aspiration(alice), Organisation.objects.create(owner=alice, name="Lumen")
    assessed(alice)
    with meanwhile(lambda: change(desk, wish, lumen)) as commit:

        def findings_early(*seen: Any) -> Findings:
            found = findings_of(*seen)
            commit()
            return found

        monkeypatch.setattr("network.snapshots.findings_of", findings_early)
        compute(alice)
    assert users_to_assess() == [(alice.pk,)]
    monkeypatch.undo()
    assert assessed(alice).asked_at is None
    assert users_to_assess() == []
