"""Stores what the form of a new conversation says: once, however often it is sent."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from accounts.models import User
from contacts import naming
from contacts.adding import PersonDraft, add_people
from contacts.models import Contact
from interactions.forms.log import LogForm
from interactions.models import Interaction
from interactions.once import once
from interactions.promising import addressee, promise
from interactions.recording import record


class Entered(NamedTuple):
    interaction: Interaction
    newcomers: list[Contact]


def enter(form: LogForm) -> Entered:
    """The conversation of a valid form, with the people it makes and the promises in it."""
    newcomers: list[Contact] = []

    def store(uid: UUID) -> Interaction:
        newcomers[:] = add_newcomers(form.user, form.newcomers)
        people = [*form.named, *newcomers]
        interaction = record(form.user, people, uid=uid, **form.facts())
        _promise(form, people, interaction)
        return interaction

    living = Interaction.objects.of(form.user).living()
    return Entered(once(living, form.key, store), newcomers)


def add_newcomers(user: User, names: Iterable[str], **facts: Any) -> list[Contact]:
    """In the order of the names; `facts` are columns of PersonDraft that all of them share."""
    drafts = []
    for name in names:
        given, family = naming.split(name)
        drafts.append(PersonDraft(given=given or name, family=family, **facts))  # "," has neither
    return add_people(user, drafts)


def _promise(form: LogForm, people: Sequence[Contact], interaction: Interaction) -> None:
    for by, line in form.promises:
        said = line.cleaned_data
        if said["what"]:
            person = addressee(said["what"], people)
            promise(form.user, person, said["what"], said["on"], by=by, interaction=interaction)
