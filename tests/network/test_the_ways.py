"""Who can introduce me: to a person, an organisation, an industry; found, explained, acted upon."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from contacts.adding import JobDraft, PersonDraft, add_people
from contacts.models import Contact, Job, Organisation
from contacts.searching import index_people
from interactions.introducing import introduce, office_of, take
from network.knowing import Acquaintances, around
from network.surroundings import surroundings
from tests.house.crowds import add_crowd
from tests.makers import make_contact, make_interaction, make_introduction
from tests.network.wants import make_aspiration, make_need


def page(desk: Client, **asked: object) -> str:
    words = {name: str(value) for name, value in asked.items()}
    answer = desk.get("/network/ways/", words, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def ann(alice: User) -> Contact:
    return make_contact(alice, "Ann Archer", strength=90)


@pytest.fixture
def cem(alice: User) -> Contact:
    """Whom Alice does not know yet."""
    cem = make_contact(alice, "Cem Demir")
    index_people([cem.pk])
    return cem


def meet(owner: User, *people: Contact, times: int = 1) -> None:
    for days in range(times):
        make_interaction(owner, *people, on=owner.today() - dt.timedelta(days=days))


def test_the_page_asks_for_one_thing(desk: Client) -> None:
    assert "Name whom you would like to meet" in page(desk)


def test_nobody_is_asked_about_beyond_somebody_whom_nobody_knows(
    alice: User, cem: Contact, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each ring costs a few milliseconds, also without anybody in it."""
    looked_at: list[list[int]] = []

    def looking(user: User, contact_ids: list[int]) -> Acquaintances:
        looked_at.append(contact_ids)
        return around(user, contact_ids)

    monkeypatch.setattr("network.surroundings.around", looking)
    surroundings(alice, [cem.pk])
    surroundings(alice, [])
    assert looked_at == [[cem.pk]]


def test_a_way_names_each_person_how_close_they_are_and_why(
    alice: User, ann: Contact, cem: Contact, desk: Client
) -> None:
    meet(alice, ann, cem, times=3)
    shown = page(desk, person=cem.uid)
    assert "core 90" in shown
    assert "know each other well" in shown
    assert "3 conversations together" in shown
    assert "shortest and strongest" in shown
    assert "90 % altogether" in shown


def test_the_introduction_is_asked_for_with_the_form_filled_in(
    alice: User, ann: Contact, cem: Contact, desk: Client
) -> None:
    make_introduction(ann, cem, make_contact(alice, "Dee"), made_on=alice.today())
    shown = page(desk, person=cem.uid)
    assert "an introduction" in shown
    assert "45 % altogether" in shown
    url = f"/introductions/new/?introducer={ann.uid}&second={cem.uid}"
    assert url.replace("&", "&amp;") in shown
    form = desk.get(url).content.decode()
    assert "Ann Archer" in form
    assert "Cem Demir" in form


@pytest.mark.parametrize("is_way", [True, False])
def test_whoever_was_asked_already_is_not_asked_again(
    alice: User, ann: Contact, cem: Contact, desk: Client, is_way: bool
) -> None:
    works = Organisation.objects.create(owner=alice, name="Lumen")
    for person in (ann, cem):
        Job.objects.create(contact=person, organisation=works)
    if is_way:
        meet(alice, ann, cem)
    here = f"introducer={ann.uid}&amp;second={cem.uid}"
    assert here in page(desk, person=cem.uid)
    asked = introduce(alice, (ann, None, cem), alice.today())
    shown = page(desk, person=cem.uid)
    assert ": open it</a>" in shown
    assert f'href="{asked.get_absolute_url()}"' in shown
    assert here not in shown
    take(asked, "declined", alice.today())
    assert here in page(desk, person=cem.uid)


