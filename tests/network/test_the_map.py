"""The map as a page: everybody drawn and listed, grouped as asked, found by name."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from contacts.adding import JobDraft, PersonDraft, add_people
from contacts.models import Contact, Organisation
from network import mapping
from tests.makers import make_contact, make_interaction


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice, "Ana Pereira", strength=70, industry="Climate", circle="close")


@pytest.fixture
def ben(alice: User) -> Contact:
    return make_contact(alice, "Ben Okafor", strength=30, industry="Law")


def page(desk: Client, query: str = "") -> str:
    answer = desk.get(f"/network/map/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def listed(shown: str) -> str:
    return shown.partition("<tbody>")[2].partition("</tbody>")[0]


def test_whoever_knows_nobody_is_told_what_the_map_will_show(desk: Client) -> None:
    assert "Here you will see everybody around you" in page(desk)


def test_everybody_is_drawn_and_listed_with_a_link_to_their_page(
    ana: Contact, ben: Contact, desk: Client
) -> None:
    shown = page(desk, "?by=industry")
    for person in (ana, ben):
        assert shown.count(f'href="/people/{person.uid}/"') == 2
    assert "<title>Ana Pereira · 70 · Climate</title>" in shown
    assert listed(shown).index("Ana Pereira") < listed(shown).index("Ben Okafor")


def test_who_met_at_one_table_is_joined_by_a_line(
    alice: User, ana: Contact, ben: Contact, desk: Client
) -> None:
    assert "map-tie" not in page(desk)
    make_interaction(alice, ana, ben)
    assert '<path class="map-tie"' in page(desk)
    make_interaction(alice, ana, ben)
    assert "map-tie-worked" in page(desk)


def test_one_band_alone_can_be_shown(ana: Contact, ben: Contact, desk: Client) -> None:
    shown = page(desk, "?band=weak")
    assert "Ben Okafor" in shown
    assert "Ana Pereira" not in shown


def test_without_javascript_the_server_marks_whom_the_search_finds(
    ana: Contact, ben: Contact, desk: Client
) -> None:
    shown = page(desk, "?q=pereira")
    assert shown.count("map-found") == 1
    assert "Ben Okafor" in shown
    assert "Ben Okafor" not in listed(shown)


def test_an_address_that_makes_no_sense_shows_everybody(ana: Contact, desk: Client) -> None:
    assert "Ana Pereira" in page(desk, "?by=nothing&band=none&q=%00")


def test_of_too_many_the_closest_are_shown(
    ana: Contact, ben: Contact, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapping, "MOST", 1)
    shown = page(desk)
    assert "These are the 1 closest of 2." in shown
    assert "Ben Okafor" not in shown


def test_below_the_map_stand_the_closest_and_the_others_follow(
    ana: Contact, ben: Contact, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapping, "LISTED", 1)
    make_contact(ana.owner, "Cem Demir", strength=40)
    shown = page(desk, "?by=industry&role=")
    assert "3 people, the closest first" in shown
    assert "Show 2 more" in shown
    assert "Ben Okafor" not in listed(shown)
    address = shown.partition('tbody id="map-others"')[2].partition('href="')[2].partition('"')[0]
    whole = page(desk, address.removeprefix("/network/map/").replace("&amp;", "&"))
    places = [whole.index(f">{name}</a>") for name in ("Ana Pereira", "Cem Demir", "Ben Okafor")]
    assert places == sorted(places)
    assert "<td>Law</td>" in whole, "grouped as the map was"
    others = desk.get("/network/map/list/", headers={"HX-Target": "map-others"}).content.decode()
    assert others.startswith('<tbody id="map-others">')
    assert "Ben Okafor" in others
    assert "Ana Pereira" not in others
    assert "map-others" not in page(desk, "?q=pereira")


def test_each_person_beyond_the_listed_takes_two_hundred_bytes(alice: User, desk: Client) -> None:
    sizes = []
    for hundred in range(2):
        drafts = [PersonDraft(given=f"Ana {hundred} {n}", family="Pereira") for n in range(100)]
        add_people(alice, drafts)
        Contact.objects.update(circle="close", strength=50)
        sizes.append(len(page(desk).encode()))
    assert sizes[1] - sizes[0] < 100 * 200


def test_names_are_escaped(alice: User, desk: Client) -> None:
    make_contact(alice, "<b>Eve</b>", industry="<i>odd</i>")
    Organisation.objects.create(owner=alice, name="<u>Co</u>")
    shown = page(desk, "?by=industry")
    assert "<b>Eve" not in shown
    assert "<i>odd" not in shown


def test_one_role_alone_can_be_shown_and_coloured_by(
    ana: Contact, ben: Contact, desk: Client
) -> None:
    ana.roles.create(role="client")
    ana.roles.create(role="friend")
    shown = page(desk, "?role=client&by=role")
    assert "Ana Pereira" in shown
    assert "Ben Okafor" not in shown
    assert "Ben Okafor" in page(desk, "?role=king")


def test_whoever_are_all_alike_are_drawn_as_a_group_not_as_unknown_dots(
    ana: Contact, desk: Client
) -> None:
    assert 'data-look="0"' in page(desk, "?by=tag")


def test_only_what_is_drawn_is_read(ana: Contact, desk: Client) -> None:
    [cem] = add_people(ana.owner, [PersonDraft(given="Cem", jobs=[JobDraft(organisation="Lumen")])])
    Organisation.objects.of(ana.owner).update(place="Lisbon")
    ana.roles.create(role="client")
    cem.roles.create(role="client")
    with CaptureQueriesContext(connection) as queries:
        page(desk)
    unread = ("contacts_benefit", "contacts_tagging", "contacts_contactrole", "interactions_help")
    assert not [each["sql"] for each in queries if any(name in each["sql"] for name in unread)]
    assert "<title>Cem · strength not yet known · Lisbon</title>" in page(desk, "?by=place")
    shown = page(desk, "?by=organisation&role=client")
    assert "<title>Cem · strength not yet known · Lumen</title>" in shown
    assert "<title>Ana Pereira · 70 · not known</title>" in shown


def test_many_ties_are_drawn_thin(alice: User, desk: Client) -> None:
    people = [make_contact(alice, f"Person {n}", strength=n) for n in range(12)]
    assert 'data-density="few"' in page(desk)
    for at in range(8):
        make_interaction(alice, *people[at : at + 5], *people[:3])
    assert 'data-density="few"' in page(desk)
    for person in people:
        make_interaction(alice, person, *people[:4], *people[8:11])
    assert 'data-density="some"' in page(desk)
