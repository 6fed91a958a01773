"""Goals on their pages: begun, checked, followed, corrected, ended."""

import datetime as dt

import pytest
from django.test import Client
from django.utils.formats import date_format

from accounts.models import DateFormat, User
from goals.models import Goal
from interactions.models import Event
from tests.makers import make_contact, make_interaction, make_user

FULL = {
    "title": "Write to somebody new every week",
    "counts": "new_contacts",
    "wanted": "1",
    "rhythm": "week",
    "next_step": "Choose whom",
    "if_when": "it is Monday",
    "then_what": "I write",
}


def make_goal(owner: User, counts: str = "conversations", **facts: object) -> Goal:
    begun, due = owner.today() - dt.timedelta(days=100), owner.today() + dt.timedelta(days=100)
    named = {"title": "A goal", "wanted": 9, "starts_on": begun, "due_on": due, **facts}
    return Goal.objects.create(owner=owner, counts=counts, **named)


def page(desk: Client, goal: Goal) -> str:
    answer = desk.get(goal.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_three_ready_made_goals_are_offered_while_there_are_none(desk: Client) -> None:
    shown = desk.get("/goals/").content.decode()
    for name in ("event", "contact", "mentor"):
        assert f"?template={name}" in shown
        opened = desk.get(f"/goals/new/?template={name}")
        assert opened.status_code == 200


@pytest.mark.parametrize("name", ["event", "contact", "mentor"])
def test_a_ready_made_goal_is_set_as_it_stands(desk: Client, alice: User, name: str) -> None:
    form = desk.get(f"/goals/new/?template={name}").context["form"]
    sent = {field: form.get_initial_for_field(form.fields[field], field) for field in form.fields}
    sent = {field: value for field, value in sent.items() if value not in (None, "")}
    answer = desk.post("/goals/new/", sent, follow=True)
    goal = Goal.objects.of(alice).get()
    assert answer.redirect_chain[-1][0] == goal.get_absolute_url()
    assert goal.steps.count() == (4 if name == "mentor" else 0)
    assert goal.title in desk.get("/goals/").content.decode()


def test_it_says_what_a_goal_cannot_do_without_and_keeps_every_word(
    desk: Client, alice: User
) -> None:
    answer = desk.post("/goals/new/", {"title": "Be known", "next_step": "Begin somewhere"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose what counts" in shown
    assert "Say how many" in shown
    assert "Choose how often it comes round" in shown
    assert 'value="Be known"' in shown
    assert 'value="Begin somewhere"' in shown
    assert not Goal.objects.of(alice).exists()


def test_it_advises_without_insisting(desk: Client, alice: User) -> None:
    ana = make_contact(alice)
    for days in (30, 60):
        make_interaction(alice, ana, on=alice.today() - dt.timedelta(days=days))
    many = {"title": "Talk more", "counts": "conversations", "wanted": "20", "rhythm": "month"}
    checked = desk.post("/goals/new/", {**many, "check": "1"})
    assert checked.status_code == 200
    assert "You want 20; your best of late was 1." in checked.content.decode()
    assert "It serves no aspiration." in checked.content.decode()
    assert not Goal.objects.of(alice).exists()
    assert desk.post("/goals/new/", many).status_code == 302
    assert Goal.objects.of(alice).get().wanted == 20


def test_a_deadline_that_is_over_is_told_as_one_writes_days(desk: Client, alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(date_format=DateFormat.DOTS)
    due = alice.today() - dt.timedelta(days=1)
    told = f"{due:%d.%m.%Y} is over."
    assert told in page(desk, make_goal(alice, due_on=due))
    sent = {"title": "A goal", "counts": "events", "wanted": "2", "due_on": due}
    assert told in desk.post("/goals/new/", sent).text


def test_a_goal_proposed_by_another_page_opens_filled(desk: Client) -> None:
    form = desk.get("/goals/new/?counts=new_contacts&role=client&wanted=nonsense").context["form"]
    assert form["counts"].value() == "new_contacts"
    assert form["role"].value() == "client"
    assert not form["wanted"].value()


def test_a_goal_moves_by_itself_and_what_it_counts_can_be_left_out(
    desk: Client, alice: User
) -> None:
    goal = make_goal(alice, "events", wanted=2)
    assert "nothing yet" in page(desk, goal)
    event = Event.objects.create(
        owner=alice, name="Climate meetup", starts_on=alice.today(), going="attended"
    )
    assert "1 of 2" in page(desk, goal)
    assert "Climate meetup" in page(desk, goal)
    desk.post(f"/goals/{goal.uid}/leave-out/{event.uid}/")
    assert "nothing yet" in page(desk, goal)
    assert "1 left out" in page(desk, goal)
    desk.post(f"/goals/{goal.uid}/put-back/{event.uid}/")
    assert "1 of 2" in page(desk, goal)


def test_a_booked_event_is_told(desk: Client, alice: User) -> None:
    goal = make_goal(alice, "events", wanted=1)
    Event.objects.create(owner=alice, name="Fair", starts_on=alice.today(), going="planned")
    assert "nothing yet, 1 booked" in page(desk, goal)


def test_only_the_people_meant_count(desk: Client, alice: User) -> None:
    client, friend = make_contact(alice, "Ana Pereira"), make_contact(alice, "Ben Okafor")
    client.roles.create(role="client")
    goal = make_goal(alice, people={"role": "client"}, wanted=5)
    make_interaction(alice, client)
    make_interaction(alice, friend)
    make_interaction(alice, client, friend)
    assert "2 of 5" in page(desk, goal)


def test_a_relationship_ticks_its_steps_itself(desk: Client, alice: User) -> None:
    due = alice.today() + dt.timedelta(days=180)
    sent = {"title": "A mentor", "counts": "strength", "target_strength": "50", "due_on": due}
    desk.post("/goals/new/", {**sent, "role": "mentor"})
    goal = Goal.objects.of(alice).get()
    mentor = make_contact(alice, "Dee Mentor")
    mentor.roles.create(role="mentor")
    shown = page(desk, goal)
    assert "0 of 4 steps" in shown
    assert "Dee Mentor" in shown
    desk.post(f"/goals/{goal.uid}/person/", {"person": mentor.uid})
    assert "not yet known" in page(desk, goal)
    make_interaction(alice, mentor)
    steps = desk.get(goal.get_absolute_url()).context["progress"].relationship.steps
    assert [step.is_done for step in steps] == [True, True, True, False]
    desk.post(f"/goals/{goal.uid}/steps/", {"title": "Read her book"})
    desk.post(f"/goals/{goal.uid}/steps/5/done/")
    assert goal.steps.get(position=5).done_on == alice.today()
    assert desk.post(f"/goals/{goal.uid}/steps/1/done/").status_code == 404


@pytest.mark.parametrize(
    ("begun", "due", "words"),
    [(9, 300, "the steps are done by"), (9, 19, "the steps take until"), (60, 9, "")],
)
def test_it_forecasts_when_the_steps_are_done(
    desk: Client, alice: User, begun: int, due: int, words: str
) -> None:
    """One of ten parts of the way in ten days makes a hundred days."""
    today = alice.today()
    begun_on, due_on = today - dt.timedelta(days=begun), today + dt.timedelta(days=due)
    goal = make_goal(alice, "strength", target_strength=50, starts_on=begun_on, due_on=due_on)
    goal.steps.create(title="Read her book", weight=1, position=1, done_on=today)
    goal.steps.create(title="Ask Ana", weight=9, position=2)
    shown = page(desk, goal)
    if words:
        assert words in shown
        assert date_format(begun_on + dt.timedelta(days=99), "j F Y") in shown
    else:
        assert "At this pace" not in shown


def test_it_is_changed_ended_taken_up_and_brought_back(desk: Client, alice: User) -> None:
    goal = make_goal(alice)
    assert desk.post(f"/goals/{goal.uid}/edit/", FULL).status_code == 302
    goal.refresh_from_db()
    assert (goal.title, goal.rhythm) == (FULL["title"], "week")
    desk.post(f"/goals/{goal.uid}/end/")
    assert "1 ended goal" in desk.get("/goals/").content.decode()
    desk.post(f"/goals/{goal.uid}/resume/")
    assert "ended goal" not in desk.get("/goals/").content.decode()
    desk.post(f"/goals/{goal.uid}/delete/")
    assert desk.get(goal.get_absolute_url()).status_code == 404
    desk.post(f"/goals/{goal.uid}/restore/")
    assert FULL["title"] in page(desk, goal)


def test_nobody_else_s_person_or_aspiration_can_be_named(desk: Client, mallory: User) -> None:
    theirs = make_contact(make_user(), "Secret Friend")
    shown = desk.get(f"/goals/new/?counts=strength&person={theirs.uid}&aspiration={theirs.uid}")
    assert "Secret Friend" not in shown.content.decode()


def test_today_shows_what_is_behind_and_what_its_line_asks_for_on_its_weekday(
    desk: Client, alice: User
) -> None:
    today = alice.today()
    begun = today - dt.timedelta(days=90)
    make_goal(alice, title="Much too slow", wanted=50, starts_on=begun,
              due_on=today + dt.timedelta(days=9))  # fmt: skip
    line = {"if_when": "it is nine", "then_what": "I write to one new person"}
    day = today.weekday()
    make_goal(alice, title="Easily done", wanted=1, remind_weekday=day, starts_on=today, **line)
    make_goal(alice, title="Another day", wanted=1, remind_weekday=(day + 1) % 7,
              starts_on=today, **line)  # fmt: skip
    shown = desk.get("/").content.decode()
    assert shown.index("Much too slow") < shown.index("Easily done")
    assert "If it is nine, then I write to one new person." in shown
    assert "Another day" not in shown
