import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.adding import PersonDraft, add_people
from contacts.models import Contact, SearchEntry
from interactions.models import Interaction, Participant
from interactions.recording import record, remove_estimates
from interactions.trash import purge
from tests.makers import make_contact, make_event, make_interaction, make_rating

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]
TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice)


@pytest.fixture
def lunch(alice: User, ana: Contact) -> Interaction:
    return record(
        alice, [ana], dt.date(2026, 11, 14), subject="Lunch: budgets", notes="Grows", minutes=45
    )


def address(view: str, *things: Interaction | Contact) -> str:
    return reverse(f"interactions:{view}", args=[each.uid for each in things])


def test_its_page_says_what_is_known(desk: Client, lunch: Interaction) -> None:
    page = desk.get(address("show", lunch)).content.decode()
    for said in ("Lunch: budgets", "Grows", "45 minutes", "Ana Pereira", "9 days ago"):
        assert said in page


def test_a_plan_is_settled_on_its_own_page(desk: Client, alice: User, ana: Contact) -> None:
    plan = record(alice, [ana], dt.date(2026, 11, 20), status="planned")
    page = desk.get(plan.get_absolute_url()).text
    for view in ("held", "move", "cancelled"):
        assert address(view, plan) in page
    answer = desk.post(address("held", plan), {"next": plan.get_absolute_url()})
    assert answer.headers["Location"] == plan.get_absolute_url()
    assert address("held", plan) not in desk.get(plan.get_absolute_url()).text


def test_editing_starts_with_what_is_known_and_keeps_it(
    desk: Client, alice: User, ana: Contact, lunch: Interaction
) -> None:
    page = desk.get(address("edit", lunch)).content.decode()
    assert 'value="2026-11-14"' in page
    ben = make_contact(alice, "Ben Okafor")
    sent = {"when": "other", "on": "2026-11-20", "channel": "video", "people": [ben.uid]}
    assert desk.post(address("edit", lunch), {**sent, "subject": "Tea"}).status_code == 302
    lunch.refresh_from_db()
    ana.refresh_from_db()
    ben.refresh_from_db()
    assert (lunch.on, lunch.channel, lunch.subject) == (dt.date(2026, 11, 20), "video", "Tea")
    assert (ana.last_contact_on, ben.last_contact_on) == (None, dt.date(2026, 11, 20))


def test_what_was_cancelled_ahead_of_its_day_can_still_be_edited(
    desk: Client, alice: User, ana: Contact
) -> None:
    plan = record(alice, [ana], dt.date(2026, 11, 30), status="cancelled")
    sent = {"when": "other", "on": "2026-11-30", "channel": "in_person", "people": [ana.uid]}
    assert desk.post(address("edit", plan), {**sent, "notes": "She is ill"}).status_code == 302
    plan.refresh_from_db()
    assert (plan.status, plan.notes) == ("cancelled", "She is ill")


def test_an_edit_keeps_those_who_are_in_the_trash(
    desk: Client, alice: User, ana: Contact, lunch: Interaction
) -> None:
    ben = make_contact(alice, "Ben Okafor")
    lunch.people.add(ben)
    ben.trash()
    assert "Ben Okafor" not in desk.get(address("edit", lunch)).text
    sent = {"when": "other", "on": "2026-11-14", "channel": "video", "people": [ana.uid]}
    desk.post(address("edit", lunch), sent)
    assert "Ben Okafor" not in desk.get(address("show", lunch)).text
    ben.restore()
    assert "Ben Okafor" in desk.get(address("show", lunch)).text


def test_a_bad_edit_keeps_every_word(desk: Client, lunch: Interaction, ana: Contact) -> None:
    sent = {"when": "other", "on": "2027-01-01", "channel": "video", "people": [ana.uid]}
    answer = desk.post(address("edit", lunch), {**sent, "notes": "new words"})
    assert answer.status_code == 422
    assert "new words" in answer.content.decode()


