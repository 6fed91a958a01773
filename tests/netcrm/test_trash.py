"""One page for all that was thrown away: seen, brought back, or deleted for good."""

import datetime as dt
from html import unescape
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from contacts.trash import KEPT
from goals.brand import record_activity
from goals.models import Aspiration, BrandActivity, Goal, Need, Outcome
from goals.outcomes import record_outcome
from interactions.helping import note_help
from interactions.introducing import introduce, take
from interactions.models import Event, FollowUp, Help, Interaction, Introduction
from netcrm.upkeep import empty_trash
from tests.makers import make_contact, make_event, make_follow_up, make_interaction

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z", tick=False)]

# By the kind in the address: the view that throws it away, and what the page calls it.
THROWN = {
    "conversation": ("interactions:delete", "Budgets · Ana Pereira"),
    "event": ("interactions:delete_event", "Climate meetup"),
    "promise": ("interactions:delete_promise", "Send the deck · Ana Pereira"),
    "help": ("interactions:delete_help", "Read my draft · Ana Pereira"),
    "introduction": ("interactions:delete_introduction", "Ana Pereira and Ben Okafor"),
    "aspiration": ("goals:delete_aspiration", "Lead a climate team"),
    "need": ("goals:delete_need", "Insight: Climate · Get published"),
    "goal": ("goals:delete", "One event a month"),
    "outcome": ("goals:delete_outcome", "A new client"),
    "activity": ("goals:delete_brand_activity", "Heat pumps"),
    "person": ("contacts:delete", "Cem Demir"),
}


@pytest.fixture
def things(alice: User) -> dict[str, UUID]:
    today = alice.today()
    ana, ben = make_contact(alice, "Ana Pereira"), make_contact(alice, "Ben Okafor")
    wish = Aspiration.objects.create(owner=alice, kind="new_job", title="Lead a climate team")
    other = Aspiration.objects.create(owner=alice, kind="learning", title="Get published")
    need = Need.objects.create(
        owner=alice, aspiration=other, sought="industry", value="Climate", benefit="insight"
    )
    goal = Goal.objects.create(
        owner=alice, title="One event a month", counts="events", rhythm="month", starts_on=today
    )
    introduction = introduce(alice, (None, ana, ben), today)
    take(introduction, "made", today)
    made = (
        make_interaction(alice, ana, subject="Budgets"),
        make_event(alice),
        make_follow_up(ana),
        note_help(ana, "received", today, what="Read my draft"),
        introduction,
        wish,
        need,
        goal,
        record_outcome(alice, [ana], what="A new client", kind="referral", on=today),
        record_activity(alice, [ana], title="Heat pumps", kind="article", on=today),
        make_contact(alice, "Cem Demir"),
    )
    return dict(zip(THROWN, (each.uid for each in made), strict=True))


def text(desk: Client, url: str = "/trash/") -> str:
    return unescape(desk.get(url).content.decode())


def throw_away(desk: Client, kind: str, uid: UUID) -> None:
    assert desk.post(reverse(THROWN[kind][0], args=[uid])).status_code == 302
    desk.get("/people/new/")  # the message is read


@pytest.mark.parametrize("kind", THROWN)
def test_whatever_was_deleted_is_found_and_comes_back(
    desk: Client, things: dict[str, UUID], kind: str
) -> None:
    name = THROWN[kind][1]
    assert name not in text(desk)
    throw_away(desk, kind, things[kind])
    page = text(desk)
    assert name in page
    assert "gone for good on 2026-12-23" in page or "gone for good on 23" in page
    restore = reverse(THROWN[kind][0].replace("delete", "restore"), args=[things[kind]])
    assert page.count(f'action="{restore}"') == 1
    desk.post(restore)
    desk.get("/people/new/")
    assert name not in text(desk)


@pytest.mark.parametrize("kind", THROWN)
def test_it_can_be_deleted_for_good_at_once_after_asking(
    desk: Client, things: dict[str, UUID], kind: str
) -> None:
    url = reverse("trash:delete", args=[kind, things[kind]])
    assert desk.get(url).status_code == 404  # not in the trash
    throw_away(desk, kind, things[kind])
    assert url in text(desk)
    assert THROWN[kind][1] in text(desk, url)
    assert desk.post(url, follow=True).redirect_chain[-1][0] == "/trash/"
    assert "Nothing is in the trash" in text(desk)
    assert desk.post(url).status_code == 404


def test_the_newest_stands_first_whatever_it_is(desk: Client, alice: User) -> None:
    now = timezone.now()
    for days, name in ((3, "Dee"), (1, "Eva")):
        person = make_contact(alice, name)
        Contact.objects.filter(pk=person.pk).update(deleted_at=now - dt.timedelta(days=days))
    event = make_event(alice, deleted_at=now - dt.timedelta(days=2))
    page = text(desk)
    assert page.index("Eva") < page.index(event.name) < page.index("Dee")


def test_help_waits_with_what_it_belongs_to(
    desk: Client, things: dict[str, UUID], alice: User
) -> None:
    for kind in ("outcome", "introduction"):
        throw_away(desk, kind, things[kind])
    assert Help.objects.of(alice).exclude(deleted_at=None).count() == 2
    assert text(desk).count("gone for good on") == 2
    desk.post(reverse("trash:delete", args=["outcome", things["outcome"]]))
    assert Help.objects.of(alice).exclude(deleted_at=None).count() == 1


def test_everything_is_gone_after_thirty_days(
    desk: Client, things: dict[str, UUID], alice: User
) -> None:
    for kind, uid in things.items():
        throw_away(desk, kind, uid)
    models = (Goal, Need, Outcome, BrandActivity, Event, FollowUp, Help, Interaction, Introduction)
    late = timezone.now() - KEPT
    for model in (*models, Aspiration):
        model._base_manager.filter(owner=alice).exclude(deleted_at=None).update(deleted_at=late)
    empty_trash.call()
    assert not [model for model in models if model._base_manager.exists()]
    assert Aspiration.objects.get().title == "Get published"


def test_the_trash_of_mallory_is_not_alices(desk: Client, mallory: User) -> None:
    make_contact(mallory, "Fay").trash()
    make_event(mallory, deleted_at=timezone.now())
    assert "Nothing is in the trash" in text(desk)


def test_it_is_reached_from_where_one_looks(desk: Client) -> None:
    for place in ("/people/", "/events/", "/goals/", "/outcomes/", "/brand/", "/conversations/",
                  "/settings/"):  # fmt: skip
        assert 'href="/trash/"' in text(desk, place), place
    assert desk.get("/people/trash/").headers["Location"] == "/trash/"


def test_an_unknown_kind_is_not_found(desk: Client, things: dict[str, UUID]) -> None:
    assert desk.get(f"/trash/letter/{things['event']}/delete/").status_code == 404
