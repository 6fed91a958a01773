"""What an outcome keeps beside itself: help received, strength, credit up the introductions."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from accounts.models import User
from contacts.models import Contact
from contacts.trash import KEPT, delete_for_good
from goals.crediting import SIZES, Introduced, credited
from goals.credits import credits_of
from goals.models import Contribution, Outcome
from goals.outcomes import purge, restore_outcome, revise_outcome, share_out, trash_outcome
from interactions.models import Help
from strength.rescoring import rescore
from tests.goals.outcome_makers import introduce_to_me, make_outcome
from tests.makers import make_contact, make_interaction, make_user

TODAY = dt.date(2026, 11, 23)
at_noon = pytest.mark.time_machine("2026-11-23T12:00Z")


@pytest.fixture
def ann(alice: User) -> Contact:
    return make_contact(alice, "Ann Berg")


@pytest.fixture
def bob(alice: User, ann: Contact) -> Contact:
    return make_contact(alice, "Bob Costa", introduced_by=ann)


def favours(person: Contact) -> list[tuple[str, float, dt.date, str]]:
    living = Help.objects.filter(contact=person).living()
    return list(living.values_list("size", "share", "on", "what"))


def strengths(*people: Contact) -> list[tuple[float, float, float]]:
    for person in people:
        person.refresh_from_db()
    return [(each.strength, each.strength_low, each.sum_received) for each in people]


@at_noon
def test_it_is_help_received_from_each_contributor_by_their_part(
    alice: User, ann: Contact, bob: Contact
) -> None:
    deal = make_outcome(alice, ann, bob, size="large")
    assert favours(ann) == favours(bob) == [("large", 0.5, TODAY, "A new client")]
    share_out(deal, {ann.pk: 3, bob.pk: 1})
    assert [favours(ann)[0][1], favours(bob)[0][1]] == [0.75, 0.25]


@at_noon
def test_the_help_follows_an_edit_with_who_stays_who_joins_and_who_leaves(
    alice: User, ann: Contact, bob: Contact
) -> None:
    deal = make_outcome(alice, ann, bob)
    share_out(deal, {ann.pk: 30, bob.pk: 10})
    cem = make_contact(alice, "Cem Demir")
    revise_outcome(deal, [ann, cem], size="small", what="A referral", on=dt.date(2026, 11, 1))
    expected = ("small", 0.5, dt.date(2026, 11, 1), "A referral")
    assert (favours(ann), favours(cem), favours(bob)) == ([expected], [expected], [])
    assert strengths(bob)[0][2] == 0
    assert Help.objects.count() == 2


@at_noon
def test_trashing_gives_everyone_back_the_strength_of_before(
    alice: User, ann: Contact, bob: Contact
) -> None:
    make_interaction(alice, ann, bob, on=dt.date(2026, 11, 2))
    trash_outcome(make_outcome(alice, ann, bob))  # both are scored once
    before = strengths(ann, bob)
    deal = make_outcome(alice, ann, bob, size="large")
    during = strengths(ann, bob)
    assert all(new > old for new, old in zip(during, before, strict=True))
    trash_outcome(deal)
    assert strengths(ann, bob) == before
    restore_outcome(deal)
    assert strengths(ann, bob) == during


@at_noon
def test_what_waited_thirty_days_in_the_trash_goes_with_its_help(alice: User, ann: Contact) -> None:
    old, kept = make_outcome(alice, ann), make_outcome(alice, ann, what="A tip")
    trash_outcome(old)
    assert old.deleted_at is not None
    assert purge(old.deleted_at + KEPT - dt.timedelta(seconds=1)) == 0
    assert purge(old.deleted_at + KEPT) == 1
    assert list(Outcome.objects.all()) == [kept]
    assert Help.objects.count() == 1


@at_noon
def test_the_others_have_the_part_of_whoever_is_gone_for_good(
    alice: User, ann: Contact, bob: Contact
) -> None:
    outcome = make_outcome(alice, ann, bob)
    alone = make_contact(alice, "Cem Demir")
    theirs = make_outcome(alice, alone)
    delete_for_good([bob.pk, alone.pk])
    assert [share for _, share, *_ in favours(ann)] == [1.0]
    assert not theirs.contributions.exists()
    assert [credit.share for credit in credits_of(alice, [outcome])[outcome.pk]] == [1.0]
    ann.refresh_from_db()
    stored = ann.strength
    rescore([ann.pk])
    ann.refresh_from_db()
    assert ann.strength == stored


def test_credit_is_handed_up_to_who_introduced_in_time(
    alice: User, ann: Contact, bob: Contact
) -> None:
    cem = make_contact(alice, "Cem Demir")
    introduce_to_me(bob, cem, TODAY)
    today = make_outcome(alice, cem)
    before = make_outcome(alice, cem, on=TODAY - dt.timedelta(days=1))
    found = credits_of(alice, [today, before])
    told = [(each.person.given, round(each.share, 4), each.part) for each in found[today.pk]]
    assert told == [
        ("Cem", 0.5714, "contributed"),
        ("Bob", 0.2857, "introduced you to Cem Demir"),
        ("Ann", 0.1429, "introduced you to Bob Costa"),
    ]
    assert [(each.person.given, each.share) for each in found[before.pk]] == [("Cem", 1.0)]


@at_noon
def test_an_introduction_in_the_trash_or_only_asked_for_brings_no_credit(
    alice: User, ann: Contact
) -> None:
    cem = make_contact(alice, "Cem Demir")
    asked = introduce_to_me(ann, cem, TODAY)
    asked.made_on = None
    asked.save()
    deal = make_outcome(alice, cem)
    assert len(credits_of(alice, [deal])[deal.pk]) == 1


people_there = some.integers(0, 5)
days = some.none() | some.integers(-30, 30)


class CreditsEqualTheEngines(TestCase):
    """Read from the database, the credits are the engine's own, and sum to the value."""

    @settings(max_examples=30)
    @given(
        some.dictionaries(people_there, some.floats(0, 10), min_size=1),
        some.dictionaries(people_there, people_there),
        some.lists(some.tuples(people_there, people_there, days), max_size=5),
        some.sampled_from(sorted(SIZES)),
    )
    def test_credits(
        self,
        shares: dict[int, float],
        stated: dict[int, int],
        made: list[tuple[int, int, int | None]],
        size: str,
    ) -> None:
        owner = make_user()
        today = owner.today()
        people = [make_contact(owner, f"Person {at}") for at in range(6)]
        links = []
        for at, by in stated.items():
            Contact.objects.filter(pk=people[at].pk).update(introduced_by=people[by])
            links.append(Introduced(people[at].pk, people[by].pk))
        for at, by, ago in made:
            if at != by and ago is not None:
                on = today - dt.timedelta(days=ago)
                introduce_to_me(people[by], people[at], on)
                links.append(Introduced(people[at].pk, people[by].pk, on))
        deal = make_outcome(owner, *(people[at] for at in shares), size=size)
        named = {people[at].pk: share for at, share in shares.items()}
        share_out(deal, named)
        found = credits_of(owner, [deal])[deal.pk]
        expected = credited(SIZES[size], named, links, today)
        assert [(each.person.pk, each.amount) for each in found] == [
            (each.person, each.amount) for each in expected
        ]
        assert sum(each.amount for each in found) == pytest.approx(SIZES[size])
        rows = Contribution.objects.filter(outcome=deal).values_list("favour__share", flat=True)
        assert sum(rows) == pytest.approx(1)
