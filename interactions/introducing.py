"""Introductions asked for, agreed to, made and followed: the only writer of them.

The help that an introduction is follows it: made by oneself it is help given to the first of the
two, for whom it is made (the second does a favour rather than receives one); where oneself is one
of the two, it is help received from whoever introduced. Both are medium, on the day it was made.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from contacts.adding import JobDraft, PersonDraft, add_people, add_person
from contacts.kinds import Kind
from contacts.models import Contact, Organisation
from contacts.selves import self_of
from interactions.helping import note_help, restore_help, revise_help, trash_help
from interactions.indexing import INTRODUCTIONS
from interactions.kinds import HelpDirection
from interactions.models import Help, Introduction
from interactions.signals import introduction_changed

# What can be said of an introduction in one tap, and the day that keeps it.
STEPS = {
    "first": "first_agreed_on",
    "second": "second_agreed_on",
    "declined": "declined_on",
    "made": "made_on",
    "met": "met_on",
}
Somebody = Contact | str | None  # somebody known, the name of somebody new, or oneself


@transaction.atomic
def introduce(
    user: User, people: Sequence[Somebody], asked_on: dt.date, why: str = "", **facts: Any
) -> Introduction:
    """Of `people`, the first introduces the second to the third; `facts` are other columns."""
    introducer, first, second = (_known(user, each) for each in people)
    three = {"introducer": introducer, "first": first, "second": second}
    introduction = Introduction(owner=user, asked_on=asked_on, why=why, **three, **facts)
    return save_introduction(introduction)


@transaction.atomic
def save_introduction(introduction: Introduction) -> Introduction:
    introduction.settle()
    introduction.save()
    _let_help_follow(introduction)
    INTRODUCTIONS.index([introduction])
    introduction_changed.send(sender=Introduction, owner=introduction.owner)
    return introduction


@transaction.atomic
def revise_introduction(introduction: Introduction, **facts: Any) -> Introduction:
    """Change what `facts` name and nothing else."""
    introduction.lock()
    for name, value in facts.items():
        setattr(introduction, name, value)
    return save_introduction(introduction)


@transaction.atomic
def take(introduction: Introduction, step: str, on: dt.date) -> list[str]:
    """Say that it went so far; the day it has already stays. The answer are the steps that this
    took, since who met has been introduced: an undo takes them all back.
    """
    introduction.lock()
    open_steps = [name for name, day in STEPS.items() if getattr(introduction, day) is None]
    if step in open_steps:
        setattr(introduction, STEPS[step], on)
        save_introduction(introduction)
    return [name for name in open_steps if getattr(introduction, STEPS[name])]


def take_back(introduction: Introduction, *steps: str) -> Introduction:
    days = {STEPS[step] for step in steps} | ({"met_on"} if "made" in steps else set())
    return revise_introduction(introduction, **dict.fromkeys(days))


def trash_introduction(introduction: Introduction) -> Introduction:
    return revise_introduction(introduction, deleted_at=timezone.now())


def restore_introduction(introduction: Introduction) -> Introduction:
    return revise_introduction(introduction, deleted_at=None)


def asked_already(user: User, people: Sequence[Somebody]) -> Introduction | None:
    """The one under way among these three, whichever of the two gains by it; None among others."""
    if any(isinstance(each, str) for each in people):
        return None
    introducer, one, other = people
    either = (_is("first", one) & _is("second", other)) | (_is("first", other) & _is("second", one))
    pending = Introduction.objects.of(user).pending().with_people()
    return pending.filter(_is("introducer", introducer) & either).order_by("-asked_on").first()


def _is(part: str, somebody: Somebody) -> Q:
    return Q(**({part: somebody} if somebody else {f"{part}__is_self": True}))


def known_office(organisation: Organisation) -> Contact | None:
    """The card of an organisation itself, for whoever is to be found there."""
    offices = Contact.objects.of(organisation.owner).living().filter(kind=Kind.OFFICE)
    return offices.filter(jobs__organisation=organisation).order_by("id").first()


def office_of(organisation: Organisation) -> Contact:
    """Its card, made when needed."""
    if known := known_office(organisation):
        return known
    job = JobDraft(organisation=organisation.name)
    draft = PersonDraft(kind=Kind.OFFICE, display_override=organisation.name, jobs=[job])
    return add_people(organisation.owner, [draft])[0]


def _known(user: User, somebody: Somebody) -> Contact:
    if isinstance(somebody, str):
        return add_person(user, somebody)
    return somebody or self_of(user)


def _let_help_follow(introduction: Introduction) -> None:
    wanted = _help_in(introduction)
    favour = Help.objects.of(introduction.owner).filter(introduction=introduction).first()
    if wanted is None or introduction.made_on is None or introduction.deleted_at:
        if favour and favour.deleted_at is None:
            trash_help(favour)
        return
    contact, direction = wanted
    if favour is None:
        note_help(contact, direction, introduction.made_on, introduction=introduction)
        return
    if favour.deleted_at:
        restore_help(favour)
    revise_help(favour, contact=contact, direction=direction, on=introduction.made_on)


def _help_in(introduction: Introduction) -> tuple[Contact, str] | None:
    """Whom oneself helped or was helped by; None among others."""
    if introduction.introducer.is_self:
        return introduction.first, HelpDirection.GIVEN
    if introduction.first.is_self or introduction.second.is_self:
        return introduction.introducer, HelpDirection.RECEIVED
    return None
