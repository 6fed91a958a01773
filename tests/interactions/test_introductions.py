import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.adding import JobDraft, PersonDraft, add_people
from contacts.models import Benefit, Contact, Interest, Organisation
from interactions.introducing import introduce, take
from interactions.models import Help, Introduction
from tests.makers import make_contact

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)
NEW = "/introductions/new/"


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice)


@pytest.fixture
def ben(alice: User) -> Contact:
    return make_contact(alice, "Ben Okafor")


@pytest.fixture
def mine(alice: User, ana: Contact, ben: Contact) -> Introduction:
    """I introduce Ana to Ben."""
    return introduce(alice, (None, ana, ben), TODAY, "Both build grids")


def address(view: str, thing: Introduction) -> str:
    return reverse(f"interactions:{view}", args=[thing.uid])


def test_one_introduces_a_person_from_their_page(
    desk: Client, alice: User, ana: Contact, ben: Contact
) -> None:
    assert f"{NEW}?first={ana.uid}" in desk.get(ana.get_absolute_url()).content.decode()
    form = desk.get(f"{NEW}?first={ana.uid}").content.decode()
    assert ana.name in form
    assert not Contact.objects.filter(is_self=True).exists()
    sent = {"first": ana.uid, "second": ben.uid, "why": "Grids", "asked_on": "2026-11-23"}
    page = desk.post(NEW, sent, follow=True).content.decode()
    made = Introduction.objects.of(alice).get()
    assert (made.introducer.is_self, made.first, made.second) == (True, ana, ben)
    assert "Ana Pereira and Ben Okafor" in page
    assert "Ana Pereira and Ben Okafor" in desk.get(ben.get_absolute_url()).content.decode()
    assert "Under way" in desk.get("/introductions/").content.decode()


def test_one_asks_somebody_for_an_introduction_to_somebody_new(
    desk: Client, alice: User, ana: Contact
) -> None:
    sent = {"introducer": ana.uid, "second_typed": "Dee Novak", "asked_on": "2026-11-23"}
    page = desk.post(NEW, sent, follow=True).content.decode()
    made = Introduction.objects.of(alice).get()
    assert (made.introducer, made.first.is_self, made.second.name) == (ana, True, "Dee Novak")
    assert made.first_agreed_on == TODAY
    assert "You and Dee Novak" in page
    assert "Ana, would you introduce me to Dee Novak?" in page


def test_one_asks_for_whoever_can_help_at_an_organisation(
    desk: Client, alice: User, ana: Contact
) -> None:
    add_people(alice, [PersonDraft(given="Cem", jobs=[JobDraft(organisation="Lumen")])])
    lumen = Organisation.objects.of(alice).get()
    assert f"organisation={lumen.uid}" in desk.get(lumen.get_absolute_url()).content.decode()
    sent = {"introducer": ana.uid, "asked_on": "2026-11-23"}
    desk.post(f"{NEW}?organisation={lumen.uid}", sent)
    assert desk.post(f"{NEW}?organisation={lumen.uid}", sent).status_code == 422
    again = {**sent, "asked": Introduction.objects.of(alice).get().uid}
    assert desk.post(f"{NEW}?organisation={lumen.uid}", again).status_code == 302
    [office] = {each.second for each in Introduction.objects.of(alice)}
    assert (office.name, office.kind) == ("Lumen", "office")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"first_typed": "Ana Pereira", "second_typed": "ana pereira"}, "three different people"),
        (
            {
                "introducer_typed": "Ana Pereira",
                "first_typed": "Ana Pereira",
                "second_typed": "Ben Okafor",
            },
            "three different people",
        ),
        (
            {"introducer_typed": "Ben Okafor", "second_typed": "Ben Okafor"},
            "three different people",
        ),
        ({"second_typed": "Ben Okafor"}, "who introduces?"),
        ({"first_typed": "Ana Pereira"}, "Choose or name somebody."),
        (
            {"first_typed": "Ana Pereira", "second_typed": "Ben Okafor", "asked_on": "2026-11-24"},
            "That day has not come yet.",
        ),
    ],
)
def test_what_cannot_be_is_refused(
    desk: Client, ana: Contact, ben: Contact, sent: dict[str, str], said: str
) -> None:
    answer = desk.post(NEW, {"asked_on": "2026-11-23", **sent})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Introduction.objects.exists()
    assert Contact.objects.count() == 2


