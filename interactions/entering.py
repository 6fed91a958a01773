"""Stores what the form of a new conversation says: once, however often it is sent."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import uuid4

from django.db import IntegrityError, transaction

from accounts.models import User
from contacts.adding import PersonDraft, add_people
from contacts.models import Contact
from interactions.forms.log import LogForm
from interactions.models import Interaction
from interactions.promising import addressee, promise
from interactions.recording import record


class Entered(NamedTuple):
    interaction: Interaction
    newcomers: list[Contact]


def enter(form: LogForm) -> Entered:
    """The conversation of a valid form, with the people it makes and the promises in it.

    A form carries the uid of what it will become, so that sending it twice stores it once.
    """
    try:
        return _known(form) or _enter(form)
    except IntegrityError:
        # PostgreSQL lets both of two equal forms begin; by now the other one is stored
        return _known(form) or _enter(form)


def add_newcomers(user: User, names: Iterable[str], **facts: Any) -> list[Contact]:
    """In the order of the names; `facts` are columns of PersonDraft that all of them share."""
    drafts = []
    for name in names:
        given, _, family = name.rpartition(" ")
        drafts.append(PersonDraft(given=given or family, family=family if given else "", **facts))
    return add_people(user, drafts)


def _known(form: LogForm) -> Entered | None:
    known = Interaction.objects.of(form.user).living().filter(uid=form.key).first()
    return Entered(known, []) if known else None


@transaction.atomic
def _enter(form: LogForm) -> Entered:
    # SQLite lets the second of two equal forms in only now
    if known := _known(form):
        return known
    is_taken = Interaction.objects.filter(uid=form.key).exists()
    newcomers = add_newcomers(form.user, form.newcomers)
    people = [*form.named, *newcomers]
    uid = uuid4() if is_taken else form.key
    interaction = record(form.user, people, uid=uid, **form.facts())
    for by, line in form.promises:
        said = line.cleaned_data
        if said["what"]:
            person = addressee(said["what"], people)
            promise(form.user, person, said["what"], said["on"], by=by, interaction=interaction)
    return Entered(interaction, newcomers)
