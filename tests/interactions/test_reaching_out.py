"""Who wrote or called first: chosen by a chip or read from the line, seen, and changed."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.adding import PersonDraft, add_people
from contacts.models import Contact
from interactions.models import Interaction
from interactions.recording import record

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-23T12:00Z")]


@pytest.fixture
def ana(alice: User) -> Contact:
    return add_people(alice, [PersonDraft(given="Ana", family="Pereira")])[0]


def log(desk: Client, **sent: Any) -> Interaction:
    answer = desk.post(reverse("interactions:log"), sent)
    assert answer.status_code == 302, answer.content.decode()
    return Interaction.objects.latest("pk")


def text(desk: Client, url: str) -> str:
    return unescape(desk.get(url).content.decode())


def test_the_line_says_that_they_wrote(desk: Client, ana: Contact) -> None:
    mail = log(desk, line="got an email from Ana yesterday")
    assert (mail.direction, mail.channel, mail.is_answered) == ("incoming", "message", True)
    ana.refresh_from_db()
    assert ana.last_contact_on == mail.on


def test_the_line_says_that_one_wrote_and_waits(desk: Client, ana: Contact) -> None:
    mail = log(desk, line="wrote to Ana, no answer")
    assert (mail.direction, mail.is_answered) == ("outgoing", False)
    ana.refresh_from_db()
    assert ana.last_contact_on is None


@pytest.mark.parametrize("chosen", ["mutual", "outgoing", "incoming"])
def test_a_chip_says_who_called(desk: Client, ana: Contact, chosen: str) -> None:
    call = log(desk, people=ana.uid, when="today", channel="phone", direction=chosen)
    assert (call.direction, call.is_answered) == (chosen, True)


def test_the_chip_wins_over_the_line_from_which_it_was_filled(desk: Client, ana: Contact) -> None:
    facts = {"people": ana.uid, "when": "today", "channel": "message", "subject": ""}
    mail = log(desk, line="Ana wrote", understood="Ana wrote", direction="outgoing", **facts)
    assert mail.direction == "outgoing"


def test_what_they_wrote_never_waits_for_their_answer(desk: Client, ana: Contact) -> None:
    facts = {"people": ana.uid, "when": "today", "channel": "message"}
    mail = log(desk, direction="incoming", is_unanswered="on", **facts)
    assert (mail.direction, mail.is_answered) == ("incoming", True)


def test_nonsense_is_refused_beside_the_chips(desk: Client, ana: Contact) -> None:
    sent = {"people": ana.uid, "when": "today", "channel": "phone", "direction": "sideways"}
    answer = desk.post(reverse("interactions:log"), sent)
    assert answer.status_code == 422
    assert "sideways" in answer.content.decode()


@pytest.mark.parametrize(
    ("channel", "direction", "said"),
    [
        ("message", "incoming", "They wrote"),
        ("phone", "incoming", "They called"),
        ("in_person", "incoming", "They reached out"),
        ("social", "outgoing", "You wrote"),
        ("video", "outgoing", "You reached out"),
    ],
)
def test_its_page_says_who_it_was(
    desk: Client, alice: User, ana: Contact, channel: str, direction: str, said: str
) -> None:
    talk = record(alice, [ana], alice.today(), channel, direction=direction)
    assert said in text(desk, talk.get_absolute_url())
    is_theirs = direction == "incoming"
    for place in (reverse("interactions:timeline"), ana.get_absolute_url()):
        assert (f'class="tag">{said}<' in text(desk, place)) == is_theirs


def test_it_can_be_changed_later(desk: Client, alice: User, ana: Contact) -> None:
    talk = record(alice, [ana], alice.today(), "phone", direction="incoming")
    url = reverse("interactions:edit", args=[talk.uid])
    chip = re.search(r'<input[^>]*name="direction"[^>]*value="incoming"[^>]*>', text(desk, url))
    assert chip
    assert "checked" in chip[0]
    sent = {"people": ana.uid, "when": "today", "channel": "phone"}
    desk.post(url, {**sent, "direction": "outgoing"})
    talk.refresh_from_db()
    assert talk.direction == "outgoing"