def test_whoever_was_asked_about_an_organisation_is_not_asked_again(
    alice: User, ann: Contact, desk: Client
) -> None:
    lumen = Organisation.objects.create(owner=alice, name="Lumen")
    Job.objects.create(contact=ann, organisation=lumen)
    assert f"introducer={ann.uid}" in page(desk, organisation=lumen.uid)
    introduce(alice, (ann, None, office_of(lumen)), alice.today())
    shown = page(desk, organisation=lumen.uid)
    assert ": open it</a>" in shown
    assert f"introducer={ann.uid}" not in shown


def test_a_chain_begins_with_a_first_introduction(
    alice: User, ann: Contact, cem: Contact, desk: Client
) -> None:
    ben, dee = make_contact(alice, "Ben Okafor"), make_contact(alice, "Dee", introduced_by=cem)
    meet(alice, ann, ben)
    meet(alice, ben, dee)
    shown = page(desk, person=cem.uid)
    assert "Ask Ann Archer to introduce you to Ben Okafor" in shown
    assert "one introduced the other to you" in shown


def test_whom_one_knows_well_needs_nobody(ann: Contact, desk: Client) -> None:
    shown = page(desk, person=ann.uid)
    assert "You know them yourself" in shown
    assert "No way over others is better" in shown


def test_whom_one_knows_there_can_be_acted_on_at_once(alice: User, desk: Client) -> None:
    ana = make_contact(alice, "Ana Pereira", strength=60, industry="Banking")
    shown = page(desk, industry="banking")
    assert "No way over others is better" in shown
    assert "Ways to people you hardly know there" not in shown
    for url in (f"/log/?with={ana.uid}", f"/people/{ana.uid}/help/"):
        assert f'href="{url}"' in shown
    ask = f"/introductions/new/?introducer={ana.uid}"
    assert f'href="{ask}"' in shown
    assert "Ana Pereira" in desk.get(ask).content.decode()
    came_from = "http://testserver/network/ways/?industry=banking"
    planned = desk.post(f"/network/word/{ana.uid}/", HTTP_REFERER=came_from, follow=True)
    assert "promised for" in planned.content.decode()
    part = desk.get("/network/ways/?industry=banking", HTTP_HX_TARGET="ways").content.decode()
    assert "promised for" in part
    assert "<html" not in part


def test_without_a_way_colleagues_are_named_who_may_know_them(alice: User, desk: Client) -> None:
    works = [JobDraft(organisation="Lumen")]
    ann, cem = add_people(
        alice, [PersonDraft(given="Ann", jobs=works), PersonDraft(given="Cem", jobs=works)]
    )
    Contact.objects.filter(pk=ann.pk).update(strength=50)
    shown = page(desk, person=cem.uid)
    assert "No way is on record yet" in shown
    assert "They work at the same place" in shown
    assert f"introducer={ann.uid}" in shown


def test_an_organisation_shows_whom_one_knows_there_and_who_was_there_before(
    alice: User, ann: Contact, cem: Contact, desk: Client
) -> None:
    lumen = Organisation.objects.create(owner=alice, name="Lumen")
    ben = make_contact(alice, "Ben Okafor", strength=30)
    Job.objects.create(contact=ann, organisation=lumen)
    Job.objects.create(contact=cem, organisation=lumen)
    Job.objects.create(contact=ben, organisation=lumen, is_current=False)
    meet(alice, ann, cem)
    shown = page(desk, organisation=lumen.uid)
    assert "Whom you know there yourself" in shown
    assert "Ask Ann Archer to introduce you to Cem Demir" in shown
    assert "They may still know somebody there." in shown
    assert f"introducer={ben.uid}&amp;organisation={lumen.uid}" in shown


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        ({"industry": "energie"}, {"industry": "Énergie"}),
        ({"place": "Lisbon"}, {"place": "Lisbon"}),
        ({"seniority": "director"}, {"seniority": "director"}),
    ],
)
def test_an_industry_a_place_or_a_seniority_is_reached_through_whoever_is_there(
    alice: User, ann: Contact, desk: Client, asked: dict[str, str], facts: dict[str, str]
) -> None:
    eve = make_contact(alice, "Eve Voss", **facts)
    meet(alice, ann, eve)
    assert "Ask Ann Archer to introduce you to Eve Voss" in page(desk, **asked)


