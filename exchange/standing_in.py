"""Whom a card of the file will make, as if they were there already; nothing is written."""

from typing import Final

from django.db import models

from accounts.models import User
from contacts.attaching import POINTS, rows_of
from contacts.drafts import FACTS, LISTS, PersonDraft
from contacts.fitting import fit
from contacts.models import (
    Contact,
    ImportantDate,
    Job,
    Organisation,
    PostalAddress,
    Tag,
    Tagging,
)
from contacts.registering import organisation_key, tag_key

NOBODY = 0  # the number of no row
# Where a person has the rows of a table; of those that cards bring.
RELATIONS: Final[dict[type[models.Model], str]] = {
    **{model: name for name, model, _ in POINTS},
    PostalAddress: "addresses",
    Job: "jobs",
    ImportantDate: "dates",
    Tagging: "taggings",
}


def stand_in(user: User, draft: PersonDraft) -> Contact:
    """A person with all lists in memory, to be compared with and never saved."""
    fit(draft)
    person = Contact(pk=NOBODY, owner=user, **{name: getattr(draft, name) for name in FACTS})
    person.settle()
    organisations = [
        Organisation(pk=at, name=job.organisation) for at, job in enumerate(draft.jobs, start=1)
    ]
    tags = [Tag(pk=at, slug=tag_key(name)) for at, name in enumerate(draft.tags, start=1)]
    lists: dict[str, list[object]] = {"taggings": [], **{name: [] for name in LISTS}}
    rows = rows_of(
        NOBODY,
        draft,
        {organisation_key(one.name): one.pk for one in organisations if one.name.strip()},
        {tag.slug: tag.pk for tag in tags},
    )
    for model, columns in rows:
        row = model(**columns)
        if isinstance(row, Job) and row.organisation_id:
            row.organisation = organisations[row.organisation_id - 1]
        if isinstance(row, Tagging):
            row.tag = tags[row.tag_id - 1]
        lists[RELATIONS[model]].append(row)
    vars(person)["_prefetched_objects_cache"] = lists
    return person
