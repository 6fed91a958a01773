"""The page that searches everything: what it shows, to whom, and how much it reads for it."""

import datetime as dt
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from contacts.adding import JobDraft, PersonDraft, add_people
from contacts.everything import MOST, PEOPLE_SHOWN, SHOWN
from contacts.models import Contact, Organisation, SearchEntry
from contacts.reindexing import reindex
from contacts.searching import index_people
from interactions.recording import record, record_many
from netcrm.demo.building import build
from tests.house.crowds import add_crowd
from tests.makers import make_contact, make_event, make_follow_up, make_interaction

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
FRAGMENT = {"HX-Request": "true", "HX-Target": "search-found"}
TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def ana(alice: User) -> Contact:
    person = make_contact(alice, "Ana Pereira", notes="Likes the harbour")
    index_people([person.pk])
    return person


def text(desk: Client, typed: str, **more: str) -> str:
    answer = desk.get("/search/", {"q": typed, **more})
    assert answer.status_code == 200
    return unescape(answer.text)


def test_every_row_shows_what_was_found_where_and_when(
    desk: Client, alice: User, ana: Contact
) -> None:
    notes = "First the weather, then much about the Hárbour in Porto and <b>its</b> cranes."
    talk = record(alice, [ana], TODAY, subject="Coffee", notes=notes)
    page = text(desk, "harb")
    assert "Likes the <mark>harb</mark>our" in page
    assert "much about the <mark>Hárb</mark>our in Porto" in page
    assert f'href="{talk.get_absolute_url()}" data-row>Coffee</a>' in page
    assert "· Ana Pereira" in page
    assert 'datetime="2026-11-23"' in page
    assert "<b>its" not in desk.get("/search/?q=cranes").text


def test_organisations_are_found_by_name_and_people_by_the_industry_of_theirs(
    desk: Client, alice: User, mallory: User
) -> None:
    made = add_people(alice, [PersonDraft(given="Heli", jobs=[JobDraft("Société Tidewater")])])
    add_people(mallory, [PersonDraft(given="Mal", jobs=[JobDraft("Tidewater Spies")])])
    tidewater = Organisation.objects.get(owner=alice)
    page = desk.get("/search/?q=tide+societe").text
    assert f'href="{tidewater.get_absolute_url()}" data-row>' in page
    assert "Spies" not in page
    assert "All in Organisations" not in page  # the one that there is stands here
    facts = {"name": tidewater.name, "industry": "Zebra banking"}
    desk.post(reverse("contacts:edit_organisation", args=[tidewater.uid]), facts)
    listed = desk.get("/people/?q=zebra").text
    assert made[0].name in listed
    assert "<mark>Zebra</mark> banking" in listed
    assert "Tidewater" not in desk.get("/search/?q=tide+tag:climate").text


def test_empty_it_says_what_it_is_good_for(desk: Client) -> None:
    for typed in ("", "  ", "!!"):
        page = text(desk, typed)
        assert "data-row" not in page
    assert "Everything you have noted is found here" in text(desk, "")


def test_where_nothing_is_found_it_offers_how_to_go_on(desk: Client, ana: Contact) -> None:
    page = text(desk, "Zoe Quark")
    assert "Nothing found for “Zoe Quark”." in page
    assert 'href="/people/new/?name=Zoe+Quark"' in page
    assert 'href="/people/?q=Zoe+Quark&view=archived"' in page
    assert 'href="/log/"' in page


def test_a_stranger_finds_nothing_of_alice(alice: User, mallory: User) -> None:
    build(alice)
    visitor = Client()
    visitor.force_login(mallory)
    for typed in ("grid", "an", "thank", "energy", "bank", "talk", "climate"):
        assert "data-row" not in text(visitor, typed), typed
    owner = Client()
    owner.force_login(alice)
    assert "data-row" in text(owner, "grid")


def test_the_demo_network_is_found_whole_and_goes_without_a_trace(desk: Client) -> None:
    desk.post("/demo/load/")
    kinds = {"promise", "event", "help", "introduction", "goal", "aspiration", "outcome", "brand"}
    entries = set(SearchEntry.objects.values_list("kind", flat=True))
    assert entries == {"person", "conversation", *kinds}
    assert "Flexible <mark>Grid</mark>s Summit" in text(desk, "grid")
    assert "<mark>Eva</mark> Lindqvist" in text(desk, "eva", view="")
    desk.post("/demo/remove/")
    assert not SearchEntry.objects.exists()


def test_people_come_first_and_the_rest_of_them_is_one_step_away(desk: Client, alice: User) -> None:
    people = [make_contact(alice, f"Ana Number{number}") for number in range(PEOPLE_SHOWN + 3)]
    index_people([person.pk for person in people])
    page = text(desk, "ana")
    assert page.count("data-row") == PEOPLE_SHOWN
    assert "8 of 11" in page
    assert 'href="/people/?q=ana"' in page


def test_the_newest_stand_first_and_all_of_a_kind_on_a_page_of_their_own(
    desk: Client, alice: User, ana: Contact
) -> None:
    for days in range(SHOWN + 2):
        record(alice, [ana], TODAY - dt.timedelta(days=days), subject=f"Harbour {days}")
    record(alice, [ana], dt.date(2020, 1, 1), subject="Harbour long ago")
    [group] = desk.get("/search/?q=harbour").context["groups"]
    assert (group["count"], group["rows"].count("<li")) == ("8", SHOWN)
    assert group["rows"].index("our</mark> 0") < group["rows"].index("our</mark> 1")
    page = text(desk, "harbour", kind="conversation")
    assert page.count('<li class="rows-item"') == SHOWN + 3
    assert 'href="/search/?q=harbour">Search everything' in page
    assert "Likes the" not in page


