"""The list of people as a page: its rows, counts and empty states, in a fixed number of queries."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from contacts.adding import JobDraft, PersonDraft, add_people
from contacts.listing import ago
from contacts.models import Contact, Tag
from contacts.searching import index_people
from contacts.signals import strengths_wanted
from tests.makers import make_contact

LIST = reverse("contacts:index")
FRAGMENT = {"HX-Request": "true", "HX-Target": "people-list"}


def body(client: Client, **address: str) -> str:
    response = client.get(LIST, address)
    assert response.status_code == 200
    return response.content.decode()


def make_people(owner: User, count: int) -> list[Contact]:
    """Each with a job and three tags."""
    job = JobDraft(organisation="Lumen", title="Head of Product")
    drafts = [
        PersonDraft(given=f"Ana{n}", family="Pereira", jobs=[job], tags=["a1", "b2", "c3"])
        for n in range(count)
    ]
    return add_people(owner, drafts)


def test_a_row_shows_what_one_wants_to_know(desk: Client, alice: User) -> None:
    day = alice.today() - dt.timedelta(days=3)
    person = make_people(alice, 1)[0]
    Contact.objects.update(strength=68, last_contact_on=day, circle="close")
    html = body(desk)
    assert f'href="{person.uid}/"' in html  # beside the list's own address
    assert "Head of Product · Lumen" in html
    assert 'data-level="4"' in html
    assert ">strong</span>" in html
    assert "<b>68</b>" in html
    assert f'title="{day:%d %b %Y}">3 d</td>'.replace('"0', '"') in html
    assert "<td>Close&ensp;<span" in html
    assert '<span class="tag">a1</span>' in html


def test_an_unknown_strength_is_not_shown_as_nought(desk: Client, alice: User) -> None:
    make_contact(alice, strength=0)
    assert ">unknown<" in body(desk)


def test_names_and_finds_are_escaped(desk: Client, alice: User) -> None:
    person = make_contact(
        alice, "<script>alert(1)</script> Ana", notes="<img src=x onerror=alert(2)> climate"
    )
    Tag.objects.create(owner=alice, name="<b>tag</b>").contacts.add(person)
    index_people([person.pk])
    for typed in ("", "script", "climate", "onerror", "<b>", "<script>alert"):
        html = body(desk, q=typed)
        assert "<script>alert" not in html
        assert "<img src" not in html
        assert "<b>tag" not in html
    assert "&lt;b&gt;tag" in html


def test_what_was_found_is_marked_where_it_stands(desk: Client, alice: User) -> None:
    person = make_contact(alice, "José Pereira", notes="Met at the climate summit")
    index_people([person.pk])
    assert "<mark>José</mark> Pereira" in body(desk, q="jose")
    assert "Met at the <mark>climate</mark> summit" in body(desk, q="climate")


def test_a_slip_is_answered_with_what_was_meant(desk: Client, alice: User) -> None:
    make_people(alice, 1)
    html = body(desk, q="periera")
    assert "<mark>Pereira</mark>" in html
    assert "shown for <b>pereira</b>" in html


def test_htmx_gets_the_fragment_and_nothing_else(desk: Client, alice: User) -> None:
    make_people(alice, 1)
    html = desk.get(LIST, {"q": "ana"}, headers=FRAGMENT).content.decode()
    assert html.strip().startswith('<section id="people-list"')
    assert "<html" not in html
    assert "<select" not in html


def test_fifty_are_shown_and_the_rest_a_page_away(desk: Client, alice: User) -> None:
    make_people(alice, 60)
    html = body(desk, sort="name")
    assert html.count("data-row") == 50
    assert "50 of 60" in html
    following = html.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    second = desk.get(following).content.decode()
    assert second.count("data-row") == 10
    assert 'rel="prev"' in second
    assert 'rel="next"' not in second


def test_many_are_not_counted_to_the_end(
    desk: Client, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_people(alice, 55)
    monkeypatch.setattr("contacts.listing.COUNTED", 52)
    monkeypatch.setattr("contacts.wording.COUNTED", 52)
    assert "50 of 52+" in body(desk)


def test_fifty_people_of_one_tag_take_at_most_forty_kilobytes(desk: Client, alice: User) -> None:
    tags = ["climate", "running club", "open source"]
    job = JobDraft(organisation="Ramir Partners 26", title="Software Engineer")
    people = [
        PersonDraft(given=f"Ana{n}", family="Pereira", jobs=[job], tags=tags) for n in range(60)
    ]
    add_people(alice, people)
    Contact.objects.update(last_contact_on=alice.today(), circle="active", strength=68)
    assert len(body(desk, tag="climate").encode()) <= 40_000


@pytest.mark.parametrize(
    "address",
    [
        {},
        {"sort": "name"},
        {"sort": "last"},
        {"q": "ana"},
        {"q": "a"},
        {"tag": "a1"},
        {"q": "head"},
    ],
    ids=str,
)
def test_the_number_of_queries_does_not_grow_with_the_people(
    desk: Client, alice: User, address: dict[str, str]
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            body(desk, **address)
        return len(captured)

    make_people(alice, 2)
    few = queries()
    make_people(alice, 60)
    # One more counts those beyond the first page; each segment of an order counts its own.
    assert queries() <= few + 2
    assert few <= 12


def test_nobody_yet(desk: Client) -> None:
    html = body(desk)
    assert reverse("exchange:index") in html
    assert "Import your contacts" in html


def test_nothing_found_says_what_was_looked_for_and_leads_back(desk: Client, alice: User) -> None:
    make_people(alice, 1)
    html = body(desk, q="<nobody>")
    assert "Nobody found for “&lt;nobody&gt;”." in html
    assert f'href="{LIST}"' in html
    assert "Nobody fits these filters." in body(desk, circle="inner")
    assert "Nobody is archived." in body(desk, view="archived")
    assert "Nobody is starred yet." in body(desk, view="starred")


def test_mallory_is_shown_none_of_it(mallory: User, alice: User) -> None:
    make_people(alice, 3)
    stranger = Client()
    stranger.force_login(mallory)
    for address in ({}, {"q": "ana"}, {"tag": "a1"}, {"sort": "name"}):
        assert "data-row" not in body(stranger, **address)
        assert ">a1<" not in body(stranger, **address)


@pytest.fixture
def fresher() -> Iterator[list[int]]:
    """A receiver that knows today's strengths; the ids it was asked for."""
    asked: list[int] = []

    def answer(contact_ids: list[int], **_facts: Any) -> dict[int, float]:
        asked.extend(contact_ids)
        return dict.fromkeys(contact_ids, 91.0)

    receivers, strengths_wanted.receivers = strengths_wanted.receivers, []
    strengths_wanted.connect(answer)
    yield asked
    strengths_wanted.receivers = receivers


def test_late_strengths_are_made_right_for_those_shown(
    desk: Client, alice: User, fresher: list[int]
) -> None:
    person = make_people(alice, 1)[0]
    body(desk)
    assert fresher == []
    alice.strength_as_of = alice.today() - dt.timedelta(days=1)
    alice.save()
    html = body(desk)
    assert fresher == [person.pk]
    assert "<b>91</b>" in html
    assert "order as of yesterday" in html


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "1 d"), (13, "13 d"), (14, "2 w"), (69, "9 w"), (70, "2 mo"), (800, "2 y")],
)
def test_how_long_ago_in_few_letters(days: int, words: str) -> None:
    today = dt.date(2026, 11, 23)
    assert ago(today - dt.timedelta(days=days), today) == words
