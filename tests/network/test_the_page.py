"""The Network page: what one wants against whom one knows, and acting on it there."""

import datetime as dt
import re

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact
from interactions.models import FollowUp
from network import reading
from network.models import Snapshot
from network.snapshots import compute, is_behind
from tests.makers import make_contact
from tests.network.wants import make_aspiration, make_need


def page(desk: Client) -> str:
    answer = desk.get("/network/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice, "Ana Pereira", strength=60, industry="Climate", circle="close")


def test_whoever_knows_nobody_is_invited_to_add_people(desk: Client) -> None:
    assert "Add people" in page(desk)


def test_a_need_shows_its_share_whom_it_rests_on_and_what_to_do(
    alice: User, ana: Contact, desk: Client
) -> None:
    make_need(make_aspiration(alice, "Lead a climate team"), "industry", "climate", wanted=1)
    shown = page(desk)
    assert "Lead a climate team" in shown
    assert "Insight · climate" in shown
    assert "50 %" in shown
    assert "It rests on Ana Pereira alone." in shown
    assert "Meet 1 new person." in shown
    assert "Find people" in shown


def test_in_a_less_digital_industry_news_too_comes_from_closer_ties(
    alice: User, ana: Contact, desk: Client
) -> None:
    Contact.objects.filter(pk=ana.pk).update(strength=30)
    need = make_need(make_aspiration(alice), "industry", "climate", wanted=0.5)
    compute(alice)
    assert "closer tie" not in page(desk)
    sent = {"value": "climate", "benefit": "insight", "importance": "2", "wanted": "0.5"}
    desk.post(f"/needs/{need.uid}/", {**sent, "is_less_digital": "on"})
    compute(alice)
    shown = page(desk)
    assert "A closer tie to one person would close the gap." in shown
    assert "Stands at 30; from 50 on the tie serves fully." in shown
    assert "is_less_digital" in desk.get(f"/needs/{need.uid}/").content.decode()
    other = make_need(need.aspiration, "role", "mentor")
    assert "is_less_digital" not in desk.get(f"/needs/{other.uid}/").content.decode()


def test_a_covered_need_asks_for_nothing(alice: User, ana: Contact, desk: Client) -> None:
    make_need(make_aspiration(alice), "person", person=ana)
    shown = page(desk)
    assert "100 %" in shown
    assert "Find people" not in shown
    assert "Plan a word" not in shown


def test_a_word_with_whom_to_come_closer_is_planned_by_one_button(
    alice: User, ana: Contact, desk: Client
) -> None:
    make_need(make_aspiration(alice), "industry", "climate", benefit="referral", wanted=0.5)
    assert f"/network/word/{ana.uid}/" in page(desk)
    desk.post(f"/network/word/{ana.uid}/", HTTP_REFERER="http://testserver/network/")
    word = FollowUp.objects.get(contact=ana)
    assert word.due_on == alice.today() + dt.timedelta(days=7)
    assert word.by == "me"
    assert f"/network/word/{ana.uid}/" not in page(desk)


def test_a_word_asked_for_by_a_double_click_is_planned_once(
    alice: User, ana: Contact, desk: Client
) -> None:
    make_need(make_aspiration(alice), "industry", "climate", benefit="referral", wanted=0.5)
    [key] = re.findall('type="hidden" name="key" value="([^"]+)"', page(desk))
    for _ in range(2):
        desk.post(f"/network/word/{ana.uid}/", {"key": key})
    assert FollowUp.objects.filter(contact=ana).count() == 1


def test_a_strong_tie_that_went_quiet_is_offered_for_a_word(
    alice: User, ana: Contact, desk: Client
) -> None:
    years_ago = alice.today() - dt.timedelta(days=900)
    Contact.objects.filter(pk=ana.pk).update(
        strength=39.6, strength_at_last_contact=79.6, last_contact_on=years_ago,
        first_contact_on=years_ago - dt.timedelta(days=900), days_in_touch=30,
    )  # fmt: skip
    shown = page(desk)
    assert "Strong ties gone quiet" in shown
    assert "stood at 79 when you last spoke, now 39" in shown
    assert f"/network/word/{ana.uid}/" in shown


def test_figures_of_variety_say_how_much_is_known(alice: User, ana: Contact, desk: Client) -> None:
    make_contact(alice, "Ben Okafor", strength=40)
    shown = page(desk)
    assert "50 %" in shown
    assert "Practically all in one group." in shown


def test_the_stored_assessment_is_shown_until_the_worker_has_a_newer_one(
    alice: User, ana: Contact, desk: Client
) -> None:
    compute(alice)
    make_contact(alice, "Ben Okafor", strength=50)
    shown = page(desk)
    assert "1 person counts" in shown
    assert "being assessed anew" not in shown
    Snapshot.objects.update(asked_at="2026-11-23T12:00Z")
    assert "being assessed anew" in page(desk)


def test_with_many_people_the_first_assessment_is_left_to_the_worker(
    alice: User, ana: Contact, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 0)
    assert "is being assessed for the first time" in page(desk)
    assert not Snapshot.objects.exists()
    compute(alice)
    assert "1 person counts" in page(desk)


def test_a_person_who_left_since_is_not_named(alice: User, ana: Contact, desk: Client) -> None:
    make_need(make_aspiration(alice), "industry", "climate")
    compute(alice)
    ana.trash()
    assert "Ana Pereira" not in page(desk)


def test_a_reached_aspiration_is_no_longer_shown(alice: User, ana: Contact, desk: Client) -> None:
    make_aspiration(alice, "Reached", reached_on=alice.today())
    assert "Reached" not in page(desk)


def test_a_need_that_is_thrown_away_is_no_longer_counted(alice: User, desk: Client) -> None:
    need = make_need(make_aspiration(alice), "industry", "climate", wanted=1)
    compute(alice)
    assert not is_behind(Snapshot.objects.get())
    need.trash()
    assert is_behind(Snapshot.objects.get())
    assert "Insight · climate" not in page(desk)


def opened(desk: Client, shown: str, words: str) -> str:
    """The list of people behind the link of this name."""
    before, _, rest = shown.partition(words)
    href = (before + rest.partition("</a>")[0]).rpartition('href="')[2].partition('"')[0]
    return desk.get(href.replace("&amp;", "&")).content.decode().partition("<main")[2]


@pytest.mark.parametrize(
    "words",
    [
        '<span class="hidden-label"> Close</span>',
        '<span class="hidden-label"> strong</span>',
        ">Climate",
        "1 person counts",
    ],
)
def test_every_number_opens_into_the_people_behind_it(
    alice: User, ana: Contact, desk: Client, words: str
) -> None:
    make_contact(alice, "Ben Okafor", strength=10, industry="climate", circle="close")
    make_contact(alice, "Cem Demir", strength=70, circle="close", is_unscored=True)
    listed = opened(desk, page(desk), words)
    assert "Ana Pereira" in listed
    assert "Ben Okafor" not in listed
    assert "Cem Demir" not in listed


@pytest.mark.time_machine("2026-11-26T18:14Z")
def test_the_hour_of_the_assessment_is_told_as_all_hours_in_the_zone_of_the_user(
    alice: User, ana: Contact, desk: Client
) -> None:
    User.objects.filter(pk=alice.pk).update(time_zone="Europe/Berlin")
    compute(alice)
    assert "As of 26 Nov 2026, assessed at 19:14" in page(desk)
