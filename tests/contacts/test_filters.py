"""The list shows whom the filters ask for, and nobody else."""

import datetime as dt
import re

import pytest
from django.test import Client

from accounts.models import User
from contacts import conditions
from contacts.adding import JobDraft, PersonDraft, add_people
from contacts.filtering import PeopleFilter, segments_of
from contacts.models import Benefit, Contact, ContactRole, Job, Organisation, Tag
from contacts.searching import index_people
from tests.makers import make_contact, make_user


def shown(user: User, **address: str) -> list[str]:
    """Names in the order of the list."""
    wanted = PeopleFilter.read(address)
    people = [
        person
        for segment in segments_of(user, wanted, wanted.query)
        for person in segment.people.order_by(*segment.order)
    ]
    return [person.given for person in people]


@pytest.fixture
def network(alice: User) -> None:
    today = alice.today()

    def met(name: str, days: int | None, **facts: object) -> Contact:
        on = None if days is None else today - dt.timedelta(days=days)
        return make_contact(alice, name, last_contact_on=on, **facts)

    ana = met("Ana Zoe", 3, strength=85, circle="inner")
    ben = met("Ben Young", 40, strength=55, circle="close")
    met("Cem Xu", 100, strength=40)
    dee = met("Dee Ward", None, strength=0, circle="close", notes="Knows Ana")
    met("Eva Voss", 400, strength=19.9)
    Tag.objects.create(owner=alice, name="Mentor").contacts.add(ana, ben)
    Tag.objects.create(owner=alice, name="Mentoring").contacts.add(dee)
    ContactRole.objects.create(contact=ana, role="client")
    ContactRole.objects.create(contact=ana, role="friend")
    ContactRole.objects.create(contact=ben, role="client")
    Benefit.objects.create(contact=dee, kind="insight")
    index_people(list(Contact.objects.values_list("pk", flat=True)))


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ({"tag": "mentor"}, ["Ana", "Ben"]),
        ({"tag": "nobody"}, []),
        ({"circle": "close"}, ["Ben", "Dee"]),
        ({"circle": "none"}, ["Cem", "Eva"]),
        ({"role": "client"}, ["Ana", "Ben"]),
        ({"benefit": "insight"}, ["Dee"]),
        ({"band": "core"}, ["Ana"]),
        ({"band": "moderate"}, ["Ben", "Cem"]),
        ({"band": "faint"}, ["Eva", "Dee"]),
        ({"last": "<30"}, ["Ana"]),
        ({"last": ">90"}, ["Cem", "Eva"]),
        ({"last": ">365"}, ["Eva"]),
        ({"last": "never"}, ["Dee"]),
        ({"role": "client", "circle": "close"}, ["Ben"]),
        ({"q": "tag:mentor"}, ["Ana", "Ben"]),
        ({"q": "tag:ment"}, ["Ana", "Ben", "Dee"]),
        ({"q": "role:client role:friend"}, ["Ana"]),
        ({"q": "circle:inner"}, ["Ana"]),
        ({"q": "strength:>50"}, ["Ana", "Ben"]),
        ({"q": "strength:<20"}, ["Eva", "Dee"]),
        ({"q": "strength:40"}, ["Cem"]),
        ({"q": "last:>90d"}, ["Cem", "Eva"]),
        ({"q": "last:<41d"}, ["Ana", "Ben"]),
        ({"q": "last:never"}, ["Dee"]),
        ({"q": "ana", "circle": "close"}, ["Dee"]),
        ({"q": "ana"}, ["Ana", "Dee"]),
    ],
)
def test_filters(alice: User, network: None, address: dict[str, str], found: list[str]) -> None:
    assert shown(alice, **address) == found


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", ["Ana", "Ben", "Cem", "Eva", "Dee"]),
        ("strength", ["Ana", "Ben", "Cem", "Eva", "Dee"]),
        ("-strength", ["Dee", "Eva", "Cem", "Ben", "Ana"]),
        ("name", ["Eva", "Dee", "Cem", "Ben", "Ana"]),
        ("-name", ["Ana", "Ben", "Cem", "Dee", "Eva"]),
        ("last", ["Ana", "Ben", "Cem", "Eva", "Dee"]),
        ("-last", ["Eva", "Cem", "Ben", "Ana", "Dee"]),
    ],
)
def test_orders(alice: User, network: None, sort: str, order: list[str]) -> None:
    assert shown(alice, sort=sort) == order


def test_names_come_before_whatever_else_is_found(alice: User, network: None) -> None:
    Contact.objects.filter(given="Dee").update(strength=99)
    assert shown(alice, q="ana") == ["Ana", "Dee"]
    assert shown(alice, q="ana", sort="strength") == ["Dee", "Ana"]


