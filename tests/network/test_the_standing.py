"""The Network page on likeness, reach, help and sole links: figures with their sentences."""

import datetime as dt

import pytest
from django.test import Client
from django.utils.html import escape

from accounts.models import User
from contacts.adding import JobDraft, PersonDraft, add_people
from contacts.models import Contact
from network.gathering import gather
from network.models import Snapshot
from network.snapshots import compute
from network.structure import sole_clusters
from tests.makers import make_contact, make_help, make_interaction
from tests.network.acquaintances import make_person
from tests.network.wants import make_aspiration, make_need


def page(desk: Client) -> str:
    answer = desk.get("/network/")
    assert answer.status_code == 200
    return answer.content.decode()


def know(owner: User, number: int, **facts: object) -> list[Contact]:
    return [make_contact(owner, f"Person {n} {facts}", strength=50, **facts) for n in range(number)]


def test_likeness_is_told_without_a_verdict(alice: User, desk: Client) -> None:
    """The example of the E-I index: six alike and four not give a fifth below zero."""
    desk.post("/people/me/", {"industry": "Énergie"})
    know(alice, 6, industry="energie")
    know(alice, 4, industry="Law")
    know(alice, 2)
    shown = page(desk)
    assert "\u22120.20" in shown
    assert "To be alike is normal" in shown
    assert "once you have said of yourself: Organisation, Seniority, Place." in shown
    assert shown.count('href="/people/me/"') == 1


def test_what_one_has_not_said_of_oneself_is_asked_for_once(alice: User, desk: Client) -> None:
    know(alice, 1, industry="Law")
    shown = page(desk).partition('id="likeness"')[2].partition("</section>")[0]
    assert "of yourself: Industry, Organisation, Seniority, Place." in shown
    assert shown.count('href="/people/me/"') == 1
    assert "<table" not in shown


def test_reach_names_the_levels_of_seniority(alice: User, desk: Client) -> None:
    know(alice, 1, seniority="junior", industry="Law")
    know(alice, 1, seniority="executive", industry="Law")
    make_need(make_aspiration(alice), "industry", "law")
    make_need(make_aspiration(alice, "Another"), "industry", "nothing")
    shown = page(desk)
    assert (
        "Among those who fit you reach 2 of 7 levels of seniority, "
        "from “Junior” up to “Executive”, 4 steps apart." in shown
    )
    assert "Somebody serves 0 of the 1 thing it needs." in shown


def test_help_is_told_both_ways_with_sizes_and_gentle_words(alice: User, desk: Client) -> None:
    ana = make_contact(alice, "Ana Pereira", strength=60)
    ben = make_contact(alice, "Ben Okafor", strength=60)
    make_help(ana, "received", size="large")
    make_help(ben, "given", size="small")
    make_help(ben, "given", on=alice.today() - dt.timedelta(days=400))
    shown = page(desk)
    assert "You helped 1 time: 1 small. You were helped 1 time: 1 large." in shown
    turn, _, ask = shown.partition("Who would be glad to be asked")
    assert f"/people/{ana.uid}/help/?by=given" in turn.partition("For whom you might")[2]
    assert f'action="/network/word/{ben.uid}/"' in ask
    assert f'href="/log/?with={ben.uid}"' in ask
    assert 'Ask<span class="hidden-label"> Ben Okafor' in ask
    desk.post(f"/network/word/{ben.uid}/")
    assert "promised for" in page(desk).partition("Who would be glad to be asked")[2]
    for word in ("owe", "debt", "overdue"):
        assert f" {word}" not in shown
    assert "/network/#help" in desk.get(f"/people/{ana.uid}/help/").content.decode()


def test_help_of_a_stranger_or_with_somebody_thrown_away_does_not_count(
    alice: User, mallory: User
) -> None:
    make_help(make_contact(mallory, "Eve"))
    gone = make_contact(alice, "Ben Okafor")
    make_help(gone)
    gone.trash()
    assert gather(alice).favours == ()