def test_the_trash_can_be_undone_from_the_toast(
    desk: Client, lunch: Interaction, ana: Contact
) -> None:
    answer = desk.post(address("delete", lunch), follow=True)
    ana.refresh_from_db()
    assert ana.last_contact_on is None
    assert address("restore", lunch) in answer.content.decode()
    assert desk.get(address("show", lunch)).status_code == 404
    desk.post(address("restore", lunch))
    ana.refresh_from_db()
    assert ana.last_contact_on == lunch.on


@pytest.mark.parametrize(
    "way",
    ["//evil.example", "https://testserver//evil.example", "http://testserver///evil.example"],
)
def test_no_act_leads_to_another_site(desk: Client, lunch: Interaction, way: str) -> None:
    answer = desk.post(address("delete", lunch), {"next": way})
    assert answer.headers["Location"] == reverse("interactions:timeline")


def test_the_trash_is_emptied_after_thirty_days(
    desk: Client, alice: User, ana: Contact, lunch: Interaction
) -> None:
    desk.post(address("delete", lunch))
    page = desk.get(reverse("trash:index")).content.decode()
    assert address("restore", lunch) in page
    kept = record(alice, [ana], TODAY)
    now = timezone.now()
    assert purge(now + dt.timedelta(days=29)) == 0
    assert purge(now + dt.timedelta(days=30)) == 1
    assert list(Interaction.objects.all()) == [kept]


def test_a_stranger_finds_nothing(mallory: User, ana: Contact, lunch: Interaction) -> None:
    theirs = Client()
    theirs.force_login(mallory)
    for view in ("delete", "restore", "held", "cancelled", "planned", "answered"):
        assert theirs.post(address(view, lunch)).status_code == 404, view
    for view in ("show", "edit", "move"):
        assert theirs.get(address(view, lunch)).status_code == 404, view
    for view in ("decline_rating", "ask_rating"):
        assert theirs.post(address(view, lunch, ana)).status_code == 404, view
    for view in ("promise", "person_timeline"):
        assert theirs.get(address(view, ana)).status_code == 404, view
    assert theirs.post(address("delete_estimates", ana)).status_code == 404
    assert "Lunch" not in theirs.get(reverse("interactions:timeline")).content.decode()


def test_a_plan_is_settled_where_it_stands(desk: Client, alice: User, ana: Contact) -> None:
    plan = record(alice, [ana], dt.date(2026, 11, 20), status="planned")
    headers = {"HX-Request": "true", "HX-Target": "toasts"}
    answer = desk.post(address("held", plan), headers=headers)
    assert answer["HX-Trigger"] == "conversations-changed"
    assert address("planned", plan) in answer.content.decode()
    ana.refresh_from_db()
    assert ana.last_contact_on == dt.date(2026, 11, 20)
    desk.post(address("planned", plan))
    ana.refresh_from_db()
    assert ana.last_contact_on is None
    desk.post(address("cancelled", plan))
    plan.refresh_from_db()
    assert plan.status == "cancelled"


def test_a_plan_ahead_that_was_held_was_held_today(desk: Client, alice: User, ana: Contact) -> None:
    plan = record(alice, [ana], dt.date(2026, 11, 30), status="planned")
    desk.post(address("held", plan))
    plan.refresh_from_db()
    assert (plan.status, plan.on) == ("held", TODAY)


def test_a_plan_can_be_moved(desk: Client, alice: User, ana: Contact) -> None:
    plan = record(alice, [ana], TODAY, status="planned")
    assert desk.post(address("move", plan), {"when": "other", "on": ""}).status_code == 422
    desk.post(address("move", plan), {"when": "week"})
    plan.refresh_from_db()
    assert (plan.on, plan.status) == (dt.date(2026, 11, 30), "planned")


def test_an_answer_makes_a_message_count(desk: Client, alice: User, ana: Contact) -> None:
    mail = record(alice, [ana], TODAY, "message", is_answered=False, direction="outgoing")
    assert "They answered" in desk.get(address("show", mail)).content.decode()
    desk.post(address("answered", mail))
    ana.refresh_from_db()
    assert ana.last_contact_on == TODAY


