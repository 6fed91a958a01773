"""Many people at once, for imports, the demo network and the form of one new person alike."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.db import connection, models
from django.utils import timezone

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
from netcrm.lib.id_lists import among_uids

FIELDS = [field for field in Contact._meta.concrete_fields if not field.primary_key]
COLUMNS = [field.attname for field in FIELDS]
# The types that SQLite keeps as text; all others go in as they are.
PREPARED = [field for field in FIELDS if isinstance(field, models.DateField | models.UUIDField)]

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
    user: User,
    drafts: Sequence[PersonDraft],
    made: Made | None = None,
    *,
    are_fitted: bool = False,
) -> list[Contact]:
    """Store everything in `drafts`, in their order, inside the transaction of the caller.

    Overlong texts are cut and impossible days dropped: whoever is to tell which has fitted them
    with `contacts.fitting.fit` beforehand. `made` collects the organisations and tags that did not
    exist yet.
    """
    for draft in () if are_fitted else drafts:
        fit(draft)
    people = [_contact(user, draft) for draft in drafts]
    insert_people(people)
    attach(user, list(zip(people, drafts, strict=True)), made)
    announce(user, people)
    return people


def insert_people(people: Sequence[Contact]) -> None:
    """As `bulk_create`, in a quarter of its time: one prepared statement, ids read back by uid."""
    now = timezone.now()
    for person in people:
        person.created_at = person.updated_at = now
    insert((Contact, _columns(person)) for person in people)
    stored = Contact.objects.filter(uid__in=among_uids(person.uid for person in people))
    ids = dict(stored.values_list("uid", "pk"))
    for person in people:
        person.pk, person._state.adding = ids[person.uid], False


def _columns(person: Contact) -> dict[str, Any]:
    known = vars(person)
    columns = {name: known[name] for name in COLUMNS}
    for field in PREPARED:
        if (value := columns[field.attname]) is not None:
            columns[field.attname] = field.get_db_prep_save(value, connection)
    return columns


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
