"""What a second card about a known person adds: empty facts filled, new values put beside old."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Any

from django.db import connection, models
from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from accounts.models import User
from contacts import naming
from contacts.adding import announce
from contacts.attaching import POINTS, Row, once, rows_of
from contacts.drafts import LISTS, JobDraft, PersonDraft, PointDraft
from contacts.fitting import fit
from contacts.models import Contact, ImportantDate, Job, PostalAddress, Tagging
from contacts.phones import dialled
from contacts.registering import Made, register_organisations, register_tags
from netcrm.lib.folding import fold

NAME = ("prefix", "given", "additional", "family", "suffix", "nickname")
FILLABLE = (
    *NAME,
    *("phonetic_given", "phonetic_family", "pronouns", "photo", "industry", "seniority", "place"),
    *("how_met", "met_at", "met_on", "introduced_by_id", "known_since", "notes"),
    *("is_deceased", "deceased_on"),
)
# Where a person has the rows that stand in an order of their own.
PLACED: dict[type[models.Model], str] = {
    **{model: name for name, model, _ in POINTS},
    PostalAddress: "addresses",
}
PREFETCHED = {
    "tags": Prefetch("taggings", Tagging.objects.select_related("tag")),
    "jobs": Prefetch("jobs", Job.objects.select_related("organisation")),
}


@dataclass(slots=True)
class Completion:
    """What one person had before and has now; plain values, so that an import can keep it."""

    contact_id: int
    before: dict[str, Any] = field(default_factory=dict)  # column → value, of those filled
    after: dict[str, Any] = field(default_factory=dict)
    added: dict[str, list[int]] = field(default_factory=dict)  # table's name in lower case → ids

    def __bool__(self) -> bool:
        return bool(self.before or self.added)


def complete_people(
    user: User, pairs: Sequence[tuple[Contact, PersonDraft]], made: Made | None = None
) -> list[Completion]:
    """Fill what is empty and add what is new, inside the transaction of the caller.

    A name, note or any other fact that stands is never replaced. The answer is in the order of
    `pairs`; one is false where the draft brought nothing new.
    """
    people = [person for person, _ in pairs]
    prefetch_related_objects(people, *_needed(pairs))
    for _, draft in pairs:
        fit(draft)
    completions = [_fill(person, draft) for person, draft in pairs]
    _save_filled(people, completions)
    _add(
        user, [(person, missing(user, person, draft)) for person, draft in pairs], completions, made
    )
    for person in people:
        getattr(person, "_prefetched_objects_cache", {}).clear()  # it does not know the new rows
    announce(user, [who for who, done in zip(people, completions, strict=True) if done])
    return completions


def _needed(pairs: Sequence[tuple[Contact, PersonDraft]]) -> Iterator[Prefetch[Any] | str]:
    """What to compare with: only the lists that some draft brings."""
    for name in LISTS:
        if any(getattr(draft, name) for _, draft in pairs):
            yield PREFETCHED.get(name, name)


def complete(user: User, person: Contact, draft: PersonDraft) -> Completion:
    return complete_people(user, [(person, draft)])[0]


def missing(user: User, person: Contact, draft: PersonDraft) -> PersonDraft:
    """A draft that holds only the list values of `draft` that `person` lacks."""
    lacking = PersonDraft()
    if draft.roles:
        lacking.roles = _new(draft.roles, str, {row.role for row in person.roles.all()})
    if draft.tags:
        lacking.tags = _new(draft.tags, fold, {row.tag.slug for row in person.taggings.all()})
    if draft.interests:
        had = {fold(row.name) for row in person.interests.all()}
        lacking.interests = _new(draft.interests, fold, had)
    if draft.addresses:
        had = set(map(_address_key, person.addresses.all()))
        lacking.addresses = _new(draft.addresses, _address_key, had)
    if draft.benefits:
        had = {row.kind for row in person.benefits.all()}
        lacking.benefits = {k: note for k, note in draft.benefits.items() if k not in had}
    lacking.jobs = [job for job in draft.jobs if not _has_job(person, job)]
    lacking.dates = list(_new_dates(person, draft)) if draft.dates else []
    _add_missing_points(user, person, draft, lacking)
    return lacking


def _add_missing_points(
    user: User, person: Contact, draft: PersonDraft, lacking: PersonDraft
) -> None:
    for name, _, column in POINTS:
        if points := getattr(draft, name):
            key = _point_key(name, user.phone_country)
            had = {key(getattr(row, column)) for row in getattr(person, name).all()}
            setattr(lacking, name, _new(points, partial(_key_of_point, key), had))


def _fill(person: Contact, draft: PersonDraft) -> Completion:
    completion = Completion(person.pk)
    for name in FILLABLE:
        value = getattr(draft, name)
        if value and not getattr(person, name):
            completion.before[name] = getattr(person, name)
            completion.after[name] = value
            setattr(person, name, value)
    if completion.after.keys() & {"given", "family"} and naming.is_address(person.display_override):
        completion.before["display_override"] = person.display_override
        completion.after["display_override"] = person.display_override = ""
    return completion


def _save_filled(people: Sequence[Contact], completions: Sequence[Completion]) -> None:
    """One prepared statement for each set of columns: `bulk_update` takes ten times as long."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    rows: defaultdict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for person, done in zip(people, completions, strict=True):
        if done.before:
            person.settle()
            values = (*done.after.values(), person.name, person.sort_name, now, person.pk)
            rows[tuple(done.after)].append(values)
    with connection.cursor() as cursor:
        for filled, of_columns in rows.items():
            columns = (*filled, "name", "sort_name", "updated_at")
            changes = ", ".join(f"{connection.ops.quote_name(name)} = %s" for name in columns)
            cursor.executemany(
                f"UPDATE {Contact._meta.db_table} SET {changes} WHERE id = %s",  # noqa: S608 - our own names only
                of_columns,
            )