def test_one_can_decline_to_rate_and_be_asked_again(
    desk: Client, ana: Contact, lunch: Interaction
) -> None:
    participant = Participant.objects.get()
    desk.post(address("decline_rating", lunch, ana))
    participant.refresh_from_db()
    assert participant.rating_declined_at
    desk.post(address("ask_rating", lunch, ana))
    participant.refresh_from_db()
    assert participant.rating_declined_at is None


def test_estimates_are_marked_and_leave_together(
    desk: Client, alice: User, ana: Contact, lunch: Interaction
) -> None:
    for month in (1, 2, 3):
        record(alice, [ana], dt.date(2026, month, 1), source="estimate")
    page = desk.get(ana.get_absolute_url()).content.decode()
    assert page.count("data-estimate") == 3
    assert "Remove 3 estimated conversations" in page
    desk.post(address("delete_estimates", ana))
    assert list(Interaction.objects.all()) == [lunch]
    assert remove_estimates(ana) == 0


def test_what_it_was_about_can_be_found_until_it_is_thrown_away(
    desk: Client, alice: User, ana: Contact, lunch: Interaction
) -> None:
    entry = SearchEntry.objects.get(kind="conversation")
    assert (entry.target_uid, entry.title) == (lunch.uid, "lunch: budgets")
    assert "grows" in entry.text
    record(alice, [ana], TODAY)
    desk.post(address("delete", lunch))
    assert not SearchEntry.objects.filter(target_uid=lunch.uid).exists()


def test_the_timeline_goes_back_page_by_page(desk: Client, alice: User, ana: Contact) -> None:
    for day in range(120):
        record(alice, [ana], TODAY - dt.timedelta(days=day // 3), subject=f"Talk {day:03}")
    url: str | None = reverse("interactions:timeline")
    seen: list[str] = []
    while url:
        answer = desk.get(url)
        page = answer.context["page"]
        seen += [each.subject for each in page.conversations]
        url = f"{reverse('interactions:timeline')}?before={page.older}" if page.older else None
    assert len(seen) == 120
    assert len(set(seen)) == 120
    assert desk.get(reverse("interactions:timeline"), {"before": "nonsense"}).status_code == 200


def test_a_persons_timeline_shows_the_ratings_and_more_on_demand(
    desk: Client, alice: User, ana: Contact, lunch: Interaction
) -> None:
    make_rating(ana, 4, None, 5, interaction=lunch)
    for day in range(25):
        record(alice, [ana], TODAY - dt.timedelta(days=day + 30))
    page = desk.get(ana.get_absolute_url()).content.decode()
    assert "rated 4 \u2013 5" in page
    assert page.count("timeline-entry") == 20
    more = desk.get(
        f"{address('person_timeline', ana)}?before=2026-10-01_99999",
        headers={"HX-Request": "true", "HX-Target": "more"},
    ).content.decode()
    assert "<html" not in more
    assert more.count("timeline-entry") > 1


def test_queries_do_not_grow_with_conversations(desk: Client, alice: User) -> None:
    people = add_people(alice, [PersonDraft(given=f"P{n}") for n in range(30)])
    record(alice, people[:2], TODAY)
    counts = []
    for _ in range(2):
        for url in (reverse("interactions:timeline"), people[0].get_absolute_url()):
            desk.get(url)
            with CaptureQueriesContext(connection) as queries:
                desk.get(url)
            counts.append(len(queries))
        for day in range(30):
            record(alice, people, TODAY - dt.timedelta(days=day))
    assert counts[:2] == counts[2:]


@pytest.mark.parametrize("kind", ["conversation", "event"])
def test_notes_are_markdown_as_everywhere(desk: Client, alice: User, kind: str) -> None:
    notes = "- **tea**\n- cake, see https://cake.example/"
    make = make_event if kind == "event" else make_interaction
    row = make(alice, notes=notes)
    page = desk.get(row.get_absolute_url()).text
    assert "<li><strong>tea</strong></li>" in page
    assert 'href="https://cake.example/"' in page
