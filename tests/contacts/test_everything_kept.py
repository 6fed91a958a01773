"""Whatever Alice notes on a page is found from then on, until she throws it away."""

from typing import Any, NamedTuple

import pytest
from django.db.models import Value
from django.db.models.functions import Concat
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.adding import announce
from contacts.findable import KINDS, SCOPE
from contacts.models import Contact, SearchEntry
from contacts.trash import delete_for_good
from goals.kinds import Sought
from goals.models import Aspiration, Need
from interactions.eventing import Guest, expect, save_event
from interactions.models import Event, Introduction
from interactions.promising import promise
from interactions.recording import record, revise
from tests.makers import make_contact

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]


class Story(NamedTuple):
    """`new` is where it is noted; `words` the field whose words are looked for; `views` those that
    edit it, throw it away and bring it back. ANA and BEN in `sent` stand for their uids.
    """

    new: str
    sent: dict[str, Any]
    words: str
    views: tuple[str, str, str]


TALK = {"line": "", "understood": "", "when": "today", "on": "", "channel": "phone"}
TALK |= {"people": "ANA", "subject": "Call"}
EVENT = {"name": "Fair", "kind": "fair", "starts_on": "2026-12-04", "going": "planned"}
HELP = {"direction": "given", "size": "medium", "on": "2026-11-20"}
INTRODUCTION = {"first": "ANA", "second": "BEN", "asked_on": "2026-11-20"}
GOAL = {"counts": "events", "wanted": "1", "rhythm": "month", "starts_on": "2026-11-01"}
OUTCOME = {"kind": "opportunity", "size": "large", "on": "2026-11-20", "people": "ANA"}
BRAND = {"title": "A talk", "kind": "talk", "on": "2026-11-20"}


def of(room: str, noun: str = "") -> tuple[str, str, str]:
    end = f"_{noun}" if noun else ""
    return f"{room}:edit{end}", f"{room}:delete{end}", f"{room}:restore{end}"


STORIES = {
    "conversation": Story("/log/", TALK, "notes", of("interactions")),
    "event": Story("/events/new/", EVENT, "notes", of("interactions", "event")),
    "help": Story("/people/ANA/help/", HELP, "what", of("interactions", "help")),
    "introduction": Story(
        "/introductions/new/", INTRODUCTION, "why", of("interactions", "introduction")
    ),
    "goal": Story("/goals/new/", GOAL, "title", of("goals")),
    "aspiration": Story(
        "/aspirations/new/", {"title": "More", "kind": "other"}, "why", of("goals", "aspiration")
    ),
    "outcome": Story("/outcomes/new/", OUTCOME, "what", of("goals", "outcome")),
    "brand": Story("/brand/new/", BRAND, "notes", of("goals", "brand_activity")),
}


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice, "Ana Pereira")


@pytest.fixture
def ben(alice: User) -> Contact:
    return make_contact(alice, "Ben Okafor")


def found(desk: Client, typed: str) -> list[str]:
    """The kinds under which something is found."""
    answer = desk.get("/search/", {"q": typed})
    assert answer.status_code == 200
    return [group["kind"].name for group in answer.context["groups"]]


@pytest.mark.parametrize("kind", STORIES)
def test_it_is_found_as_long_as_it_is_there(
    desk: Client, ana: Contact, ben: Contact, kind: str
) -> None:
    story = STORIES[kind]
    who = {"ANA": str(ana.uid), "BEN": str(ben.uid)}
    sent = {name: who.get(value, value) for name, value in story.sent.items()}
    new = story.new.replace("ANA", str(ana.uid))
    assert desk.post(new, {**sent, story.words: "A Zébra crossing"}).status_code == 302
    assert found(desk, "zebra cross") == [kind]
    thing = KINDS[kind].model._default_manager.get(
        **({"introduction": None} if kind == "help" else {})
    )
    edit, delete, restore = (reverse(view, args=[thing.uid]) for view in story.views)
    assert desk.post(edit, {**sent, story.words: "A giraffe"}).status_code == 302
    assert found(desk, "zebra") == []
    assert found(desk, "giraf") == [kind]
    assert desk.post(delete).status_code == 302
    assert found(desk, "giraf") == []
    assert desk.post(restore).status_code == 302
    assert found(desk, "giraf") == [kind]


def test_a_promise_is_found_and_leads_to_the_person(desk: Client, ana: Contact) -> None:
    url = reverse("interactions:promise", args=[ana.uid])
    desk.post(url, {"by": "me", "what": "Send the zebra deck", "when": "week"})
    assert found(desk, "zebra") == ["promise"]
    assert f'href="{ana.get_absolute_url()}"' in desk.get("/search/?q=zebra").text


def test_what_was_promised_to_somebody_in_the_trash_is_there_with_them(
    desk: Client, ana: Contact
) -> None:
    promise(ana.owner, ana, "Send the zebra deck", ana.owner.today())
    desk.post(reverse("contacts:delete", args=[ana.uid]))
    assert found(desk, "zebra") == []
    desk.post(reverse("contacts:restore", args=[ana.uid]))
    assert found(desk, "zebra") == ["promise"]


