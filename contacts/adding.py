"""Many people at once, for imports, the demo network and the form of one new person alike."""

from collections.abc import Sequence
from itertools import chain

from accounts.models import User
from contacts import naming
from contacts.attaching import insert, rows_of
from contacts.drafts import (
    FACTS,
    AddressDraft,
    DateDraft,
    JobDraft,
    PersonDraft,
    PointDraft,
)
from contacts.fitting import fit
from contacts.models import Contact
from contacts.registering import Made, register_organisations, register_tags
from contacts.searching import index_people
from contacts.signals import people_changed

__all__ = [
    "AddressDraft",
    "DateDraft",
    "JobDraft",
    "Made",
    "PersonDraft",
    "PointDraft",
    "add_people",
    "add_person",
]


def add_people(
    user: User, drafts: Sequence[PersonDraft], made: Made | None = None
) -> list[Contact]:
    """Store everything in `drafts`, in their order, inside the transaction of the caller.

    Overlong texts are cut and impossible days dropped: `contacts.fitting.fit` says beforehand
    which. `made` collects the organisations and tags that did not exist yet.
    """
    for draft in drafts:
        fit(draft)
    people = [_contact(user, draft) for draft in drafts]
    Contact.objects.bulk_create(people)
    attach(user, list(zip(people, drafts, strict=True)), made)
    announce(user, people)
    return people


def add_person(user: User, name: str) -> Contact:
    """Somebody of whom only a name is known, as typed in one line."""
    given, family = naming.split(name)
    return add_people(user, [PersonDraft(given=given, family=family)])[0]


def attach(
    user: User, pairs: Sequence[tuple[Contact, PersonDraft]], made: Made | None = None
) -> None:
    """Insert what hangs on each person; nothing of it may exist yet."""
    jobs = chain.from_iterable(draft.jobs for _, draft in pairs)
    organisations = register_organisations(user, (job.organisation for job in jobs), made)
    tags = register_tags(user, chain.from_iterable(draft.tags for _, draft in pairs), made)
    insert(row for person, draft in pairs for row in rows_of(person.pk, draft, organisations, tags))


def announce(user: User, people: Sequence[Contact]) -> None:
    """Bring the search up to date and tell the rooms above, in the same transaction."""
    contact_ids = [person.pk for person in people]
    if contact_ids:
        index_people(contact_ids)
        people_changed.send(sender=Contact, owner=user, contact_ids=contact_ids)


def _contact(user: User, draft: PersonDraft) -> Contact:
    person = Contact(owner=user, **{name: getattr(draft, name) for name in FACTS})
    if person.added_on is None:
        person.added_on = user.today()
    person.settle()
    return person
