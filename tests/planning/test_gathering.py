"""The ranking of the published examples, from people in the database."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from contacts.models import Benefit, Contact
from goals.models import Aspiration, Need
from network.models import Snapshot
from planning.drawing_up import draw_up, ranking_of
from planning.fitting import fits_of
from planning.gathering import gather
from planning.models import Card
from planning.ranking import Ranked, rank, ranked
from planning.shortlisting import short_list
from planning.waking import by_turn
from tests.makers import make_contact, make_follow_up, make_interaction, make_rating
from tests.planning.people_of_a_day import (
    TODAY,
    day,
    employ,
    make_date,
    make_dormant,
    make_neglected,
    make_outreach,
    make_person,
)

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]


def one(user: User) -> Ranked[int]:
    (candidate,) = gather(user, TODAY).candidates
    return ranked(candidate)


def make_need(owner: User, **facts: Any) -> Need:
    aspiration = Aspiration.objects.create(owner=owner, kind="clients", title="More clients")
    return Need.objects.create(
        owner=owner,
        aspiration=aspiration,
        **{"sought": "industry", "value": "Énergie", "benefit": "insight", **facts},
    )


# Facts, then priority and tier, as planning_examples.json has them.
SILENCES = [
    ({"days_since": 15, "loss": 5.3}, 16.752967),
    ({"days_since": 30, "loss": 5.3}, 30.364078),
    ({"days_since": None, "cadence": 90, "circle_chosen_on": day(90)}, 17.5),
    ({"days_since": None, "cadence": 90, "circle_chosen_on": TODAY}, 0.0),
    ({"days_since": None, "cadence": 90}, 0.0),
]


@pytest.mark.parametrize(("facts", "priority"), SILENCES)
def test_silence_and_what_would_be_lost(
    alice: User, facts: dict[str, Any], priority: float
) -> None:
    make_person(alice, **facts)
    assert one(alice).tier == 3
    assert one(alice).priority == pytest.approx(priority, abs=1e-6)


def test_a_need_that_nobody_meets_yet(alice: User) -> None:
    ana = make_person(alice, days_since=60, loss=5, industry="énergie")
    Benefit.objects.create(contact=ana, kind="insight")
    make_need(alice, importance=3)
    assert one(alice).priority == pytest.approx(68.611111, abs=1e-6)


def test_whoever_could_fill_a_gap_needs_no_circle_unless_they_are_to_be_left_alone(
    alice: User,
) -> None:
    for name, facts in (("Ana", {}), ("Ben", {"cadence": "never"})):
        person = make_contact(alice, name, industry="energie", last_contact_on=day(900), **facts)
        Benefit.objects.create(contact=person, kind="insight")
    make_need(alice, importance=3)
    draw_up(alice)
    card = Card.objects.get()
    assert card.contact.given == "Ana"
    assert card.priority == 25.0, "their silence counts for nothing: no rhythm was chosen"
    assert [each["code"] for each in card.reasons] == ["aspiration"]


def test_a_promise_due_today(alice: User) -> None:
    make_follow_up(make_person(alice, days_since=10, loss=6.9))
    assert one(alice).tier == 1
    assert one(alice).priority == pytest.approx(15.745798, abs=1e-6)


def test_a_birthday_tomorrow(alice: User) -> None:
    make_date(make_person(alice, days_since=20, loss=5), "--11-24")
    assert one(alice).tier == 2
    assert one(alice).priority == pytest.approx(35.5, abs=1e-6)


@pytest.mark.parametrize(("days_ago", "priority", "out"), [(8, 19.75, None), (3, 0, "waiting")])
def test_a_message_without_a_reply(
    alice: User, days_ago: int, priority: float, out: str | None
) -> None:
    ana = make_person(alice, days_since=45, loss=5)
    make_outreach(ana, days_ago)
    make_outreach(ana, 50)  # before they last spoke
    assert one(alice).priority == pytest.approx(priority, abs=1e-6)
    assert one(alice).out == out


def people_of_the_published_example(owner: User) -> dict[int, str]:
    """Names by row number: a to c of one company, a promise, two once strong, and some others."""
    people = {
        "a": make_neglected(owner, "a", days_since=90, loss=5),
        "b": make_neglected(owner, "b", days_since=80, loss=5),
        "c": make_neglected(owner, "c", days_since=70, loss=5),
        "d": make_person(owner, "d", days_since=10),
        "e": make_dormant(owner, "e", cadence=420),
        "f": make_dormant(owner, "f", cadence=430),
        "g": make_neglected(owner, "g", days_since=45),
        "h": make_person(owner, "h", days_since=30),
        "i": make_person(owner, "i", days_since=1),
    }
    for name in "abc":
        employ(people[name], "Acme")
    make_follow_up(people["d"])
    return {person.pk: name for name, person in people.items()}


def test_the_list_of_the_published_example(alice: User) -> None:
    names = people_of_the_published_example(alice)
    ranking = by_turn(alice, rank(gather(alice, TODAY).candidates))

    def cards(size: int) -> str:
        return "".join(names[each.id] for each in short_list(ranking, size).cards)

    assert (cards(3), cards(5)) == ("dab", "dabeg")


def test_the_worthiest_of_the_dormant_has_the_one_place_for_them(alice: User) -> None:
    ana = make_dormant(alice, "Ana")
    ben = make_dormant(alice, "Ben", days_since=1190)
    make_rating(ana, 2, 2, 2)
    make_rating(ben, 5, 5, 5)
    assert [each.id for each in ranking_of(alice, TODAY).people] == [ben.pk, ana.pk]


def test_a_dormant_strong_tie_needs_no_circle_unless_it_is_to_be_left_alone(alice: User) -> None:
    facts = {"first_contact_on": day(1400), "days_in_touch": 3, "strength_at_last_contact": 65}
    make_contact(alice, "Ana", last_contact_on=day(1200), **facts)
    never = make_contact(alice, "Ben", last_contact_on=day(1200), cadence="never", **facts)
    assert one(alice).candidate.is_reconnection
    never.delete()


def test_nobody_is_gathered_who_is_not_to_be_written_to(alice: User, mallory: User) -> None:
    make_neglected(mallory)
    make_neglected(alice, archived_at="2026-01-01T00:00Z")
    make_neglected(alice, deleted_at="2026-01-01T00:00Z")
    make_neglected(alice, is_deceased=True)
    make_neglected(alice, kind="office")
    make_neglected(alice, is_self=True)
    assert gather(alice, TODAY).candidates == []


def test_who_is_put_off_is_out_until_the_day(alice: User) -> None:
    ana = make_neglected(alice)
    card = Card.objects.create(owner=alice, contact=ana, tier=3, priority=30)
    card.close("snoozed", TODAY + dt.timedelta(days=1))
    assert one(alice).out == "snoozed"
    card.close("snoozed", TODAY)
    assert one(alice).out is None


def test_the_bound_loses_nobody_of_a_circle(alice: User) -> None:
    """Whoever is not fetched could not have reached the list."""
    circles = {"inner": 7, "close": 30, "active": 90, "wider": 182, "outer": 365}
    for circle, days in circles.items():
        for late in (0.3, 0.5, 0.8, 1.2):
            since = day(int(days * late))
            due = since + dt.timedelta(days=days)
            make_contact(
                alice, circle, circle=circle, last_contact_on=since, next_touch_on=due, strength=26
            )
    everybody = set(Contact.objects.of(alice).values_list("pk", flat=True))
    found = {each.id for each in gather(alice, TODAY).candidates}
    left_out = gather(alice, TODAY, everybody - found).candidates
    assert all(ranked(each).parts.overdue <= 4 for each in left_out if each.id not in found)
    assert len(found) < len(everybody)


NEEDS: list[tuple[dict[str, Any], float]] = [
    ({"sought": "industry", "value": "ENERGIE"}, 0.5),
    ({"sought": "role", "value": "mentor"}, 0.5),
    ({"sought": "organisation", "value": "lumen"}, 0.5),
    ({"sought": "seniority", "value": "director"}, 0.5),
    ({"sought": "place", "value": "lisbon"}, 0.5),
    ({"sought": "tag", "value": "Climate"}, 0.5),
    ({"sought": "industry", "value": "energie", "benefit": "support"}, 1.0),
]


@pytest.mark.parametrize(("need", "relevance"), NEEDS)
def test_people_fit_needs_by_what_is_known_of_them(
    alice: User, need: dict[str, Any], relevance: float
) -> None:
    ana = make_contact(alice, industry="Énergie", seniority="director", place="Lisbon")
    ana.roles.create(role="mentor")
    ana.tags.create(owner=alice, name="climate")
    ana.benefits.create(kind="support")
    employ(ana, "Lumen")
    make_contact(alice, "Ben Okafor")
    make_need(alice, **need)
    (fits,) = fits_of(alice).values()
    assert [fit.relevance for fit in fits] == [relevance]


def test_the_very_person_fits_fully_and_a_met_need_has_no_gap(alice: User) -> None:
    ana = make_contact(alice)
    need = make_need(alice, sought="person", value="", person=ana)
    assert fits_of(alice)[ana.pk][0].relevance == 1.0
    assert fits_of(alice)[ana.pk][0].has_gap
    findings = {"needs": {str(need.uid): {"points": 2.0, "target": 2.0}}}
    Snapshot.objects.create(owner=alice, findings=findings)
    assert not fits_of(alice)[ana.pk][0].has_gap


def test_it_asks_as_often_for_sixty_as_for_five(alice: User, mallory: User) -> None:
    counts = []
    for owner, number in ((alice, 5), (mallory, 60)):
        make_need(owner)
        for at in range(number):
            person = make_neglected(owner, f"Person {at}", industry="energie")
            make_follow_up(person)
            make_interaction(owner, person, on=day(60))
        with CaptureQueriesContext(connection) as queries:
            assert len(gather(owner, TODAY).candidates) == number
        counts.append(len(queries))
    assert counts[0] == counts[1]
