"""Fills a database with people and conversations, many thousands in seconds, always the same."""

import datetime as dt
import random
from itertools import product

from django.db import transaction
from django.db.models import Model

from accounts.models import User
from bench.conversing import converse, insert, measure_strengths
from bench.wanting import want
from contacts.kinds import BenefitKind, Circle, Role
from contacts.models import (
    Benefit,
    Contact,
    ContactRole,
    Email,
    Job,
    Organisation,
    Phone,
    SearchState,
    Tag,
    Tagging,
)
from contacts.reindexing import VERSION
from contacts.searching import index_people

BATCH = 5000
TITLES = (
    *("Head of Product", "Software Engineer", "Account Manager", "Designer", "Analyst"),
    *("Finance Director", "Consultant", "Founder", "Recruiter", "Research Scientist"),
)
TAGS = (
    *("climate", "fintech", "alumni", "conference", "board", "speaker", "hiring", "running club"),
    *("open source", "neighbour", "press", "angel"),
)
NOTES = (
    "Met at the climate summit; cares about soil and rivers.",
    "Moved from banking into energy storage, likes to be asked for advice.",
    "Plays the cello. Two children. Prefers a call to a message.",
    "",
    "",
)
STARTS = ("an", "be", "ce", "di", "el", "fa", "gi", "ha", "in", "jo", "ka", "le", "mi", "no", "os")
MIDDLES = ("ra", "li", "no", "ve", "ta", "ro", "mi", "sa", "du", "ke", "la", "pe", "zi", "mo", "be")
ENDS = ("na", "n", "r", "l", "s", "ra", "ne", "co", "lle", "ton", "berg", "sen", "ez", "ard", "ić")


def fill(user: User, people: int, today: dt.date) -> None:
    """`people` persons of `user`, each with ten conversations, a job, points, marks and a search
    entry. The strengths of some are computed; the others take theirs. Conversations have no search
    entries: a million of them would take longer to write than everything else.
    """
    chance = random.Random(people)  # noqa: S311 - a bench, not a secret
    organisations = _organisations(user, max(20, people // 12))
    tags = [Tag(owner=user, name=name) for name in TAGS]
    for tag in tags:
        tag.settle()
    Tag.objects.bulk_create(tags)
    for start in range(0, people, BATCH):
        with transaction.atomic():
            persons = [_person(user, chance, today) for _ in range(min(BATCH, people - start))]
            Contact.objects.bulk_create(persons)
            _hang_on(persons, organisations, tags, chance)
            index_people([person.pk for person in persons])
            converse(user, persons, chance)
    measure_strengths(user)
    want(user, chance, today)
    # else the worker would write all entries anew while pages are timed
    SearchState.objects.create(owner=user, version=VERSION)
    user.strength_as_of = today
    user.save()


def _words() -> tuple[list[str], list[str]]:
    given = [a + b + c for a, b, c in product(STARTS, MIDDLES, ENDS[:6])]
    family = [b + c + d for b, c, d in product(MIDDLES, STARTS, ENDS)]
    return [w.capitalize() for w in given], [w.capitalize() for w in family]


GIVEN, FAMILY = _words()


def _person(user: User, chance: random.Random, today: dt.date) -> Contact:
    person = Contact(
        owner=user,
        given=chance.choice(GIVEN),
        family=chance.choice(FAMILY),
        circle=chance.choice(("", "", *Circle.values)),
        place=chance.choice(("Lisbon", "Berlin", "Kraków", "Lyon", "Leeds", "")),
        notes=chance.choice(NOTES),
        added_on=today - dt.timedelta(days=chance.randrange(30, 2000)),
        strength=chance.betavariate(1.5, 3) * 100,
        last_contact_on=today - dt.timedelta(days=int(chance.expovariate(1 / 120))),
    )
    person.settle()
    return person


def _organisations(user: User, count: int) -> list[Organisation]:
    made = []
    for number in range(count):
        name = (
            f"{FAMILY[number * 7 % len(FAMILY)]} {('Labs', 'Partners', 'AG')[number % 3]} {number}"
        )
        made.append(Organisation(owner=user, name="Lumen" if number == 0 else name))
        made[-1].settle()
    return Organisation.objects.bulk_create(made)


def _hang_on(
    persons: list[Contact],
    organisations: list[Organisation],
    tags: list[Tag],
    chance: random.Random,
) -> None:
    kinds: tuple[type[Model], ...] = (Job, Email, Phone, Tagging, ContactRole, Benefit)
    rows: dict[type[Model], list[Model]] = {kind: [] for kind in kinds}
    for person in persons:
        where = chance.choice(organisations)
        rows[Job].append(Job(contact=person, organisation=where, title=chance.choice(TITLES)))
        address = f"{person.given}.{person.family}{person.pk}@example.org".lower()
        rows[Email].append(Email(contact=person, address=address))
        number = f"+44 20 {chance.randrange(1000, 9999)} {chance.randrange(1000, 9999)}"
        phone = Phone(contact=person, number=number)
        phone.settle()
        rows[Phone].append(phone)
        for tag in chance.sample(tags, chance.choice((0, 1, 1, 2, 3))):
            rows[Tagging].append(Tagging(contact=person, tag=tag))
        rows[ContactRole].append(ContactRole(contact=person, role=chance.choice(Role.values)))
        if chance.random() < 0.3:
            benefit = chance.choice(BenefitKind.values)
            rows[Benefit].append(Benefit(contact=person, kind=benefit))
    for kind, made in rows.items():
        fields = [field for field in kind._meta.concrete_fields if not field.primary_key]
        columns = [str(field.column) for field in fields]
        insert(kind, columns, (tuple(getattr(r, f.attname) for f in fields) for r in made))