def test_what_is_typed_and_means_one_thing_is_answered_at_once(
    alice: User, ann: Contact, cem: Contact, desk: Client
) -> None:
    meet(alice, ann, cem)
    assert "core 90" in page(desk, q="cem demir")
    Organisation.objects.create(owner=alice, name="Demir Labs")
    Contact.objects.filter(pk=cem.pk).update(industry="Demirs")
    choice = page(desk, q="demir")
    assert "Which do you mean?" in choice
    assert "Demir Labs" in choice
    assert "/network/ways/?industry=Demirs" in choice
    assert "Nothing called “zzz” is on record" in page(desk, q="zzz")


def test_what_the_words_name_best_comes_first(alice: User, desk: Client) -> None:
    works = [JobDraft(organisation="Tidewater Ventures")]
    add_people(alice, [PersonDraft(given=name, jobs=works) for name in ("Ana", "Ben", "Tidewald")])
    Organisation.objects.create(owner=alice, name="High Tidewater")
    make_contact(alice, "Eve Tidewell", industry="Tidewater power")
    index_people(list(Contact.objects.of(alice).values_list("pk", flat=True)))
    offered = desk.get("/network/ways/destinations/?q=tidew").content.decode()
    names = [each.partition('"')[0] for each in offered.split('value="')[1:]]
    assert names[:3] == ["Tidewater Ventures", "Tidewater power", "Tidewald"]
    assert set(names[3:5]) == {"Eve Tidewell", "High Tidewater"}
    assert set(names[5:]) == {"Ana", "Ben"}


def test_destinations_are_offered_while_one_types(
    mallory: User, cem: Contact, desk: Client
) -> None:
    index_people([make_contact(mallory, "Cemile Stranger").pk])
    offered = desk.get("/network/ways/destinations/?q=cem").content.decode()
    assert '<option value="Cem Demir">' in offered
    assert "Stranger" not in offered


def test_a_stranger_s_people_are_neither_asked_nor_found(
    mallory: User, ann: Contact, desk: Client
) -> None:
    eve = make_contact(mallory, "Xenia", industry="Law")
    meet(mallory, eve)
    for asked in (
        {"person": eve.uid},
        {"person": "nonsense"},
        {"industry": "\0"},
        {"role": "king"},
    ):
        assert "Name whom you would like to meet" in page(desk, **asked)
    assert "Xenia" not in page(desk, industry="law")


def test_it_asks_as_often_for_many_as_for_few(alice: User, mallory: User) -> None:
    counts = []
    for owner, number in ((alice, 12), (mallory, 60)):
        people = add_crowd(owner, number)
        Contact.objects.filter(pk=people[0].pk).update(strength=3)
        desk = Client()
        desk.force_login(owner)
        with CaptureQueriesContext(connection) as queries:
            page(desk, person=people[0].uid)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_ways_are_one_step_from_where_one_needs_them(
    alice: User, ann: Contact, cem: Contact, desk: Client
) -> None:
    lumen = Organisation.objects.create(owner=alice, name="Lumen")
    make_need(make_aspiration(alice), "organisation", "lumen")
    make_need(make_aspiration(alice), "industry", "Climate & soil")
    network = desk.get("/network/").content.decode()
    assert f"/network/ways/?organisation={lumen.uid}" in network
    assert "/network/ways/?industry=Climate+%26+soil" in network
    assert f"/network/ways/?person={cem.uid}" in desk.get(f"/people/{cem.uid}/").content.decode()
    assert "/network/ways/?person=" not in desk.get(f"/people/{ann.uid}/").content.decode()
    shown = desk.get(f"/people/organisations/{lumen.uid}/").content.decode()
    assert f"/network/ways/?organisation={lumen.uid}" in shown
