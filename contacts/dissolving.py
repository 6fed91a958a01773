"""Deleting an organisation: the people who work there stay, and so do their titles."""

from typing import Any

from django.db import transaction

from accounts.models import User
from contacts.models import Contact, Job, Organisation
from contacts.searching import index_people
from contacts.signals import organisation_changed

FACTS = ("name", "industry", "place", "website", "notes")
# What the undo needs, as JSON may hold it: the facts, and the jobs that were there.
Dissolved = dict[str, Any]


@transaction.atomic
def dissolve(organisation: Organisation) -> Dissolved:
    jobs = dict(organisation.jobs.values_list("pk", "contact_id"))
    kept = {
        "uid": str(organisation.uid),
        "facts": {fact: getattr(organisation, fact) for fact in FACTS},
        "jobs": list(jobs),
    }
    organisation.delete()
    index_people(sorted(set(jobs.values())))
    organisation_changed.send(sender=Organisation, owner=organisation.owner)
    return kept


@transaction.atomic
def refound(user: User, kept: Dissolved) -> Organisation:
    """As it was; jobs that were given to another organisation meanwhile stay there.

    Where one of that name was added meanwhile, the jobs join that one.
    """
    facts = kept["facts"]
    organisation = Organisation.objects.of(user).named(facts["name"]).first()
    if organisation is None:
        organisation = Organisation.objects.create(owner=user, uid=kept["uid"], **facts)
    mine = Contact.objects.of(user)
    jobs = Job.objects.filter(pk__in=kept["jobs"], contact__in=mine, organisation=None)
    contact_ids = sorted(set(jobs.values_list("contact_id", flat=True)))
    jobs.update(organisation=organisation)
    index_people(contact_ids)
    organisation_changed.send(sender=Organisation, owner=user)
    return organisation
