"""All that can be found is written anew after an update, and to repair."""

from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from accounts.models import User
from contacts import reindexing
from contacts.models import SearchEntry, SearchState
from contacts.reindexing import reindex, users_to_reindex
from contacts.tasks import reindex_user
from interactions.models import Event
from tests.makers import make_contact, make_event

pytestmark = pytest.mark.django_db


def text(desk: Client, typed: str) -> str:
    return desk.get("/search/", {"q": typed}).text


def test_what_was_there_before_is_written_by_the_clock_once(
    desk: Client, alice: User, mallory: User
) -> None:
    make_event(alice, "Harbour days")
    assert "data-row" not in text(desk, "harbour")
    assert users_to_reindex() == [(alice.pk,), (mallory.pk,)]
    reindex_user.call(alice.pk)
    assert "data-row" in text(desk, "harbour")
    assert users_to_reindex() == [(mallory.pk,)]


def test_the_command_repairs_what_is_wrong(alice: User) -> None:
    make_contact(alice, "Ana Pereira")
    fair = make_event(alice, "Harbour days")
    gone = make_event(alice, "Harbour nights")
    reindex(alice)
    gone.delete()
    Event.objects.filter(pk=fair.pk).update(name="Market days")
    SearchEntry.objects.filter(kind="person").update(title="nonsense", text="")
    SearchState.objects.all().delete()
    call_command("reindex")
    assert set(SearchEntry.objects.values_list("kind", "title")) == {
        ("event", "market days"),
        ("person", "ana pereira"),
    }
    assert users_to_reindex() == []


def test_whoever_waits_for_the_lock_has_their_turn_while_entries_are_written_anew(
    alice: User,
) -> None:
    for number in range(3):
        make_contact(alice, f"Ana {number}")
    inside: list[bool] = []
    with patch.object(reindexing, "CHUNK", 1), patch.object(reindexing, "sleep") as pause:
        pause.side_effect = lambda _seconds: inside.append(len(connection.savepoint_ids) > 0)
        reindex(alice)
    assert inside == [False, False]
    assert SearchEntry.objects.count() == 3
