"""What came of it: the same whole, cut three ways."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some

from accounts.models import User
from contacts.adding import JobDraft, PersonDraft, add_people
from contacts.models import Contact, Organisation
from goals.models import Aspiration
from goals.outcomes import share_out, trash_outcome
from goals.tallying import SHOWN, Line, lines, money, tallies
from interactions.models import Event
from tests.goals.outcome_makers import introduce_to_me, make_outcome
from tests.makers import make_contact, make_interaction

at_noon = pytest.mark.time_machine("2026-11-23T12:00Z")
TODAY = dt.date(2026, 11, 23)


def told(found: list[Line]) -> dict[str, tuple[float, int]]:
    return {line.word: (round(line.worth, 6), line.outcomes) for line in found}


def titled(owner: User, title: str) -> dict[str, tuple[float, int]]:
    """Empty where the page has no such picture."""
    return told([line for each in tallies(owner) if each.title == title for line in each.lines])


@pytest.fixture
def fair(alice: User) -> Event:
    return Event.objects.create(owner=alice, name="Energy fair", starts_on=TODAY)


@at_noon
def test_by_kind_and_by_aspiration(alice: User, mallory: User) -> None:
    aim = Aspiration.objects.create(owner=alice, kind="clients", title="Ten clients")
    make_outcome(alice, size="large", aspiration=aim)
    make_outcome(alice, size="small", aspiration=aim, kind="insight")
    make_outcome(alice, size="medium", kind="insight")
    trash_outcome(make_outcome(alice, kind="support"))
    make_outcome(mallory, kind="visibility")
    by_kind, by_aspiration, *_ = tallies(alice)
    assert told(list(by_kind.lines)) == {"Opportunity": (10, 1), "Insight": (4, 2)}
    assert told(list(by_aspiration.lines)) == {
        "Ten clients": (11, 2),
        "Nothing in particular": (3, 1),
    }


@at_noon
def test_by_the_way_one_came_to_know_each_contributor(alice: User, fair: Event) -> None:
    ann, bob, cem = (make_contact(alice, name) for name in ("Ann Berg", "Bob Costa", "Cem Demir"))
    dee = make_contact(alice, "Dee Young", how_met="Surf camp")
    introduce_to_me(ann, bob, TODAY)
    make_interaction(alice, cem, on=TODAY, event=fair)
    Contact.objects.filter(pk=cem.pk).update(first_contact_on=TODAY)
    shared = make_outcome(alice, ann, bob, cem, dee, size="large")
    share_out(shared, {ann.pk: 4, bob.pk: 3, cem.pk: 2, dee.pk: 1})
    make_outcome(alice, dee, event=fair)
    make_outcome(alice, size="small")
    assert told(list(tallies(alice)[2].lines)) == {
        "At an event": (5, 2),
        "Not noted how": (4, 1),
        "Through an introduction": (3, 1),
        "Surf camp": (1, 1),
        "Nobody named": (1, 1),
    }


@at_noon
def test_which_event_brought_it(alice: User, fair: Event) -> None:
    dinner = Event.objects.create(owner=alice, name="Dinner", kind="dinner", starts_on=TODAY)
    cem = make_contact(alice, "Cem Demir")
    make_interaction(alice, cem, on=TODAY, event=fair)
    Contact.objects.filter(pk=cem.pk).update(first_contact_on=TODAY)
    make_outcome(alice, size="small")
    assert titled(alice, "By event") == {}
    make_outcome(alice, event=fair)
    make_outcome(alice, size="large", event=dinner)
    make_outcome(alice, cem, size="small")
    assert titled(alice, "By event") == {
        "Dinner": (10, 1),
        "Energy fair": (4, 2),
        "At no event": (1, 1),
    }


@at_noon
def test_an_event_in_the_trash_brought_nothing(alice: User, fair: Event) -> None:
    make_outcome(alice, make_contact(alice, how_met="Surf camp"), event=fair)
    assert titled(alice, "By how you came to know people") == {"At an event": (3, 1)}
    fair.deleted_at = timezone.now()
    fair.save()
    assert titled(alice, "By how you came to know people") == {"Surf camp": (3, 1)}
    assert titled(alice, "By event") == {}


@at_noon
def test_which_industry_brought_it(alice: User) -> None:
    works = [JobDraft(organisation="Lumen")]
    [ann] = add_people(alice, [PersonDraft(given="Ann", jobs=works)])
    bob = make_contact(alice, "Bob Costa", industry="energie")
    make_outcome(alice, make_contact(alice, "Dee Young"), size="small")
    assert titled(alice, "By industry") == {}
    Organisation.objects.of(alice).update(industry="Énergie")
    make_outcome(alice, ann, bob, size="large")
    make_outcome(alice, size="small")
    assert titled(alice, "By industry") == {
        "energie": (10, 1),
        "Nobody named": (1, 1),
        "Not noted which": (1, 1),
    }


@at_noon
def test_which_activity_brought_it(alice: User) -> None:
    ann, bob = make_contact(alice, "Ann Berg"), make_contact(alice, "Bob Costa")
    for channel, days in (("phone", 3), ("phone", 30), ("video", 60), ("in_person", 400)):
        make_interaction(alice, ann, on=TODAY - dt.timedelta(days=days), channel=channel)
    make_interaction(alice, bob, on=TODAY, channel="social")
    make_outcome(alice, ann, bob, size="large", on=TODAY - dt.timedelta(days=1))
    make_outcome(alice, ann, event=Event.objects.create(owner=alice, name="Slam", starts_on=TODAY))
    assert titled(alice, "By kind of activity") == {
        "No conversation noted": (5, 1),
        "Phone call": (pytest.approx(10 / 3), 1),
        "Meetup": (3, 1),
        "Video call": (pytest.approx(5 / 3), 1),
    }


@at_noon
def test_each_outcome_looks_back_a_year_from_its_own_day_and_past_an_event_in_the_trash(
    alice: User, fair: Event
) -> None:
    ann = make_contact(alice, "Ann Berg")
    for channel, days in (("phone", 1099), ("video", 1500)):
        make_interaction(alice, ann, on=TODAY - dt.timedelta(days=days), channel=channel)
    make_outcome(alice, ann, size="large", on=TODAY - dt.timedelta(days=1000), event=fair)
    make_outcome(alice, ann, size="small")
    Event.objects.update(deleted_at="2026-11-22T12:00Z")
    assert titled(alice, "By kind of activity") == {
        "Phone call": (10, 1),
        "No conversation noted": (1, 1),
    }


@at_noon
def test_the_page_tells_which_kinds_of_networking_paid_off(
    alice: User, fair: Event, desk: Client
) -> None:
    make_outcome(alice, make_contact(alice, "Bob Costa", industry="Steel"), event=fair)
    shown = desk.get("/outcomes/").content.decode()
    for words in ("By industry", "Steel", "By event", "Energy fair", "By kind of activity"):
        assert words in shown


@at_noon
def test_an_introduction_after_the_outcome_did_not_bring_it(alice: User) -> None:
    ann, bob = make_contact(alice, "Ann Berg"), make_contact(alice, "Bob Costa")
    make_outcome(alice, bob, on=TODAY - dt.timedelta(days=3))
    introduce_to_me(ann, bob, TODAY)
    assert told(list(tallies(alice)[2].lines)) == {"Not noted how": (3, 1)}


@at_noon
def test_money_is_summed_in_each_currency(alice: User) -> None:
    for amount, currency in ((10, "EUR"), (5, "EUR"), (7, "CHF")):
        make_outcome(alice, money=amount, currency=currency)
    make_outcome(alice)
    assert money(alice) == [("CHF", 7), ("EUR", 15)]


@given(
    some.lists(
        some.tuples(
            some.sampled_from([f"way {at}" for at in range(SHOWN + 4)]),
            some.floats(0, 100),
            some.integers(1, 5),
        )
    )
)
def test_the_lines_together_are_worth_what_the_pieces_are(
    pieces: list[tuple[str, float, int]],
) -> None:
    found = lines(pieces)
    assert sum(line.worth for line in found) == pytest.approx(sum(worth for _, worth, _ in pieces))
    assert len(found) <= SHOWN + 1
    assert all(0 <= line.percent <= 100 for line in found)
