"""The page of one person: everything on it, for its owner only, in a fixed number of queries."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from contacts.adding import (
    AddressDraft,
    DateDraft,
    JobDraft,
    PersonDraft,
    PointDraft,
    add_people,
)
from contacts.models import Contact
from contacts.templatetags.contacts import safe_link
from tests.makers import make_contact, make_interaction

pytestmark = pytest.mark.database

NOTES = """# Rowing
See https://rowing.example/ana. <script>alert(1)</script>

[x](javascript:alert)"""


def ana(user: User, copies: int = 1) -> Contact:
    """Ana, with so many of everything that one may have several of."""
    numbers = range(copies)
    draft = PersonDraft(
        given="Ana",
        family="Pereira",
        place="Lisbon",
        circle="close",
        known_since="2019-05",
        how_met="At the <b>summit</b>",
        notes=NOTES,
        emails=[PointDraft(f"ana{at}@lumen.example", "work") for at in numbers],
        phones=[PointDraft(f"030 123456{at}", "mobile") for at in numbers],
        links=[PointDraft("javascript:alert(1)"), PointDraft("lumen.example/ana")],
        messengers=[PointDraft(f"@ana{at}", "Signal") for at in numbers],
        addresses=[AddressDraft(street=f"Rua Nova {at}", city="Lisbon") for at in numbers],
        jobs=[JobDraft(f"Lumen {at}", "Head of Product", started="2020") for at in numbers],
        dates=[DateDraft("birthday", "--04-15"), DateDraft("wedding", "2011-06-01")],
        tags=[f"climate {at}" for at in numbers],
        roles=["client", "friend"],
        benefits={"insight": "climate finance"},
        interests=[f"rowing {at}" for at in numbers],
    )
    return add_people(user, [draft])[0]


def test_it_shows_every_fact(desk: Client, alice: User) -> None:
    person = ana(alice)
    page = desk.get(person.get_absolute_url()).content.decode()
    for words in (
        *("Ana Pereira", "Head of Product", "Lumen 0", "Lisbon", "ana0@lumen.example", "@ana0"),
        *("Rua Nova 0", "15 April", "1 Jun 2011", "climate 0", "Client, Friend", "Insight"),
        *("climate finance", "rowing 0", "May 2019", "Close", "a word every 30 days"),
    ):
        assert words in page, words


def test_what_others_wrote_cannot_run_in_the_page(desk: Client, alice: User) -> None:
    page = desk.get(ana(alice).get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert 'href="javascript:' not in page
    assert "At the &lt;b&gt;summit" in page
    assert '<a href="https://rowing.example/ana" rel="noopener noreferrer nofollow">' in page
    assert "<h3>Rowing</h3>" in page


def test_its_queries_do_not_grow(desk: Client, alice: User) -> None:
    def queries(person: Contact) -> int:
        desk.get(person.get_absolute_url())
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert desk.get(person.get_absolute_url()).status_code == 200
        return len(seen)

    few, many = ana(alice), ana(alice, copies=9)
    for person, count in ((few, 1), (many, 12)):
        for ago in range(count):
            make_interaction(alice, person, on=alice.today() - dt.timedelta(days=ago * 9))
    assert queries(many) == queries(few)


def test_a_person_of_whom_only_the_name_is_known_has_a_page(desk: Client, alice: User) -> None:
    person = make_contact(alice, "Ben")
    page = desk.get(person.get_absolute_url()).content.decode()
    assert page.count(">Add</a>") == 5


def test_the_key_for_logging_logs_with_the_person_one_looks_at(desk: Client, alice: User) -> None:
    person = ana(alice)
    log = f'{reverse("interactions:log")}?with={person.uid}"'
    page = desk.get(person.get_absolute_url()).content.decode()
    frame, _, mine = page.partition("<article")
    assert f'hx-get="{log}' in frame
    assert f'hx-get="{log}' in mine


def test_a_section_alone_is_answered_to_whoever_asks_for_it(desk: Client, alice: User) -> None:
    person = ana(alice)
    answer = desk.get(person.get_absolute_url(), headers={"HX-Target": "work"})
    assert answer.content.decode().lstrip().startswith('<section class="person-section" id="work"')
    assert "HX-Target" in answer.headers["Vary"]
    close = desk.get(person.get_absolute_url(), headers={"HX-Target": "closeness"})
    assert close.content.decode().lstrip().startswith('<div id="closeness"')
    whole = desk.get(person.get_absolute_url(), headers={"HX-Target": "body"})
    assert "<!doctype html>" in whole.content.decode()


@pytest.mark.parametrize(
    ("view", "more"),
    [
        *[(f"contacts:{name}", ()) for name in ("show", "photo", "change_photo")],
        *[("contacts:edit", (section,)) for section in ("head", "work", "reach", "bond")],
        *[("contacts:edit", (section,)) for section in ("dates", "notes")],
    ],
)
def test_mallory_finds_nothing(
    alice: User, mallory: User, client: Client, view: str, more: tuple[str, ...]
) -> None:
    person = ana(alice)
    client.force_login(mallory)
    assert client.get(reverse(view, args=[person.uid, *more])).status_code == 404


@pytest.mark.parametrize(
    "verb",
    ["star", "unstar", "archive", "unarchive", "delete", "restore", "remove_photo", "change_photo"],
)
def test_mallory_changes_nothing(alice: User, mallory: User, client: Client, verb: str) -> None:
    person = ana(alice)
    before = Contact.objects.values().get(pk=person.pk)
    client.force_login(mallory)
    assert client.post(reverse(f"contacts:{verb}", args=[person.uid])).status_code == 404
    for section in ("head", "work", "reach", "bond", "dates", "notes"):
        address = reverse("contacts:edit", args=[person.uid, section])
        assert client.post(address, {"naming-given": "Mallory"}).status_code == 404
    assert Contact.objects.values().get(pk=person.pk) == before


def test_nobody_and_nothing_are_not_found(desk: Client, alice: User) -> None:
    person = ana(alice)
    assert desk.get(reverse("contacts:show", args=[uuid.uuid4()])).status_code == 404
    assert desk.get(reverse("contacts:edit", args=[person.uid, "soul"])).status_code == 404
    assert desk.get(reverse("contacts:photo", args=[person.uid])).status_code == 404


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("a.example/x", "https://a.example/x"),
        ("a.example:8080", "https://a.example:8080"),
        ("crm.a.example:8443/x?y#z", "https://crm.a.example:8443/x?y#z"),
        ("JavaScript:alert(1)", ""),
        ("java.script:1+alert(1)", ""),
        ("data:text/html,x", ""),
        ("not a link", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_links_lead_only_where_it_is_safe(typed: str, shown: str) -> None:
    assert safe_link(typed) == shown
