"""Brand activity recorded with who reacted, as one does it in the browser, without scripts."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts import photos
from contacts.models import Contact
from contacts.trash import KEPT
from goals.brand import purge, record_activity
from goals.models import BrandActivity, Reaction
from tests.contacts.pictures import picture
from tests.makers import make_contact

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]


@pytest.fixture
def bob(alice: User) -> Contact:
    return make_contact(alice, "Bob Costa")


@pytest.fixture
def article(alice: User, bob: Contact) -> BrandActivity:
    facts = {"title": "Heat pumps", "kind": "article", "on": alice.today()}
    return record_activity(alice, [bob], **facts)


def address(view: str, activity: BrandActivity) -> str:
    return reverse(f"goals:{view}", args=[activity.uid])


def text(desk: Client, url: str) -> str:
    return unescape(desk.get(url).content.decode())


def test_it_is_recorded_with_people_chosen_and_named(desk: Client, bob: Contact) -> None:
    sent = {"title": "Heat pumps", "kind": "talk", "on": "2026-11-20", "audience": "1200"}
    people = {"people": [bob.uid], "names": "Dee Young"}
    answer = desk.post("/brand/new/", {**sent, **people, "link": "example.org/talk"})
    activity = BrandActivity.objects.get()
    assert answer.headers["Location"] == activity.get_absolute_url()
    assert activity.link == "https://example.org/talk"
    page = text(desk, activity.get_absolute_url())
    for said in ("Heat pumps", "Talk", "1,200", "Bob Costa", "Dee Young"):
        assert said in page
    for said in ("Heat pumps", "2 people reacted", "audience of 1,200"):
        assert said in text(desk, "/brand/")


def test_a_bad_form_keeps_every_word_and_says_what_is_wrong(desk: Client) -> None:
    sent = {"title": "Heat pumps", "on": "2027-01-01", "link": "no link", "audience": "-1"}
    answer = desk.post("/brand/new/", sent)
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    for said in (
        "Heat pumps",
        "has not come yet",
        "no address of a web page",
        "no link",
        "At least 0",
    ):
        assert said in page
    assert not BrandActivity.objects.exists()


def test_editing_keeps_what_those_who_stay_said(
    desk: Client, alice: User, bob: Contact, article: BrandActivity
) -> None:
    desk.post(address("said", article), {f"said-{bob.uid}": "Let us reprint it"})
    cem = make_contact(alice, "Cem Demir")
    url = address("edit_brand_activity", article)
    assert f'value="{bob.uid}" checked' in text(desk, url)
    sent = {"title": "Pumps", "kind": "post", "on": "2026-11-20", "people": [bob.uid, cem.uid]}
    assert desk.post(url, sent).status_code == 302
    page = text(desk, article.get_absolute_url())
    for said in ("Pumps", "Post", "Let us reprint it", "Cem Demir"):
        assert said in page
    desk.post(url, {**sent, "people": [cem.uid]})
    assert Reaction.objects.values_list("contact", flat=True).get() == cem.pk


def test_who_reacted_is_shown_with_their_photo(
    desk: Client, bob: Contact, article: BrandActivity
) -> None:
    bob.photo = photos.keep(bob.owner, picture())
    bob.save()
    assert f'src="{bob.photo_url}"' in text(desk, article.get_absolute_url())


def test_trash_and_undo(desk: Client, article: BrandActivity) -> None:
    answer = desk.post(address("delete_brand_activity", article), follow=True)
    restore = address("restore_brand_activity", article)
    assert restore in answer.content.decode()
    assert desk.get(article.get_absolute_url()).status_code == 404
    assert "Heat pumps" in text(desk, "/trash/")
    desk.post(restore)
    assert desk.get(article.get_absolute_url()).status_code == 200


def test_it_leaves_for_good_after_thirty_days_in_the_trash(
    desk: Client, article: BrandActivity
) -> None:
    desk.post(address("delete_brand_activity", article))
    article.refresh_from_db()
    assert article.deleted_at is not None
    assert purge(article.deleted_at) == 0
    assert purge(article.deleted_at + KEPT) == 1


def test_the_page_of_a_person_tells_what_they_reacted_to(
    desk: Client, bob: Contact, article: BrandActivity
) -> None:
    assert "Reacted to" in text(desk, bob.get_absolute_url())
    desk.post(address("delete_brand_activity", article))
    assert "Reacted to" not in text(desk, bob.get_absolute_url())
