"""Realistic rows in any number: people with all they may carry, and what happened with them."""

import datetime as dt
from itertools import pairwise
from typing import Any
from uuid import uuid4

from accounts.models import User
from contacts.adding import AddressDraft, DateDraft, JobDraft, PersonDraft, PointDraft, add_people
from contacts.models import Contact
from exchange.models import ImportRow, ImportRun, Verdict
from exchange.models.run import RunStatus
from goals.kinds import Counted
from goals.models import Goal, LeftOut, Step
from interactions.eventing import Guest, expect
from interactions.helping import note_help
from interactions.introducing import save_introduction
from interactions.meeting import Met, go_through
from interactions.models import Event, Interaction, Participant
from strength.rescoring import rescore
from tests.makers import (
    make_event,
    make_follow_up,
    make_interaction,
    make_introduction,
    make_rating,
)


def add_crowd(owner: User, number: int, name: str = "Person") -> list[Contact]:
    """People who work at three organisations, each met, rated and promised something."""
    people = add_people(owner, [draft(owner, name, at) for at in range(number)])
    for at, person in enumerate(people):
        talk(owner, person, at, people[at - 1])
    rescore([person.pk for person in people])
    return people


def draft(owner: User, name: str, at: int) -> PersonDraft:
    return PersonDraft(
        given=name,
        family=f"Number{at:03}",
        circle="close",
        circle_chosen_on=owner.today() - dt.timedelta(days=90),
        emails=[PointDraft(f"{name}{at}@example.org", "work")],
        phones=[PointDraft(f"+351 21 000 0{at:03}")],
        addresses=[AddressDraft(city="Lisbon")],
        jobs=[JobDraft(organisation=f"Company {at % 3}", title="Engineer")],
        dates=[DateDraft("birthday", "1980-04-05")],
        tags=[f"tag{at % 4}", "everyone"],
        roles=["client"],
        benefits={"insight": "energy"},
        interests=["chess"],
    )


def talk(owner: User, person: Contact, at: int, other: Contact) -> None:
    """One talk last week to be rated, one rated, one planned whose day has passed."""
    today = owner.today()
    for days, status in ((3, "held"), (40 + at, "held"), (1, "planned")):
        meeting = Interaction.objects.create(
            owner=owner, on=today - dt.timedelta(days=days), status=status, subject="Plans"
        )
        present = {person.pk, other.pk}
        Participant.objects.bulk_create(
            Participant(interaction=meeting, contact_id=pk) for pk in present
        )
        if days > 30:
            make_rating(person, 4, 4, 5, interaction=meeting, on=meeting.on)
            make_follow_up(person, interaction=meeting)
            make_follow_up(person, by="they", due_on=today + dt.timedelta(days=at))


def add_talks(owner: User, person: Contact, others: list[Contact], number: int) -> None:
    for at in range(number):
        talk(owner, person, at, others[at % len(others)])
    rescore([person.pk])


def add_events(owner: User, people: list[Contact]) -> Event:
    """One to come and one past with each of these people, all of them at the last, half met."""
    for at in range(len(people)):
        make_event(owner, starts_on=owner.today() + dt.timedelta(days=at))
        last = make_event(owner, starts_on=owner.today() - dt.timedelta(days=at + 1))
    expect(last, [Guest(person, is_wanted=True) for person in people])
    go_through(last, [Met(person) for person in people[::2]], owner.today())
    return last


def add_introductions(people: list[Contact]) -> None:
    """The first introduces each of the others to the next: once made, once under way."""
    today = people[0].owner.today()
    for first, second in pairwise(people[1:]):
        for made_on in (None, today):
            save_introduction(make_introduction(people[0], first, second, made_on=made_on))
        note_help(people[0], "given", today)


def add_imports(owner: User, number: int) -> ImportRun:
    """So many imports, the last of them with so many rows to decide."""
    for at in range(number):
        run = ImportRun.objects.create(
            owner=owner, status=RunStatus.READY, file_name=f"people{at}.vcf"
        )
    ImportRow.objects.bulk_create(
        ImportRow(
            run=run,
            position=at,
            name=f"Person {at}",
            detail="Lumen",
            verdict=Verdict.ADD,
            card={},
            source="",
        )
        for at in range(number)
    )
    return run


def add_goals(owner: User, number: int) -> None:
    """So many of each kind: about one person each, about all of a crowd by their tag, about
    anybody; each with a step of one's own and something left out. Some things are planned.
    """
    people = list(Contact.objects.of(owner).order_by("pk")[:number])
    goals = Goal.objects.bulk_create(
        goal(owner, counts, at, people[at % len(people)])
        for at in range(number)
        for counts in Counted.values
    )
    Step.objects.bulk_create(Step(goal=each, title="Ask around") for each in goals)
    LeftOut.objects.bulk_create(LeftOut(goal=each, counted_uid=uuid4()) for each in goals)
    tomorrow = owner.today() + dt.timedelta(days=1)
    for person in people:
        make_interaction(owner, person, on=tomorrow, status="planned")
        make_event(owner, starts_on=tomorrow)


def goal(owner: User, counts: str, at: int, person: Contact) -> Goal:
    today = owner.today()
    meant: dict[str, Any] = ({"person": person}, {"people": {"tag": "everyone"}}, {})[at % 3]
    if counts == Counted.STRENGTH:
        meant = {"person": person}
    return Goal(
        owner=owner,
        title=f"More: {counts}",
        counts=counts,
        wanted=4,
        starts_on=today - dt.timedelta(days=60),
        due_on=today + dt.timedelta(days=60),
        remind_weekday=today.weekday(),
        then_what="I write",
        **meant,
    )