def _add(
    user: User,
    pairs: Sequence[tuple[Contact, PersonDraft]],
    completions: Sequence[Completion],
    made: Made | None,
) -> None:
    jobs = chain.from_iterable(draft.jobs for _, draft in pairs)
    organisations = register_organisations(user, (job.organisation for job in jobs), made)
    tags = register_tags(user, chain.from_iterable(draft.tags for _, draft in pairs), made)
    by_table: dict[type[models.Model], list[tuple[Completion, models.Model]]] = {}
    for (person, draft), completion in zip(pairs, completions, strict=True):
        rows: Iterator[Row] = rows_of(person.pk, draft, organisations, tags)
        for model, columns in rows:
            _place_behind(person, model, columns)
            by_table.setdefault(model, []).append((completion, model(**columns)))
    for model, of_table in by_table.items():
        model._base_manager.bulk_create([row for _, row in of_table])
        for completion, row in of_table:
            completion.added.setdefault(model._meta.model_name or "", []).append(row.pk)


def _place_behind(person: Contact, model: type[models.Model], columns: dict[str, Any]) -> None:
    """What was there first stays first: a new phone comes after the others and is not preferred."""
    if relation := PLACED.get(model):
        had = list(getattr(person, relation).all())
        columns["position"] += 1 + max((row.position for row in had), default=-1)
        columns["is_preferred"] &= not had


def _new(values: Any, key_of: Callable[[Any], Hashable], had: Any) -> list[Any]:
    known = set(had)
    return [value for value in once(values, key_of) if key_of(value) not in known]


def _point_key(name: str, country: str) -> Callable[[str], str]:
    """What makes two emails, phones, links or messengers the same one."""
    if name == "phones":
        return lambda value: dialled(value.strip(), country) or value
    if name == "links":
        return lambda value: (
            value.strip().lower().rpartition("://")[2].removeprefix("www.").rstrip("/")
        )
    return lambda value: value.strip().lower()


def _key_of_point(key: Callable[[str], str], point: PointDraft) -> str:
    return key(point.value)


def _address_key(address: Any) -> str:
    parts = (address.street, address.postal_code, address.city, address.po_box, address.country)
    return fold(" ".join(parts))


def _has_job(person: Contact, draft: JobDraft) -> bool:
    """A job there is known by its title, or by nothing more than its organisation."""
    return any(
        fold(job.organisation.name if job.organisation else "") == fold(draft.organisation)
        and fold(draft.title) in ("", fold(job.title))
        for job in person.jobs.all()
    )


def _new_dates(person: Contact, draft: PersonDraft) -> Iterator[Any]:
    """One birthday a person; other days may share a name."""
    had = {(fold(row.label), row.day) for row in person.dates.all()}
    has_birthday = any(row.label == ImportantDate.BIRTHDAY for row in person.dates.all())
    for date in draft.dates:
        is_birthday = date.label == ImportantDate.BIRTHDAY
        if not (is_birthday and has_birthday) and (fold(date.label), date.day) not in had:
            yield date
