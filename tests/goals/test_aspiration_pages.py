"""Aspirations on their pages: stated, asked about, confirmed with people, reached, let go."""

import datetime as dt

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from contacts.models import Job, Organisation, SearchEntry, Tag, Tagging
from goals import found
from goals.fitting import people_for
from goals.guiding import GUIDE
from goals.keeping import keep_aspiration
from goals.kinds import AspirationKind
from goals.models import Aspiration, Need
from tests.makers import make_contact


def make_aspiration(owner: User, **facts: object) -> Aspiration:
    named = {"title": "Lead a climate team", "kind": "new_job", **facts}
    return Aspiration.objects.create(owner=owner, **named)


def make_need(owner: User, sought: str, value: str = "", **facts: object) -> Need:
    wish = make_aspiration(owner)
    named = {"sought": sought, "value": value, "benefit": "insight", **facts}
    return Need.objects.create(owner=owner, aspiration=wish, **named)


def test_what_one_wants_leads_to_three_questions_and_those_to_needs(
    desk: Client, alice: User
) -> None:
    sent = {"title": "Lead a climate team", "kind": "new_job", "why": "It matters"}
    answer = desk.post("/aspirations/new/", sent, follow=True)
    wish = Aspiration.objects.of(alice).get()
    assert answer.redirect_chain[-1][0] == f"/aspirations/{wish.uid}/guide/"
    answers = {"answer_0": "Climate, Energy", "answer_1": "Lumen", "answer_2": "director"}
    shown = desk.post(f"/aspirations/{wish.uid}/guide/", answers, follow=True).content.decode()
    assert [need.who for need in wish.needs.order_by("pk")] == [
        "Climate", "Energy", "Lumen", "Director or head",
    ]  # fmt: skip
    assert "Energy" in shown
    desk.post(f"/aspirations/{wish.uid}/guide/", {"answer_0": "climate"})
    assert wish.needs.count() == 4


def test_a_wish_without_words_is_told_so_and_keeps_the_rest(desk: Client) -> None:
    answer = desk.post("/aspirations/new/", {"kind": "new_job", "why": "It matters"})
    assert answer.status_code == 422
    assert "It matters" in answer.content.decode()


@pytest.mark.parametrize("kind", AspirationKind.values)
def test_every_kind_of_wish_has_its_questions(desk: Client, alice: User, kind: str) -> None:
    wish = make_aspiration(alice, kind=kind)
    shown = desk.get(f"/aspirations/{wish.uid}/guide/").content.decode()
    assert len(GUIDE[kind]) == 3
    assert all(str(question.words).replace("'", "&#x27;") in shown for question in GUIDE[kind])


def test_people_fit_by_what_is_known_of_them_and_of_their_work(alice: User) -> None:
    by_self = make_contact(alice, "Ana Pereira", industry="climate", place="Lisbon")
    by_work, elsewhere = make_contact(alice, "Ben Okafor"), make_contact(alice, "Cem Demir")
    lumen = Organisation.objects.create(owner=alice, name="Lumen", industry="Climate")
    Job.objects.create(contact=by_work, organisation=lumen)
    Job.objects.create(contact=elsewhere, organisation=lumen, is_current=False)
    tag = Tag.objects.create(owner=alice, name="Policy")
    Tagging.objects.create(tag=tag, contact=elsewhere)
    by_self.roles.create(role="mentor")
    for sought, value, people in (
        ("industry", "Climate", {by_self, by_work}),
        ("place", "lisbon", {by_self}),
        ("organisation", "LUMEN", {by_work}),
        ("tag", "policy", {elsewhere}),
        ("role", "mentor", {by_self}),
        ("seniority", "director", set()),
    ):
        assert set(people_for(make_need(alice, sought, value))) == people, sought
    named = make_need(alice, "person", person=elsewhere)
    assert set(people_for(named)) == {elsewhere}
    assert named.who == "Cem Demir"


def test_who_is_confirmed_is_marked_with_the_benefit_and_nobody_else(
    desk: Client, alice: User
) -> None:
    need = make_need(alice, "industry", "Climate")
    ana = make_contact(alice, "Ana Pereira", industry="Climate")
    ben = make_contact(alice, "Ben Okafor", industry="Chess")
    shown = desk.get(f"/needs/{need.uid}/").content.decode()
    assert "Ana Pereira" in shown
    assert "Ben Okafor" not in shown
    assert "faint" not in shown  # of how close one is, nothing is known
    desk.post(f"/needs/{need.uid}/people/", {"people": [ana.uid, ben.uid, "nonsense"]})
    assert [each.kind for each in ana.benefits.all()] == ["insight"]
    assert not ben.benefits.exists()
    desk.post(f"/needs/{need.uid}/people/", {"people": [ana.uid]})
    assert ana.benefits.count() == 1