def test_what_is_asked_already_is_told_and_made_twice_only_on_purpose(
    desk: Client, alice: User, ana: Contact, ben: Contact
) -> None:
    asked = introduce(alice, (ana, None, ben), dt.date(2026, 11, 14))
    here = f'<a href="{asked.get_absolute_url()}">Open it</a>'
    assert here in desk.get(f"{NEW}?introducer={ana.uid}&second={ben.uid}").content.decode()
    assert here not in desk.get(f"{NEW}?introducer={ben.uid}&second={ana.uid}").content.decode()
    sent = {"introducer": ana.uid, "second": ben.uid, "asked_on": "2026-11-23"}
    answer = desk.post(NEW, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert here in page
    assert Introduction.objects.count() == 1
    assert f'name="asked" value="{asked.uid}"' in page
    desk.post(NEW, {**sent, "asked": asked.uid})
    assert Introduction.objects.count() == 2


def test_what_was_declined_may_be_asked_anew(
    desk: Client, alice: User, ana: Contact, ben: Contact
) -> None:
    take(introduce(alice, (ana, None, ben), dt.date(2026, 11, 14)), "declined", TODAY)
    desk.post(NEW, {"introducer": ana.uid, "second": ben.uid, "asked_on": "2026-11-23"})
    assert Introduction.objects.count() == 2


def test_it_is_followed_step_by_step_and_each_step_can_be_undone(
    desk: Client, ana: Contact, mine: Introduction
) -> None:
    for step, stage in (("first", "Asked"), ("second", "Both agreed"), ("made", "Made")):
        answer = desk.post(address("introduction_step", mine), {"step": step}, follow=True)
        assert f"Introduction: {stage}" in answer.content.decode()
    favour = Help.objects.living().get()
    assert (favour.contact, favour.direction, favour.size, favour.on) == (
        ana, "given", "medium", TODAY
    )  # fmt: skip
    assert "Introduced to Ben Okafor" in desk.get(ana.get_absolute_url()).content.decode()
    desk.post(f"{address('introduction_step', mine)}?back=made")
    assert not Help.objects.living().exists()
    desk.post(address("introduction_step", mine), {"step": "met"})
    mine.refresh_from_db()
    assert (mine.made_on, mine.met_on) == (TODAY, TODAY)
    desk.post(address("introduction_result", mine), {"result": "They build a grid"})
    assert "They build a grid" in desk.get(mine.get_absolute_url()).content.decode()


def test_a_declined_one_is_no_longer_under_way(desk: Client, mine: Introduction) -> None:
    desk.post(address("introduction_step", mine), {"step": "declined"})
    assert "Under way" not in desk.get("/introductions/").content.decode()
    desk.post(address("introduction_step", mine), {"step": "made"})
    answer = desk.post(address("introduction_step", mine), {"step": "declined"})
    mine.refresh_from_db()
    assert answer.status_code == 302
    assert mine.stage == "made"


def test_being_introduced_is_help_received_from_the_introducer(
    desk: Client, alice: User, ana: Contact, ben: Contact
) -> None:
    asked = introduce(alice, (ana, None, ben), TODAY)
    desk.post(address("edit_introduction", asked), {"asked_on": "2026-11-01",
                                                   "made_on": "2026-11-20"})  # fmt: skip
    favour = Help.objects.living().get()
    assert (favour.contact, favour.direction, favour.on) == (
        ana, "received", dt.date(2026, 11, 20)
    )  # fmt: skip
    ana.refresh_from_db()
    assert ana.sum_received > 0
    assert "Introduced you to Ben Okafor" in desk.get(ana.get_absolute_url()).content.decode()
    address_of_help = reverse("interactions:edit_help", args=[favour.uid])
    assert desk.get(address_of_help).status_code == 404


def test_among_others_no_help_of_mine_follows(alice: User, ana: Contact, ben: Contact) -> None:
    introduction = introduce(alice, (make_contact(alice, "Cem Demir"), ana, ben), TODAY)
    take(introduction, "made", TODAY)
    assert not Help.objects.exists()


def test_its_help_goes_to_the_trash_and_comes_back_with_it(
    desk: Client, ana: Contact, mine: Introduction
) -> None:
    desk.post(address("introduction_step", mine), {"step": "made"})
    page = desk.post(address("delete_introduction", mine), follow=True).content.decode()
    ana.refresh_from_db()
    assert ana.sum_given == 0
    assert address("restore_introduction", mine) in page
    desk.post(address("restore_introduction", mine))
    ana.refresh_from_db()
    assert ana.sum_given > 0


def test_drafts_say_who_is_who_and_what_they_share(
    desk: Client, ana: Contact, ben: Contact, mine: Introduction
) -> None:
    for person in (ana, ben):
        Interest.objects.create(contact=person, name="chess")
    Benefit.objects.create(contact=ben, kind="insight", note="batteries")
    page = desk.get(mine.get_absolute_url()).content.decode()
    assert "Ana, may I introduce you to Ben Okafor?" in page
    copied = [draft.text for draft in desk.get(mine.get_absolute_url()).context["drafts"]]
    assert "batteries" in page
    assert "batteries" not in "".join(copied)
    assert "You both care about chess." in page
    assert "Why: Both build grids." in page
    assert "<copy-button" in page
    for step in ("first", "second", "made"):
        desk.post(address("introduction_step", mine), {"step": step})
    assert "<copy-button" not in desk.get(mine.get_absolute_url()).content.decode()


def test_strangers_people_cannot_be_introduced(desk: Client, mallory: User, ana: Contact) -> None:
    theirs = make_contact(mallory, "Zoltan Kis")
    sent = {"first": ana.uid, "second": theirs.uid, "asked_on": "2026-11-23"}
    desk.post(NEW, sent)
    assert not Introduction.objects.filter(second=theirs).exists()
    assert "Zoltan" not in desk.get(f"{NEW}?second={theirs.uid}").content.decode()


def test_with_somebody_in_the_trash_it_is_not_shown(
    desk: Client, ana: Contact, mine: Introduction
) -> None:
    ana.trash()
    assert desk.get(mine.get_absolute_url()).status_code == 404
    assert "Under way" not in desk.get("/introductions/").content.decode()


@pytest.mark.parametrize("words", ["x" * 301, "A grid\0"])
def test_what_came_of_it_is_never_cut(desk: Client, mine: Introduction, words: str) -> None:
    answer = desk.post(address("introduction_result", mine), {"result": words})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    mine.refresh_from_db()
    assert mine.result == ""
