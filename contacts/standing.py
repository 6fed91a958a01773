"""Where people stand, as conditions: their industry and place, or those of where they work."""

from collections.abc import Iterable, Iterator

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from contacts.conditions import Condition
from contacts.models import Contact, Job, Organisation
from contacts.queries import Query
from netcrm.lib.folding import fold


def standing_conditions(user: User, query: Query) -> Iterator[Condition]:
    for value in query.industries:
        yield standing(user, "industry", value)
    for value in query.places:
        yield standing(user, "place", value)
    for value in query.seniorities:
        people = Contact.objects.of(user).listed().filter(seniority=value)
        yield Condition(Q(seniority=value), people.values_list("pk", flat=True))
    for value in query.organisations:
        yield working(Organisation.objects.of(user).named(value).values_list("pk", flat=True))


def standing(user: User, column: str, value: str) -> Condition:
    """In this industry or at this place, however people spell it; one's own says it better."""
    own = {f"{column}__in": _spellings(Contact.objects.of(user).listed(), column, value)}
    organisations = Organisation.objects.of(user)
    there = organisations.filter(**{f"{column}__in": _spellings(organisations, column, value)})
    jobs = _jobs(there.values_list("pk", flat=True)).filter(**{f"contact__{column}": ""})
    people = Contact.objects.of(user).listed().filter(**own).order_by()
    return Condition(
        where=Q(**own) | Q(Exists(jobs.filter(contact=OuterRef("pk"))), **{column: ""}),
        ids=people.values_list("pk", flat=True).union(
            jobs.order_by().values_list("contact_id", flat=True), all=True
        ),
    )


def working(organisation_ids: Iterable[int]) -> Condition:
    """At one of these now."""
    jobs = _jobs(organisation_ids)
    return Condition(
        where=Q(Exists(jobs.filter(contact=OuterRef("pk")))),
        ids=jobs.values_list("contact_id", flat=True),
    )


def known_values(user: User, column: str, typed: str) -> list[str]:
    """Industries or places that hold the words, of people and of organisations, each once; those
    that begin so come first.
    """
    wanted = fold(typed)
    if not wanted:
        return []
    people, organisations = Contact.objects.of(user).listed(), Organisation.objects.of(user)
    known = {
        fold(text): text.strip()
        for rows in (people, organisations)
        for text in rows.order_by().values_list(column, flat=True).distinct()
        if wanted in fold(text)
    }
    return [known[key] for key in sorted(known, key=lambda key: (not key.startswith(wanted), key))]


def _jobs(organisation_ids: Iterable[int]) -> QuerySet[Job]:
    return Job.objects.filter(is_current=True, organisation__in=list(organisation_ids))


def _spellings(
    rows: "QuerySet[Contact] | QuerySet[Organisation]", column: str, value: str
) -> list[str]:
    """All ways in which it is written: there are few industries, whatever the number of people."""
    written = rows.order_by().values_list(column, flat=True).distinct()
    wanted = fold(value)
    return [text for text in written if text and fold(text) == wanted]