def test_more_than_it_shows_are_not_counted_one_by_one(
    desk: Client, alice: User, ana: Contact
) -> None:
    talk = make_interaction(alice)
    type(talk).objects.all().delete()
    fresh = [type(talk)(owner=alice, on=TODAY, subject="Harbour") for _ in range(MOST + 9)]
    record_many(alice, [(each, [ana]) for each in fresh])
    assert desk.get("/search/?q=harbour").context["groups"][0]["count"] == "100+"
    assert "One more word finds the rest" in text(desk, "harbour", kind="conversation")


@pytest.mark.parametrize("typed", ["ca", "c", "cá", "ca po"])
def test_one_or_two_letters_find_the_beginnings_of_words(
    desk: Client, alice: User, ana: Contact, typed: str
) -> None:
    record(alice, [ana], TODAY, subject="Porto, calm")
    record(alice, [ana], TODAY, subject="Scarce apology")
    [group] = desk.get("/search/", {"q": typed}).context["groups"]
    assert group["count"] == "1"
    assert "rto, " in group["rows"]
    assert "A third letter looks at all" in text(desk, typed)


def test_a_short_word_beside_a_longer_one_is_a_condition_too(
    desk: Client, alice: User, ana: Contact
) -> None:
    for subject in ("Harbour in Porto", "Harbour elsewhere", "In doubt"):
        record(alice, [ana], TODAY, subject=subject)
    [group] = desk.get("/search/?q=harb+in").context["groups"]
    assert group["count"] == "1"
    assert "A third letter" not in text(desk, "harb in")


def test_signs_mean_themselves(desk: Client, alice: User, ana: Contact) -> None:
    record(alice, [ana], TODAY, subject='Raised by 10% to "net_zero" in 2031')
    for typed in ("10%", "net_zero", "2031", '"net_zero"', "raised 10%"):
        assert "data-row" in text(desk, typed), typed
    for typed in ("11%", "net.zero", "20%31", "%%%", "___", "con", "ent"):
        assert "/conversations/" not in text(desk, typed), typed


@pytest.mark.parametrize(
    "typed",
    [
        *('"', "'", "\\", "abc\\", "%", "(((", "a' OR '1'='1", 'scope : "con"', "NEAR(abc def)"),
        *(
            "* OR *",
            "abc -- d",
            "\0abc",
            "日本",
            "日本語",
            "ﬁn",
            "İstanbul",
            "x" * 400,
            "a b " * 40,
        ),
        *("{title text} : x", "+1 (2", "1 2 3 4 5 6", "^abc", "\ue000abc", "~*"),
    ],
)
def test_whatever_is_typed_has_an_answer(
    desk: Client, alice: User, ana: Contact, typed: str
) -> None:
    record(alice, [ana], TODAY, subject="Harbour")
    assert "Harbour" not in text(desk, typed)
    text(desk, typed, kind="nonsense")
    text(desk, typed, kind="goal")


def test_a_condition_on_people_looks_at_people_only_and_says_so(
    desk: Client, alice: User, ana: Contact
) -> None:
    record(alice, [ana], TODAY, subject="Harbour")
    page = text(desk, "harbour last:never")
    assert "this looked at people only" in page
    assert "/conversations/" not in page


def test_a_slip_is_mended_only_where_nothing_is_found(
    desk: Client, alice: User, ana: Contact
) -> None:
    assert "Nothing for “periera”, shown for <b>pereira</b>" in text(desk, "periera")
    record(alice, [ana], TODAY, subject="The periera files")
    page = text(desk, "periera")
    assert "shown for" not in page
    assert "The <mark>periera</mark> files" in page


def test_htmx_gets_the_results_alone(desk: Client, ana: Contact) -> None:
    answer = desk.get("/search/?q=ana", headers=FRAGMENT)
    assert answer.text.strip().startswith('<div class="search-found')
    assert "<html" not in answer.text


def test_the_frame_searches_everything_and_people_keep_their_own(desk: Client) -> None:
    assert 'action="/search/"' in desk.get("/").text
    people = desk.get("/people/?q=harbour").text
    assert 'form="people-filters"' in people
    assert 'href="/search/?q=harbour"' in people
    assert 'href="/search/' not in desk.get("/people/").text


def test_it_asks_as_often_for_many_as_for_few(desk: Client, alice: User, ana: Contact) -> None:
    counts = []
    for number in (3, 40):
        add_crowd(alice, number, "Harbour")
        for _ in range(number):
            make_event(alice, "Harbour")
            make_follow_up(ana, "Harbour")
        reindex(alice)
        desk.get("/search/?q=harbour")  # whatever is kept for a while is kept now
        with CaptureQueriesContext(connection) as queries:
            desk.get("/search/?q=harbour", headers=FRAGMENT)
        counts.append(len(queries))
    few, many = counts
    assert many <= few  # it may stop asking for what is not there


@pytest.mark.parametrize(
    ("typed", "way"),
    [("harbour", "contacts_thingtrigram"), ("ha", "things_by_day"), ("harbour in", "trigram")],
)
def test_sqlite_reads_no_more_than_an_index_points_at(
    desk: Client, alice: User, ana: Contact, typed: str, way: str
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL plans by how much there is")
    record(alice, [ana], TODAY, subject="Harbour")
    with CaptureQueriesContext(connection) as queries:
        desk.get("/search/", {"q": typed})
    [union] = [each["sql"] for each in queries.captured_queries if "newest_goal" in each["sql"]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {union}")
        plan = "\n".join(step for *_, step in cursor.fetchall())
    assert way in plan
    assert "SCAN entry" not in plan
    assert plan.count("TEMP B-TREE") == 1, plan  # for the few that are found
