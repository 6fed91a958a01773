"""Alice changes many people at once, and takes it back."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact, Tag
from netcrm.templatetags.frame import undo_url
from tests.makers import make_contact

CHANGE = reverse("contacts:change")


@pytest.fixture
def trio(alice: User) -> list[Contact]:
    people = [make_contact(alice, f"{name} Pereira") for name in ("Ana", "Ben", "Cem")]
    people[2].choose_circle("close", alice.today())
    people[2].save()
    return people


def ticked(people: list[Contact], **said: str) -> dict[str, Any]:
    return {"people": [str(person.uid) for person in people], **said}


def change_and_undo(desk: Client, sent: dict[str, Any]) -> tuple[list[Any], list[Any]]:
    """What the database holds after the change and after its undo."""
    response = desk.post(CHANGE, sent, follow=True)
    (message,) = response.context["messages"]
    after = state()
    assert desk.post(undo_url(message)).status_code == 302
    return after, state()


def state() -> list[Any]:
    people = Contact.objects.order_by("given")
    return [
        (p.given, p.circle, p.circle_chosen_on, bool(p.archived_at), bool(p.deleted_at), tags_of(p))
        for p in people
    ]


def tags_of(person: Contact) -> list[str]:
    return list(person.tags.values_list("slug", flat=True))


@pytest.mark.parametrize(
    ("said", "column", "values"),
    [
        ({"act": "circle", "circle": "inner"}, 1, ["inner", "inner", "close"]),
        ({"act": "circle", "circle": "none"}, 1, ["", "", "close"]),
        ({"act": "archive"}, 3, [True, True, False]),
        ({"act": "delete"}, 4, [True, True, False]),
    ],
    ids=str,
)
def test_a_change_of_the_ticked_can_be_undone(
    desk: Client, trio: list[Contact], said: dict[str, str], column: int, values: list[Any]
) -> None:
    Contact.objects.filter(given="Ana").update(circle="outer", circle_chosen_on="2026-01-02")
    before = state()
    after, undone = change_and_undo(desk, ticked(trio[:2], **said))
    assert [row[column] for row in after] == values
    assert undone == before


@pytest.mark.parametrize(
    "said", [{"act": "circle", "circle": "inner"}, {"act": "archive"}, {"act": "delete"}], ids=str
)
def test_whoever_was_changed_says_so_and_nobody_else(
    desk: Client, trio: list[Contact], said: dict[str, str]
) -> None:
    def times() -> list[dt.datetime]:
        return [who.updated_at for who in Contact.objects.order_by("given")]

    before = times()
    response = desk.post(CHANGE, ticked(trio[:2], **said), follow=True)
    after = times()
    (message,) = response.context["messages"]
    desk.post(undo_url(message))
    undone = times()
    assert before[0] < after[0] < undone[0]
    assert before[1] < after[1] < undone[1]
    assert before[2] == after[2] == undone[2]


def test_only_those_who_gained_a_tag_lose_it_again(
    desk: Client, alice: User, trio: list[Contact]
) -> None:
    Tag.objects.create(owner=alice, name="Mentor").contacts.add(trio[0])
    before = state()
    after, undone = change_and_undo(desk, ticked(trio[:2], act="tag", tag="  mentor "))
    assert [row[5] for row in after] == [["mentor"], ["mentor"], []]
    assert undone == before


def test_the_archived_come_back(desk: Client, trio: list[Contact]) -> None:
    trio[0].archive()
    after, undone = change_and_undo(desk, ticked(trio, act="unarchive"))
    assert not any(row[3] for row in after)
    assert [row[3] for row in undone] == [True, False, False]


def test_it_leads_back_to_the_same_list_and_nowhere_else(desk: Client, trio: list[Contact]) -> None:
    sent = ticked(trio[:1], act="archive", address="q=ana&sort=name&select=1&next=//evil.example")
    response = desk.post(CHANGE, sent)
    assert response.headers["Location"] == reverse("contacts:index") + "?q=ana&sort=name"


@pytest.mark.parametrize(
    "sent",
    [
        {"act": "archive"},
        {"act": "archive", "people": ["nonsense"]},
        {"act": "explode"},
        {"act": "tag", "tag": " "},
        {"act": "circle", "circle": "square"},
        {"act": "circle", "circle": ""},
        {},
    ],
    ids=str,
)
def test_what_makes_no_sense_changes_nothing(
    desk: Client, trio: list[Contact], sent: dict[str, Any]
) -> None:
    before = state()
    everybody = (
        {"people": [str(person.uid) for person in trio]} if sent.get("act") != "archive" else {}
    )
    assert desk.post(CHANGE, {**everybody, **sent}).status_code == 302
    assert state() == before


def test_mallory_changes_nobody_of_alice(desk: Client, mallory: User, trio: list[Contact]) -> None:
    stranger = Client()
    stranger.force_login(mallory)
    before = state()
    for act in ("archive", "delete", "circle", "tag"):
        stranger.post(CHANGE, ticked(trio, act=act, circle="inner", tag="mine"))
    assert state() == before
    response = desk.post(CHANGE, ticked(trio, act="archive"), follow=True)
    (message,) = response.context["messages"]
    assert stranger.post(undo_url(message)).status_code == 404
    assert desk.get(CHANGE).status_code == 405


def test_the_list_shows_boxes_to_tick_when_asked(desk: Client, trio: list[Contact]) -> None:
    plain = desk.get(reverse("contacts:index")).content.decode()
    assert 'type="checkbox"' not in plain
    some = desk.get(reverse("contacts:index"), {"select": "1"}).content.decode()
    assert some.count('name="people"') == 3
    assert " checked" not in some
    assert "select=all" in some
    everybody = desk.get(reverse("contacts:index"), {"select": "all"}).content.decode()
    assert everybody.count(" checked") == 3
