"""Organisations: found by name, shown with whom one knows there, never twice."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from contacts.adding import JobDraft, PersonDraft, add_people
from contacts.models import Contact, Organisation, SearchEntry
from tests.makers import make_contact

pytestmark = pytest.mark.database

INDEX = reverse("contacts:organisations")


@pytest.fixture
def lumen(alice: User) -> Organisation:
    add_people(
        alice,
        [
            PersonDraft(given="Ana", jobs=[JobDraft("Lumen Énergie", "Head of Product")]),
            PersonDraft(given="Ben", jobs=[JobDraft("Lumen Énergie", "CTO", ended="2020")]),
        ],
    )
    return Organisation.objects.of(alice).get()


def page_of(desk: Client, address: str) -> str:
    return desk.get(address).content.decode()


def test_it_shows_whom_one_knows_there(desk: Client, alice: User, lumen: Organisation) -> None:
    gone = make_contact(alice, "Cem Gone")
    gone.jobs.create(organisation=lumen)
    gone.trash()
    now, _, before = page_of(desk, lumen.get_absolute_url()).partition("Who was there before")
    assert "Ana" in now
    assert "Ben" in before
    assert "Cem Gone" not in now + before
    assert "2 people" in page_of(desk, INDEX)


@pytest.mark.parametrize(
    ("typed", "is_found"), [("energ lum", True), ("ÉNERGIE", True), ("x", False)]
)
def test_it_is_found_by_parts_of_its_name(
    desk: Client, lumen: Organisation, typed: str, is_found: bool
) -> None:
    page = desk.get(INDEX, {"q": typed}, headers={"HX-Target": "organisations"}).content.decode()
    assert (lumen.name in page) == is_found
    assert "<html" not in page


def test_long_lists_are_walked_page_by_page_in_a_fixed_number_of_queries(
    desk: Client, alice: User
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            desk.get(INDEX)
        return len(seen)

    add_people(alice, [PersonDraft(jobs=[JobDraft("Org 000")])])
    few = queries()
    add_people(alice, [PersonDraft(jobs=[JobDraft(f"Org {at:03}")]) for at in range(60)])
    assert queries() == few
    page = page_of(desk, INDEX)
    assert "Org 049" in page
    assert "Org 050" not in page
    assert "?after=org%20049" in page
    second = page_of(desk, f"{INDEX}?after=org%20049")
    assert "Org 050" in second
    assert "Org 049" not in second


def test_it_is_edited_and_its_people_are_found_by_the_new_name(
    desk: Client, alice: User, lumen: Organisation
) -> None:
    address = reverse("contacts:edit_organisation", args=[lumen.uid])
    sent = {"name": "Lumen Grid", "website": "lumen.example", "place": "Porto"}
    assert desk.post(address, sent).status_code == 302
    lumen.refresh_from_db()
    assert (lumen.sort_name, lumen.website) == ("lumen grid", "https://lumen.example")
    ana = Contact.objects.of(alice).get(given="Ana")
    assert "lumen grid" in SearchEntry.objects.get(contact=ana).text
    assert "Porto" in page_of(desk, ana.get_absolute_url())


@pytest.mark.parametrize(
    "sent",
    [
        {"name": ""},
        {"name": "x" * 301},
        {"name": "ACMÉ"},
        {"name": "Lumen", "website": "javascript:alert(1)"},
        {"name": "Lumen", "website": "https://x.example/" + "x" * 500},
    ],
)
def test_what_is_wrong_is_said(
    desk: Client, alice: User, lumen: Organisation, sent: dict[str, str]
) -> None:
    Organisation.objects.create(owner=alice, name="Acme")
    address = reverse("contacts:edit_organisation", args=[lumen.uid])
    answer = desk.post(address, {**sent, "notes": "Met at the fair"})
    assert answer.status_code == 422
    assert "Met at the fair" in answer.content.decode()


def test_mallory_finds_nothing(client: Client, mallory: User, lumen: Organisation) -> None:
    client.force_login(mallory)
    for view in ("organisation", "edit_organisation", "delete_organisation"):
        address = reverse(f"contacts:{view}", args=[lumen.uid])
        assert client.get(address).status_code == 404
        assert client.post(address, {"name": "Stolen"}).status_code in (404, 405)
    assert lumen.name not in page_of(client, INDEX)
    assert lumen.name not in page_of(client, reverse("contacts:suggest_organisations") + "?q=lum")


def test_names_are_offered_as_one_types(desk: Client, alice: User, lumen: Organisation) -> None:
    add_people(alice, [PersonDraft(tags=["climate", 'fin"ance', "Fintech"])])
    offered = page_of(desk, reverse("contacts:suggest_organisations") + "?jobs-0-company=energ")
    assert offered == '<option value="Lumen Énergie"></option>'
    tags = page_of(desk, reverse("contacts:suggest_tags") + "?bond-tags=Climate,+FIN")
    assert tags == (
        '<option value="Climate, fin&quot;ance"></option><option value="Climate, Fintech"></option>'
    )


def test_deleting_asks_first_and_keeps_the_people(
    desk: Client, alice: User, lumen: Organisation
) -> None:
    address = reverse("contacts:delete_organisation", args=[lumen.uid])
    assert "2 people work or worked there" in page_of(desk, address)
    assert Organisation.objects.of(alice).exists()
    desk.post(address)
    assert not Organisation.objects.of(alice).exists()
    ana = Contact.objects.of(alice).get(given="Ana")
    assert ana.jobs.get().title == "Head of Product"
    assert "lumen" not in SearchEntry.objects.get(contact=ana).text


def test_a_deleted_organisation_comes_back_with_its_people(
    desk: Client, alice: User, lumen: Organisation
) -> None:
    desk.post(reverse("contacts:delete_organisation", args=[lumen.uid]))
    (undo,) = desk.session["organisation_undos"]
    answer = desk.post(reverse("contacts:undo_organisation", args=[undo]))
    assert answer.headers["Location"] == lumen.get_absolute_url()
    back = Organisation.objects.of(alice).get()
    assert (back.uid, back.name, back.jobs.count()) == (lumen.uid, "Lumen Énergie", 2)
    ana = Contact.objects.of(alice).get(given="Ana")
    assert "lumen" in SearchEntry.objects.get(contact=ana).text


def test_an_unknown_strength_is_never_zero(desk: Client, lumen: Organisation) -> None:
    page = page_of(desk, lumen.get_absolute_url())
    assert page.count(">unknown<") == 2
