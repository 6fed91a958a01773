"""Starred, archived, in the trash and back; after thirty days gone for good."""

import datetime as dt

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts import photos
from contacts.models import Contact
from contacts.signals import people_changed
from contacts.trash import purge
from tests.contacts.pictures import picture
from tests.makers import make_contact, make_follow_up, make_interaction

pytestmark = pytest.mark.database


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice, "Ana Pereira")


def press(desk: Client, verb: str, person: Contact) -> str:
    answer = desk.post(reverse(f"contacts:{verb}", args=[person.uid]), follow=True)
    assert answer.status_code == 200
    person.refresh_from_db()
    return answer.content.decode()


def test_deleting_can_be_undone_at_once(desk: Client, ana: Contact) -> None:
    page = press(desk, "delete", ana)
    assert ana.deleted_at
    assert f'action="{reverse("contacts:restore", args=[ana.uid])}"' in page
    assert "Undo" in page
    press(desk, "restore", ana)
    assert ana.deleted_at is None


def test_who_is_in_the_trash_is_in_no_list_but_keeps_a_page(desk: Client, ana: Contact) -> None:
    press(desk, "delete", ana)
    assert ana.name not in desk.get(reverse("contacts:index") + "?q=zzz").content.decode()
    assert ana.name in desk.get(reverse("trash:index")).content.decode()
    assert "deleted for good" in desk.get(ana.get_absolute_url()).content.decode()


def test_the_trash_of_mallory_is_not_alices(desk: Client, mallory: User) -> None:
    make_contact(mallory, "Cem Aksoy").trash()
    assert "Cem Aksoy" not in desk.get(reverse("trash:index")).content.decode()


def test_archiving_and_starring_are_undone_by_their_opposites(desk: Client, ana: Contact) -> None:
    assert "in no list and no plan" in press(desk, "archive", ana)
    assert ana.archived_at
    press(desk, "unarchive", ana)
    assert ana.archived_at is None
    assert "Remove the star" in press(desk, "star", ana)
    press(desk, "unstar", ana)
    assert ana.starred_at is None


@pytest.mark.parametrize("verb", ["archive", "unarchive", "delete", "restore"])
def test_the_rooms_above_are_told(desk: Client, ana: Contact, verb: str) -> None:
    heard: list[object] = []

    def listen(**facts: object) -> None:
        heard.append(facts["contact_ids"])

    people_changed.connect(listen)
    press(desk, verb, ana)
    people_changed.disconnect(listen)
    assert heard == [[ana.pk]]


@pytest.mark.parametrize("verb", ["archive", "delete", "restore", "star"])
def test_looking_changes_nothing(desk: Client, ana: Contact, verb: str) -> None:
    assert desk.get(reverse(f"contacts:{verb}", args=[ana.uid])).status_code == 405


def test_after_thirty_days_they_are_gone_with_all_that_hangs_on_them(
    alice: User, ana: Contact
) -> None:
    now = timezone.now()
    ben = make_contact(alice, "Ben", introduced_by=ana)
    make_interaction(alice, ana, ben)
    make_follow_up(ana)
    ana.photo = photos.keep(alice, picture())
    ana.save()
    ana.trash()
    assert purge(now + dt.timedelta(days=29)) == 0
    assert default_storage.exists(ana.photo)
    assert purge(now + dt.timedelta(days=31)) == 1
    assert list(Contact.objects.of(alice)) == [ben]
    assert not default_storage.exists(ana.photo)
    assert purge(now + dt.timedelta(days=31)) == 0