def test_an_event_is_found_by_whom_one_wants_to_meet(
    desk: Client, alice: User, ana: Contact
) -> None:
    fair = save_event(Event(owner=alice, name="Fair", starts_on=alice.today()))
    expect(fair, [Guest(ana, is_wanted=True, why="Zebras"), Guest(None, "Dee Young")])
    for words in ("pereira", "zebra", "dee young"):
        assert found(desk, words) == ["event"]
    ana.family = "Otani"
    ana.save()
    announce(alice, [ana])
    assert (found(desk, "pereira"), found(desk, "otani")) == ([], ["event"])
    desk.post(reverse("contacts:delete", args=[ana.uid]))
    assert found(desk, "otani") == []
    desk.post(reverse("contacts:restore", args=[ana.uid]))
    delete_for_good([ana.pk])
    assert (found(desk, "otani"), found(desk, "dee young")) == ([], ["event"])


def test_a_conversation_is_found_by_who_took_part(
    desk: Client, alice: User, ana: Contact, ben: Contact
) -> None:
    announce(alice, [ana, ben])
    talk = record(alice, [ana, ben], alice.today())
    record(alice, [ana], alice.today(), source="estimate")
    assert (found(desk, "pereira"), found(desk, "okafor")) == (["conversation"],) * 2
    assert desk.get("/search/?q=pereira").context["groups"][0]["count"] == "1"
    ana.display_override = "Mum"
    ana.family = "Otani"
    ana.save()
    announce(alice, [ana])
    assert (found(desk, "pereira"), found(desk, "mum")) == ([], ["conversation"])
    revise(talk, [ben])
    assert (found(desk, "otani"), found(desk, "okafor")) == ([], ["conversation"])
    revise(talk, [ana, ben])
    desk.post(reverse("contacts:delete", args=[ana.uid]))
    assert found(desk, "otani") == []
    desk.post(reverse("contacts:restore", args=[ana.uid]))
    assert found(desk, "otani") == ["conversation"]
    delete_for_good([ana.pk])
    assert (found(desk, "otani"), found(desk, "okafor")) == ([], ["conversation"])


def test_another_circle_writes_no_conversation_anew(alice: User, ana: Contact) -> None:
    announce(alice, [ana])
    record(alice, [ana], alice.today())
    entries = SearchEntry.objects.filter(kind="conversation")
    entries.update(text=Concat("text", Value("\nas it was")))
    announce(alice, [ana])
    assert entries.get().text.endswith("as it was")


def test_an_aspiration_is_found_by_what_it_needs(desk: Client, alice: User, ana: Contact) -> None:
    wish = Aspiration.objects.create(owner=alice, kind="new_job", title="Lead a team")
    desk.post(reverse("goals:guide", args=[wish.uid]), {"answer_0": "Zebra keeping"})
    assert found(desk, "zebra") == ["aspiration"]
    [need] = Need.objects.all()
    desk.post(reverse("goals:delete_need", args=[need.uid]))
    assert found(desk, "zebra") == []
    Need.objects.create(
        owner=alice, aspiration=wish, sought=Sought.PERSON, person=ana, benefit="insight"
    )
    desk.post(reverse("contacts:archive", args=[ana.uid]))
    assert found(desk, "pereira") == ["aspiration"]
    delete_for_good([ana.pk])
    assert found(desk, "pereira") == []


def test_a_step_of_a_goal_is_found(desk: Client, alice: User) -> None:
    desk.post("/goals/new/", {**GOAL, "title": "Events"})
    goal = KINDS["goal"].model._default_manager.get()
    desk.post(reverse("goals:add_step", args=[goal.uid]), {"title": "Feed the zebra"})
    assert found(desk, "zebra") == ["goal"]


def test_an_introduction_goes_with_any_of_its_people(
    desk: Client, alice: User, ana: Contact, ben: Contact
) -> None:
    desk.post("/introductions/new/", {**INTRODUCTION, "first": ana.uid, "second": ben.uid,
                                      "why": "Zebras"})  # fmt: skip
    assert found(desk, "zebra") == ["introduction"]
    delete_for_good([ben.pk])
    assert not Introduction.objects.exists()
    assert not SearchEntry.objects.filter(kind="introduction").exists()


def test_an_outcome_is_not_found_again_as_the_help_that_it_was(desk: Client, ana: Contact) -> None:
    for size in ("large", "small"):
        desk.post("/outcomes/new/", {**OUTCOME, "people": ana.uid, "what": "Zebra", "size": size})
    assert found(desk, "zebra") == ["outcome"]
    assert desk.get("/search/?q=zebra").context["groups"][0]["count"] == "2"


def test_each_kind_begins_with_other_letters() -> None:
    """The index tells them apart by those."""
    assert len({name[:SCOPE] for name in KINDS}) == len(KINDS)
    assert all(len(name) >= SCOPE for name in KINDS)