def test_a_need_is_changed_where_it_stands_and_removed(desk: Client, alice: User) -> None:
    need = make_need(alice, "industry", "Climate")
    sent = {"value": "Energy", "benefit": "referral", "importance": "3", "wanted": "2.5"}
    assert desk.post(f"/needs/{need.uid}/", sent).status_code == 302
    need.refresh_from_db()
    assert (need.value, need.benefit, need.importance, need.wanted) == (
        "Energy", "referral", 3, 2.5,
    )  # fmt: skip
    assert desk.post(f"/needs/{need.uid}/", {**sent, "value": ""}).status_code == 422
    restore = f"/needs/{need.uid}/restore/"
    assert restore in desk.post(f"/needs/{need.uid}/delete/", follow=True).content.decode()
    assert not Need.objects.exists()
    assert "Energy" not in desk.get(need.aspiration.get_absolute_url()).content.decode()
    desk.post(restore)
    assert "Energy" in desk.get(need.aspiration.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("sought", "value", "filtered"),
    [
        ("organisation", "Lumen", "Lumen"),
        ("industry", "Énergie", "Énergie"),
        ("place", "Lisbon", "Lisbon"),
        ("seniority", "executive", "executive"),
        ("role", "mentor", "mentor"),
        ("tag", "Climate Club", "climate club"),
    ],
)
def test_a_need_with_a_gap_becomes_a_goal_about_the_same_people(
    desk: Client, alice: User, sought: str, value: str, filtered: str
) -> None:
    need = make_need(alice, sought, value)
    address = f"/goals/new/?need={need.uid}"
    form = desk.get(address).context["form"]
    assert form["aspiration"].value() == need.aspiration.uid
    sent = {name: form[name].value() for name in form.fields}
    answer = desk.post(address, {name: value for name, value in sent.items() if value})
    goal = need.aspiration.goals.get()
    assert answer.headers["Location"] == goal.get_absolute_url()
    assert goal.title in desk.get(need.aspiration.get_absolute_url()).content.decode()
    assert goal.people == {sought: filtered}
    again = desk.get(f"/goals/{goal.uid}/edit/").context["form"]
    assert again[sought].value() == filtered
    choices = dict(getattr(again.fields[sought], "choices", {filtered: filtered}))
    assert filtered in choices


def test_it_is_reached_let_go_taken_up_thrown_away_and_brought_back(
    desk: Client, alice: User
) -> None:
    wish = make_aspiration(alice, horizon_on=alice.today() + dt.timedelta(days=700))
    for verb, word in (("reached", "reached"), ("let-go", "let go")):
        desk.post(f"/aspirations/{wish.uid}/{verb}/")
        assert word in desk.get(wish.get_absolute_url()).content.decode()
        assert "1 reached or let go" in desk.get("/goals/").content.decode()
        desk.post(f"/aspirations/{wish.uid}/resume/")
    wish.refresh_from_db()
    assert wish.is_active
    desk.post(f"/aspirations/{wish.uid}/delete/")
    assert desk.get(wish.get_absolute_url()).status_code == 404
    desk.post(f"/aspirations/{wish.uid}/restore/")
    changed = {"title": "Lead two", "kind": "other"}
    assert desk.post(f"/aspirations/{wish.uid}/edit/", changed).status_code == 302
    assert "Lead two" in desk.get("/goals/").content.decode()


def test_no_value_is_cut_short(desk: Client, alice: User) -> None:
    need = make_need(alice, "industry", "Climate")
    sent = {"benefit": "referral", "importance": "3"}
    answer = desk.post(f"/needs/{need.uid}/", {**sent, "value": "x" * 201})
    assert answer.status_code == 422
    assert "x" * 201 in answer.content.decode()
    assert desk.post(f"/needs/{need.uid}/", {**sent, "value": "x" * 200}).status_code == 302
    guide = f"/aspirations/{make_aspiration(alice, kind='clients').uid}/guide/"
    several = ", ".join(letter * 200 for letter in "abc")
    answer = desk.post(guide, {"answer_0": f"{several}d"})
    assert answer.status_code == 422
    assert "At most 200 letters each" in answer.content.decode()
    assert desk.post(guide, {"answer_0": several}).status_code == 302


def test_it_is_found_on_the_day_on_which_its_owner_made_it(alice: User) -> None:
    alice.time_zone = "Pacific/Auckland"
    alice.save()
    with time_machine.travel(dt.datetime(2026, 11, 22, 20, tzinfo=dt.UTC)):
        today = alice.today()
        wish = keep_aspiration(Aspiration(owner=alice, kind="clients", title="More clients"))
    assert today == dt.date(2026, 11, 23)
    [shown] = found.aspirations(alice, [wish.uid])
    assert shown.on == today
    assert SearchEntry.objects.get(target_uid=wish.uid).on == today
