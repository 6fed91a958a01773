"""The first thirty people: quick answers, true strengths."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact, ContactRole, Phone
from interactions.models import Interaction
from planning import triage
from planning.triage import Known
from strength.models import Rating
from tests.house.statements import asked
from tests.makers import make_contact

BEST_FRIEND = {"circle": "5", "closeness": "5", "rhythm": "4", "years": "5"}


def test_answers_make_the_strength_true_on_the_first_day(desk: Client, alice: User) -> None:
    ana = make_contact(alice)
    desk.post(
        f"/triage/{ana.uid}/",
        {**BEST_FRIEND, "roles": ["friend", "mentor"], "benefits": ["support"]},
    )
    ana.refresh_from_db()
    assert ana.circle == "inner"
    assert ana.known_since == str(alice.today().year - 12)
    assert {role.role for role in ana.roles.all()} == {"friend", "mentor"}
    assert [benefit.kind for benefit in ana.benefits.all()] == ["support"]
    # Met monthly for ten years and more, rated 5 today: 61 by the model, not 33.
    assert ana.strength == pytest.approx(61, abs=0.6)


def test_the_card_asks_everything_in_words(desk: Client, alice: User) -> None:
    make_contact(alice)
    shown = desk.get("/triage/").text
    for field in ("circle", "closeness", "rhythm", "years", "roles", "benefits"):
        assert f'name="{field}"' in shown
    for word in ("Inner", "very close", "weekly", "this year", "Mentor", "Sponsorship"):
        assert word in shown


def test_what_is_known_already_is_chosen_already(desk: Client, alice: User) -> None:
    ana = make_contact(alice, circle="close")
    ContactRole.objects.create(contact=ana, role="mentor")
    shown = desk.get("/triage/").text
    assert 'name="circle" value="4" checked' in shown
    assert 'value="mentor" checked' in shown


def test_an_empty_box_takes_a_role_away(desk: Client, alice: User) -> None:
    ana = make_contact(alice)
    ContactRole.objects.create(contact=ana, role="mentor")
    desk.post(f"/triage/{ana.uid}/", {"roles": ["friend"]})
    assert [role.role for role in ana.roles.all()] == ["friend"]


@pytest.mark.parametrize("reply", [lambda of: triage.answer(of, Known(circle=1)), triage.pass_over])
def test_what_was_written_elsewhere_meanwhile_stays(
    alice: User, reply: Callable[[Contact], None]
) -> None:
    make_contact(alice)
    asked_about, written = Contact.objects.get(), Contact.objects.get()
    written.given, written.notes, written.known_since = "Anna", "Likes tea", "2001"
    written.save()
    written.star()
    written.archive()
    reply(asked_about)
    ana = Contact.objects.get()
    assert (ana.name, ana.notes, ana.known_since) == ("Anna Pereira", "Likes tea", "2001")
    assert ana.starred_at
    assert ana.archived_at
    assert ana.triaged_at


def test_a_refused_answer_keeps_the_others(desk: Client, alice: User) -> None:
    ana = make_contact(alice)
    shown = desk.post(
        f"/triage/{ana.uid}/", {"closeness": "4", "rhythm": "9", "benefits": "insight"}
    ).text
    assert 'name="closeness" value="4" checked' in shown
    assert 'value="insight" checked' in shown


def test_estimates_are_marked_and_set_no_last_contact(alice: User) -> None:
    ana = make_contact(alice)
    triage.answer(ana, Known(rhythm=4))
    assert set(Interaction.objects.of(alice).values_list("source", flat=True)) == {"estimate"}
    ana.refresh_from_db()
    assert ana.last_contact_on is None


def test_answering_again_replaces_the_estimates(alice: User) -> None:
    ana = make_contact(alice)
    triage.answer(ana, Known(rhythm=5))
    triage.answer(ana, Known(rhythm=2, closeness=4))
    assert Interaction.objects.of(alice).count() == 4
    triage.answer(ana, Known(rhythm=1, closeness=2))
    assert not Interaction.objects.of(alice).exists()
    assert [rating.trust for rating in Rating.objects.of(alice)] == [2]


def test_nobody_is_estimated_to_be_met_before_they_were_known(alice: User) -> None:
    ana = make_contact(alice)
    triage.answer(ana, Known(rhythm=5, years=1))
    first = Interaction.objects.of(alice).order_by("on")[0].on
    assert first >= dt.date(alice.today().year, 1, 1)


def test_every_question_is_optional(desk: Client, alice: User) -> None:
    ana = make_contact(alice)
    desk.post(f"/triage/{ana.uid}/", {})
    ana.refresh_from_db()
    assert ana.triaged_at
    assert (ana.circle, ana.known_since, ana.strength) == ("", "", 0)


def test_one_goes_on_where_one_left_off(desk: Client, alice: User) -> None:
    people = [make_contact(alice, f"Ana {letter}") for letter in "ABC"]
    assert "3 people left" in desk.get("/triage/").text
    desk.post(f"/triage/{people[0].uid}/", {"pass": "1"})
    again = Client()
    again.force_login(alice)
    shown = again.get("/triage/").text
    assert "Ana B" in shown
    assert "2 people left" in shown


@pytest.mark.parametrize(("step", "circle", "conversations"), [(1, "outer", 0), (5, "inner", 157)])
def test_all_scales_go_up(alice: User, step: int, circle: str, conversations: int) -> None:
    ana = make_contact(alice)
    triage.answer(ana, Known(circle=step, closeness=step, rhythm=step, years=5))
    ana.refresh_from_db()
    assert ana.circle == circle
    assert ana.ratings.get().trust == step
    assert Interaction.objects.of(alice).count() == conversations


def test_a_sitting_ends_after_thirty(desk: Client, alice: User) -> None:
    for number in range(33):
        make_contact(alice, f"Ana {number:02}")
    assert "30 people left" in desk.get("/triage/").text
    for uid in triage.sitting(alice):
        answer = desk.post(f"/triage/{uid}/", {"pass": "1"})
    assert answer.headers["Location"] == "/"
    alice.refresh_from_db()
    assert triage.has_finished(alice)
    assert "3 people left" in desk.get("/triage/").text


def test_today_says_how_many_are_left(desk: Client, alice: User) -> None:
    people = [make_contact(alice, f"Ana {number:02}") for number in range(33)]
    assert "A few taps about 30 people" in desk.get("/").text
    for person in people[:31]:
        triage.pass_over(person)
    assert "A few taps about 2 people" in desk.get("/").text
    for person in people[31:]:
        triage.pass_over(person)
    assert "A few taps" not in desk.get("/").text


def test_those_one_went_to_length_to_remember_come_first(alice: User) -> None:
    make_contact(alice, "Aaron A")
    ben = make_contact(alice, "Zoe Z")
    Phone.objects.create(contact=ben, number="+351 912")
    assert triage.sitting(alice)[0] == str(ben.uid)


def test_people_who_went_in_the_meantime_are_left_out(desk: Client, alice: User) -> None:
    ana, ben = make_contact(alice, "Ana A"), make_contact(alice, "Ben B")
    cem = make_contact(alice, "Cem C")
    desk.post(f"/triage/{ana.uid}/", {"pass": "1"})
    ben.trash()
    assert cem.name in desk.get("/triage/").text
    assert Contact.objects.of(alice).listed().count() == 2


def test_a_sitting_of_people_who_are_all_gone_makes_room_for_a_new_one(
    desk: Client, alice: User
) -> None:
    ana, ben = make_contact(alice, "Ana A"), make_contact(alice, "Ben B")
    desk.post(f"/triage/{ana.uid}/", {"pass": "1"})
    ben.trash()
    make_contact(alice, "Cem C")
    assert "1 person left" in desk.get("/triage/").text


def test_in_an_empty_book_nobody_is_counted(desk: Client) -> None:
    shown = desk.get("/triage/").text
    assert "0 people" not in shown
    assert 'href="/import/"' in shown


def test_enough_for_now(desk: Client, alice: User) -> None:
    make_contact(alice)
    assert desk.post("/triage/stop/").headers["Location"] == "/"
    alice.refresh_from_db()
    assert triage.has_finished(alice)


@pytest.mark.parametrize("bad", [{"circle": "6"}, {"closeness": "x"}, {"roles": "king"}])
def test_an_impossible_answer_is_refused(desk: Client, alice: User, bad: dict[str, str]) -> None:
    ana = make_contact(alice)
    answer = desk.post(f"/triage/{ana.uid}/", bad)
    assert answer.status_code == 422
    ana.refresh_from_db()
    assert ana.triaged_at is None


def test_the_card_takes_the_same_queries_for_many(desk: Client, alice: User) -> None:
    make_contact(alice)
    few = asked(desk, "/triage/")
    for number in range(40):
        make_contact(alice, f"Ana {number:02}")
    assert len(asked(desk, "/triage/")) == len(few)