def test_bands_and_circles_are_told_by_head_and_by_strength(alice: User, desk: Client) -> None:
    make_contact(alice, "Ana Pereira", strength=90, circle="inner")
    for number in range(3):
        make_contact(alice, f"Person {number}", strength=20)
    shown = page(desk)
    for name in ("Inner", "core"):
        row = shown.partition(f'<th scope="row">{name}</th>')[2].partition("</tr>")[0]
        assert row.endswith('<td class="number">60 %</td>'), name
    assert "<td>25 %</td>" in shown


def test_how_many_have_gone_quiet_is_told_by_head_and_by_strength(
    alice: User, desk: Client
) -> None:
    years_ago = alice.today() - dt.timedelta(days=900)
    quiet = {
        "last_contact_on": years_ago,
        "first_contact_on": years_ago - dt.timedelta(days=900),
        "days_in_touch": 30,
    }
    assert "gone quiet" not in page(desk)
    for strength, then in ((30, 72), (30, 50), (10, 80)):
        facts = {"strength": strength, "strength_at_last_contact": then, **quiet}
        make_contact(alice, f"Person {then}", **facts)
    make_contact(alice, "Ana Pereira", strength=60)
    make_contact(alice, "Ben Okafor", strength=80)
    assert (
        "2 of those who count have gone quiet: 50 % by head, 30 % by strength. "
        "1 of these was strong when you last spoke: 25 % by head, 15 % by strength. "
        "1 more who was close has become too faint to count." in page(desk)
    )


def test_how_one_met_is_one_of_the_respects_in_which_a_network_varies(
    alice: User, desk: Client
) -> None:
    know(alice, 2, how_met="At a fair")
    know(alice, 2, how_met="Choir")
    shown = page(desk)
    varied = shown.partition('<th scope="row">Ways of meeting</th>')[2].partition("</tr>")[0]
    assert ">2</td>" in varied
    assert '<th scope="row">Choir</th>' in shown


def test_organisations_and_groups_behind_one_person_are_named(alice: User, desk: Client) -> None:
    ana, *_others = add_people(
        alice,
        [
            PersonDraft(given="Ana", jobs=[JobDraft(organisation="Lumen")]),
            PersonDraft(given="Ben"),
            PersonDraft(given="Cem"),
        ],
    )
    Contact.objects.filter(pk=ana.pk).update(strength=70)
    make_interaction(alice, *Contact.objects.of(alice))
    shown = page(desk)
    assert "Organisations that you reach through one person alone" in shown
    assert "2 people whom you hardly know" in shown
    assert "Lumen, with 100 % of those who have one and 100 % of their strength." in shown


def test_a_cluster_is_behind_one_person_when_only_that_one_counts() -> None:
    people = [make_person("a", 50), make_person("b", 5), make_person("c", 0), make_person("d", 30)]
    assert sole_clusters(people, [("a", "b", "c")]) == [("a", 2)]
    assert sole_clusters(people, [("a", "b", "d")]) == []
    assert sole_clusters(people, [("b", "c"), ("a", "b")]) == []


def test_structure_is_shown_for_an_aspiration_only_where_enough_is_on_record(
    alice: User, desk: Client
) -> None:
    people = know(alice, 5, industry="Law")
    know(alice, 40)
    make_need(make_aspiration(alice), "industry", "law")
    assert "constraint" not in page(desk)
    make_interaction(alice, *people[:2])
    shown = page(desk)
    assert "How far everything hangs together around one group" in shown
    names = [escape(person.name) for person in people[:2]]
    assert {
        f"{one}, {other} hang together without you." in shown for one, other in (names, names[::-1])
    } == {True, False}
    assert "your 5 people are worth" in shown


@pytest.mark.parametrize("missing", ["likeness", "reach", "help"])
def test_an_older_assessment_lacks_a_figure_and_is_shown_all_the_same(
    alice: User, desk: Client, missing: str
) -> None:
    make_help(make_contact(alice, "Ana Pereira", strength=60))
    compute(alice)
    snapshot = Snapshot.objects.get()
    del snapshot.findings[missing]
    snapshot.findings["sole_links"] = {
        name: snapshot.findings["sole_links"][name] for name in ("industries", "shown")
    }
    snapshot.save()
    assert "How varied" in page(desk)
