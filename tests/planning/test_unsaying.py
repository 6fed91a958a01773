"""Back in the triage: the person is as before, and what was said is shown again."""

import datetime as dt

from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Benefit, Contact, ContactRole
from interactions.models import Interaction
from strength.models import Rating
from strength.rating import Answers, rate
from strength.rescoring import rescore
from tests.makers import make_contact

TRIAGE = reverse("planning:triage")
SAID = {"circle": "5", "closeness": "4", "rhythm": "3", "years": "2", "roles": "mentor"}


def answer(desk: Client, person: Contact, **sent: str) -> str:
    page = desk.post(f"{TRIAGE}{person.uid}/", sent, follow=True)
    return page.content.decode()


def back_to(person: Contact) -> str:
    return reverse("planning:triage_back", args=[person.uid])


def facts(person: Contact) -> dict[str, object]:
    row = Contact.objects.values("circle", "circle_chosen_on", "known_since", "triaged_at").get(
        pk=person.pk
    )
    benefits = list(person.benefits.values_list("kind", "note"))
    return {**row, "roles": list(person.roles.values_list("role")), "benefits": benefits}


def test_what_was_said_holds_no_longer_and_is_shown_again(desk: Client, alice: User) -> None:
    chosen_on = dt.date(2026, 1, 2)
    ana = make_contact(alice, "Ana", circle="wider", circle_chosen_on=chosen_on, known_since="2001")
    make_contact(alice, "Ben")
    ContactRole.objects.create(contact=ana, role="friend")
    Benefit.objects.create(contact=ana, kind="insight", note="energy")
    rescore([ana.pk])
    before, strength = facts(ana), Contact.objects.get(pk=ana.pk).strength
    page = answer(desk, ana, **SAID)
    assert "Noted: Ana" in page
    assert facts(ana) != before
    assert page.count(f'action="{back_to(ana)}"') == 2, "in the message, and on the card"
    page = desk.post(back_to(ana), follow=True).content.decode()
    assert facts(ana) == before
    assert not Interaction.objects.of(alice).exists()
    assert not Rating.objects.of(alice).living().exists()
    assert Contact.objects.get(pk=ana.pk).strength == strength
    for name, step in list(SAID.items())[:4]:
        assert f'name="{name}" value="{step}" checked' in page
    assert 'value="mentor" checked' in page
    assert "2 people left" in page
    assert "Ben" in answer(desk, ana, **SAID)


def test_a_rating_of_the_same_day_comes_back(desk: Client, alice: User) -> None:
    ana = make_contact(alice, "Ana")
    rate(ana, Answers(2, 3, None))
    answer(desk, ana, closeness="5")
    desk.post(back_to(ana))
    rating = Rating.objects.of(alice).living().get()
    assert (rating.trust, rating.respect, rating.common) == (2, 3, None)


def test_who_was_passed_over_is_asked_about_again(desk: Client, alice: User) -> None:
    ana = make_contact(alice, "Ana", circle="close")
    make_contact(alice, "Ben")
    assert "Passed over: Ana" in answer(desk, ana, **{"pass": "1"})
    page = desk.post(back_to(ana), follow=True).content.decode()
    assert 'name="circle" value="4" checked' in page
    assert f'action="{back_to(ana)}"' not in page


def test_one_goes_back_step_by_step_and_also_after_the_last(desk: Client, alice: User) -> None:
    ana, ben = make_contact(alice, "Ana"), make_contact(alice, "Ben")
    answer(desk, ana, **SAID)
    assert back_to(ben) in answer(desk, ben, **SAID)
    assert back_to(ana) in desk.post(back_to(ben), follow=True).content.decode()
    assert "2 people left" in desk.post(back_to(ana), follow=True).content.decode()


def test_who_was_not_asked_about_stays_as_they_are(desk: Client, alice: User) -> None:
    ana = make_contact(alice, "Ana", circle="close")
    before = facts(ana)
    assert desk.post(back_to(ana)).headers["Location"] == TRIAGE
    assert facts(ana) == before