def test_common_marks_are_found_by_walking(
    alice: User, network: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contacts.conditions.FEW", 0)
    assert shown(alice, tag="mentor", role="client", last="<30") == ["Ana"]
    assert shown(alice, q="ana tag:mentor") == ["Ana"]
    assert shown(alice, q="ana", circle="close") == ["Dee"]


def test_views(alice: User, network: None) -> None:
    Contact.objects.get(given="Ana").archive()
    Contact.objects.get(given="Ben").star()
    assert "Ana" not in shown(alice)
    assert shown(alice, view="archived") == ["Ana"]
    assert shown(alice, view="archived", tag="mentor", q="zoe") == ["Ana"]
    assert shown(alice, view="starred") == ["Ben"]
    Contact.objects.get(given="Ben").trash()
    assert shown(alice, view="starred") == []


def test_mallory_sees_nothing_through_any_filter(alice: User, mallory: User, network: None) -> None:
    make_contact(mallory, "Mia Own")
    for address in ({}, {"sort": "name"}, {"sort": "last"}):
        assert shown(mallory, **address) == ["Mia"]
    for address in ({"tag": "mentor"}, {"role": "client"}, {"benefit": "insight"}, {"q": "ana"}):
        assert shown(mallory, **address) == []


def test_values_that_mean_nothing_are_left_out() -> None:
    wanted = PeopleFilter.read(
        {"circle": "x", "role": "x", "band": "9", "last": "y", "sort": "id", "view": "trash"}
    )
    assert wanted == PeopleFilter()


def test_a_filter_names_its_own_address() -> None:
    address = {"q": "ana", "tag": "mentor", "sort": "-name", "view": "starred"}
    assert PeopleFilter.read(address).parameters == address


@pytest.fixture
def lumen(alice: User) -> None:
    """Ana and Ben work at Lumen, in energy; Ben says that he is a lawyer."""
    works = [JobDraft(organisation="Lumen")]
    add_people(
        alice,
        [
            PersonDraft(given="Ana", seniority="director", jobs=works),
            PersonDraft(given="Ben", industry="Law", place="Porto", jobs=works),
            PersonDraft(given="Cem", industry="  énergie ", place="lisbon"),
        ],
    )
    Organisation.objects.of(alice).update(industry="Énergie", place="Lisbon")
    Job.objects.create(
        contact=Contact.objects.get(given="Cem"), organisation=Organisation.objects.get(),
        is_current=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ({"industry": "Énergie"}, {"Ana", "Cem"}),
        ({"industry": "energie"}, {"Ana", "Cem"}),
        ({"industry": "law"}, {"Ben"}),
        ({"industry": "nothing"}, set()),
        ({"place": "LISBON"}, {"Ana", "Cem"}),
        ({"place": "Porto"}, {"Ben"}),
        ({"organisation": "lumen"}, {"Ana", "Ben"}),
        ({"seniority": "director"}, {"Ana"}),
        ({"seniority": "emperor"}, {"Ana", "Ben", "Cem"}),
        ({"organisation": "lumen", "industry": "energie"}, {"Ana"}),
        ({"industry": "energie", "place": "lisbon", "q": "cem"}, {"Cem"}),
    ],
)
@pytest.mark.parametrize("few", [2000, 0])
def test_people_are_found_by_where_they_stand_themselves_or_where_they_work(
    alice: User,
    lumen: None,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
    address: dict[str, str],
    found: set[str],
) -> None:
    monkeypatch.setattr(conditions, "FEW", few)
    assert set(shown(alice, **address)) == found
    assert not shown(make_user(), **{**address, "q": ""})


def test_seldom_filters_are_folded_until_one_is_chosen(alice: User, desk: Client) -> None:
    folded = re.compile(r'<details class="people-more"[^>]*>')
    usual, chosen = (desk.get(path).text for path in ("/people/", "/people/?industry=Law"))
    assert " open>" not in folded.findall(usual)[0]
    assert " open>" in folded.findall(chosen)[0]
    assert 'value="Law"' in chosen


def test_industries_and_places_are_offered_while_one_types(
    desk: Client, mallory: User, lumen: None
) -> None:
    make_contact(mallory, "Eve", industry="Energy of a stranger")
    offered = desk.get("/people/suggest/industries/?industry=ener").content.decode()
    assert offered == '<option value="Énergie"></option>'
    assert "Lisbon" in desk.get("/people/suggest/places/?place=lis").content.decode()
