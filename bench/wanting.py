"""What the user of a bench wants and got: aspirations, goals with people filters, events, help,
introductions, outcomes. Help and introductions grow with the people; nobody has a thousand goals.
"""

import datetime as dt
import random
from collections.abc import Sequence

from accounts.models import User
from contacts.kinds import BenefitKind, Role
from contacts.models import Contact
from contacts.selves import self_of
from goals.kinds import AspirationKind, BrandKind, Counted, OutcomeSize, Sought
from goals.models import Aspiration, BrandActivity, Contribution, Goal, Need, Outcome
from interactions.kinds import Going, HelpDirection, HelpSize
from interactions.models import Event, Help, Introduction

OUTCOMES, EVENTS, PIECES = 150, 60, 80
PER_FAVOUR, PER_INTRODUCTION = 5, 50  # people for each

NEEDS = (
    (Sought.TAG, "climate", BenefitKind.INSIGHT),
    (Sought.ROLE, Role.MENTOR, BenefitKind.MENTORSHIP),
    (Sought.ORGANISATION, "Lumen", BenefitKind.REFERRAL),
    (Sought.PLACE, "Lisbon", BenefitKind.OPPORTUNITY),
    (Sought.TAG, "press", BenefitKind.VISIBILITY),
)
GOALS: tuple[tuple[str, str, int, dict[str, str]], ...] = (
    (Counted.EVENTS, "month", 1, {}),
    (Counted.NEW_CONTACTS, "week", 1, {}),
    (Counted.CONVERSATIONS, "week", 10, {}),
    (Counted.CONVERSATIONS, "month", 8, {"tag": "climate"}),
    (Counted.FIRST_MEETINGS, "quarter", 5, {"role": Role.CLIENT}),
    (Counted.HELP, "month", 3, {"tag": "alumni"}),
    (Counted.NEW_PEOPLE, "year", 50, {"circle": "active"}),
    (Counted.BRAND, "year", 12, {}),
)


def want(user: User, chance: random.Random, today: dt.date) -> None:
    people = list(Contact.objects.of(user).filter(is_self=False).order_by("pk"))
    aspirations = [_aspiration(user, number, today) for number in (1, 2)]
    for counts, rhythm, wanted, narrowed in GOALS:
        Goal.objects.create(
            owner=user,
            title=f"{wanted} {counts} a {rhythm}",
            counts=counts,
            rhythm=rhythm,
            wanted=wanted,
            people=narrowed,
            starts_on=today - dt.timedelta(days=400),
            aspiration=chance.choice(aspirations),
        )
    events = _events(user, chance, today)
    _help(user, people, chance, today)
    _introductions(user, people, chance, today)
    _outcomes(user, people, aspirations, events, chance)


def _aspiration(user: User, number: int, today: dt.date) -> Aspiration:
    made = Aspiration.objects.create(
        owner=user,
        kind=AspirationKind.NEW_JOB,
        title=f"Something worth wanting {number}",
        horizon_on=today + dt.timedelta(days=500),
    )
    for sought, value, benefit in NEEDS:
        Need.objects.create(
            owner=user, aspiration=made, sought=sought, value=value, benefit=benefit
        )
    return made


def _events(user: User, chance: random.Random, today: dt.date) -> Sequence[Event]:
    return Event.objects.bulk_create(
        Event(
            owner=user,
            name=f"Evening {number}",
            starts_on=today - dt.timedelta(days=chance.randrange(-60, 800)),
            going=Going.ATTENDED if number % 3 else Going.PLANNED,
        )
        for number in range(EVENTS)
    )


def _help(user: User, people: Sequence[Contact], chance: random.Random, today: dt.date) -> None:
    Help.objects.bulk_create(
        Help(
            owner=user,
            contact=person,
            direction=chance.choice(HelpDirection.values),
            size=chance.choice(HelpSize.values),
            what="An hour of advice",
            on=today - dt.timedelta(days=chance.randrange(700)),
        )
        for person in people[::PER_FAVOUR]
    )


def _introductions(
    user: User, people: Sequence[Contact], chance: random.Random, today: dt.date
) -> None:
    me = self_of(user)
    made = []
    for introducer in people[::PER_INTRODUCTION]:
        on = today - dt.timedelta(days=chance.randrange(700))
        other = chance.choice(people)
        if other != introducer:
            made.append(
                Introduction(
                    owner=user,
                    introducer=introducer,
                    first=me,
                    second=other,
                    asked_on=on,
                    first_agreed_on=on,
                    second_agreed_on=on,
                    made_on=on,
                )
            )
    Introduction.objects.bulk_create(made)


def _outcomes(
    user: User,
    people: Sequence[Contact],
    aspirations: Sequence[Aspiration],
    events: Sequence[Event],
    chance: random.Random,
) -> None:
    today = user.today()
    outcomes = Outcome.objects.bulk_create(
        Outcome(
            owner=user,
            what=f"A door that opened {number}",
            kind=chance.choice(BenefitKind.values),
            size=chance.choice(OutcomeSize.values),
            on=today - dt.timedelta(days=chance.randrange(700)),
            aspiration=chance.choice([*aspirations, None]),
            event=chance.choice([*events, None]),
        )
        for number in range(OUTCOMES)
    )
    Contribution.objects.bulk_create(
        Contribution(outcome=outcome, contact=person)
        for outcome in outcomes
        for person in chance.sample(people, 2)
    )
    BrandActivity.objects.bulk_create(
        BrandActivity(
            owner=user,
            kind=chance.choice(BrandKind.values),
            title=f"What I have learned {number}",
            on=today - dt.timedelta(days=chance.randrange(700)),
        )
        for number in range(PIECES)
    )
