"""Plain functions that make rows for tests: name only the facts that the test is about."""

import datetime as dt
import itertools
from typing import Any

from accounts.models import User
from contacts.models import Contact
from interactions.models import Event, FollowUp, Help, Interaction, Introduction
from strength.models import Rating

numbers = itertools.count(1)


def make_user(email: str = "", **facts: Any) -> User:
    return User.objects.create_user(
        email or f"user{next(numbers)}@example.org", "correct horse", **facts
    )


def make_contact(owner: User, name: str = "Ana Pereira", **facts: Any) -> Contact:
    given, _, family = name.partition(" ")
    return Contact.objects.create(owner=owner, **{"given": given, "family": family, **facts})


def make_interaction(
    owner: User, *people: Contact, on: dt.date | None = None, **facts: Any
) -> Interaction:
    """A held conversation with `people`; nothing is recomputed from it."""
    interaction = Interaction.objects.create(owner=owner, on=on or owner.today(), **facts)
    interaction.people.add(*people)
    return interaction


def make_rating(contact: Contact, *steps: int | None, **facts: Any) -> Rating:
    """Trust, respect and common ground, in this order."""
    named = dict(zip(("trust", "respect", "common"), steps, strict=False))
    return Rating.objects.create(
        owner=contact.owner, contact=contact, **{"on": contact.owner.today(), **named, **facts}
    )


def make_follow_up(contact: Contact, what: str = "Send the deck", **facts: Any) -> FollowUp:
    return FollowUp.objects.create(
        owner=contact.owner,
        contact=contact,
        what=what,
        **{"due_on": contact.owner.today(), **facts},
    )


def make_help(contact: Contact, direction: str = "given", **facts: Any) -> Help:
    return Help.objects.create(
        owner=contact.owner,
        contact=contact,
        direction=direction,
        **{"on": contact.owner.today(), **facts},
    )


def make_event(owner: User, name: str = "Climate meetup", **facts: Any) -> Event:
    return Event.objects.create(owner=owner, name=name, **{"starts_on": owner.today(), **facts})


def make_introduction(
    introducer: Contact, first: Contact, second: Contact, **facts: Any
) -> Introduction:
    """No help follows from it: `save_introduction` sees to that."""
    owner = introducer.owner
    return Introduction.objects.create(
        owner=owner,
        introducer=introducer,
        first=first,
        second=second,
        **{"asked_on": owner.today(), **facts},
    )
