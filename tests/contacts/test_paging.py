"""Page after page shows everybody once, forwards and backwards, while facts change."""

import datetime as dt

import pytest
from django.db import connection

from accounts.models import User
from contacts.filtering import PeopleFilter, segments_of
from contacts.models import Contact, ContactQuerySet
from contacts.paging import Page, Segment, beyond, cursor_at, page_of
from contacts.searching import index_people
from tests.makers import make_contact

ADDRESSES = [{}, {"sort": "-strength"}, {"sort": "name"}, {"sort": "-name"}]
ADDRESSES += [{"sort": "last"}, {"sort": "-last"}, {"q": "an"}, {"q": "ana"}]


def segments(user: User, address: dict[str, str]) -> list[Segment]:
    wanted = PeopleFilter.read(address)
    return segments_of(user, wanted, wanted.query)


def page(user: User, address: dict[str, str], size: int = 3, **at: str) -> Page:
    cursor = cursor_at(Contact.objects.of(user), at.get("after", ""), at.get("before", ""))
    return page_of(segments(user, address), ("uid", "name"), cursor, size)


@pytest.fixture
def network(alice: User) -> None:
    """Eleven people, several with equal strengths and days, some never spoken to."""
    today = alice.today()
    people = [
        make_contact(
            alice,
            f"{('Ana', 'Ben', 'Dana')[number % 3]} Person{number % 4}",
            strength=(number % 3) * 20.5,
            last_contact_on=None if number % 4 == 0 else today - dt.timedelta(days=number % 5),
            notes="about ana" if number % 2 else "",
        )
        for number in range(11)
    ]
    index_people([person.pk for person in people])


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_everybody_is_seen_once_in_both_directions(
    alice: User, network: None, address: dict[str, str]
) -> None:
    expected = page(alice, address, size=100).rows
    seen, current = [], page(alice, address)
    assert not current.has_previous
    while True:
        seen += current.rows
        if not current.has_next:
            break
        current = page(alice, address, after=str(current.rows[-1][0]))
        assert current.has_previous
    assert seen == expected
    assert len(set(seen)) == len(seen) > 3
    back = list(current.rows)
    while current.has_previous:
        current = page(alice, address, before=str(current.rows[0][0]))
        back = current.rows + back
    assert back == expected


def test_a_page_holds_on_when_its_last_person_is_archived(alice: User, network: None) -> None:
    first = page(alice, {})
    following = page(alice, {}, after=str(first.rows[-1][0]))
    Contact.objects.get(uid=first.rows[-1][0]).archive()
    assert page(alice, {}, after=str(first.rows[-1][0])).rows == following.rows


def test_an_address_that_names_nobody_starts_at_the_front(
    alice: User, mallory: User, network: None
) -> None:
    stranger = make_contact(mallory)
    for after in ("nonsense", str(stranger.uid), "0"):
        assert page(alice, {}, after=after).rows == page(alice, {}).rows


def plan(people: ContactQuerySet) -> str:
    if connection.vendor == "postgresql":
        # Eleven rows PostgreSQL would rather read and sort; it still does where no index serves.
        with connection.cursor() as cursor:
            for way in ("seqscan", "bitmapscan", "sort"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
    else:
        forget_statistics()
    return people.explain()


def forget_statistics() -> None:
    """An import that another test really committed leaves statistics of a few rows behind, by
    which SQLite would sort them: here it plans as for a database it knows nothing of."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'")
        if cursor.fetchone():
            cursor.execute("DELETE FROM sqlite_stat1")
            cursor.execute("ANALYZE sqlite_schema")


@pytest.mark.parametrize(
    ("address", "index"),
    [
        ({}, "people_by_strength"),
        ({"sort": "-strength"}, "people_by_strength"),
        ({"sort": "name"}, "people_by_name"),
        ({"sort": "last"}, "people_by_last_contact"),
        ({"sort": "-last"}, "people_by_last_contact"),
    ],
    ids=str,
)
def test_each_order_walks_its_index_without_sorting(
    alice: User, network: None, address: dict[str, str], index: str
) -> None:
    segment = segments(alice, address)[0]
    person = Contact.objects.of(alice).exclude(last_contact_on=None)[0]
    for after in (False, True):
        people = segment.people.order_by(*segment.order)
        if after:
            people = people.filter(beyond(person, segment.order))
        told = plan(people[:51])
        assert index in told
        assert "TEMP B-TREE" not in told
        assert "Sort" not in told
        assert "SCAN contacts_contact" not in told


def test_those_never_spoken_to_are_walked_by_name(alice: User, network: None) -> None:
    never_met = segments(alice, {"sort": "last"})[1]
    told = plan(never_met.people.order_by(*never_met.order)[:51])
    assert "people_never_met" in told
    assert "TEMP B-TREE" not in told
