"""Takes an import back in one transaction; whoever was changed since is kept, or named."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from contacts.models import Contact, Organisation, Tag
from contacts.searching import index_people
from contacts.signals import people_changed
from exchange import wording
from exchange.marking import marks_of, references_of
from exchange.models import ImportRun, RunStatus, SourceCard, Trace
from exchange.pictures import drop_unneeded

CHUNK = 500
SHOWN = 500  # people to be ticked one by one; a form of more fields than 1000 is refused
STAMPS = frozenset({"name", "sort_name", "updated_at"})

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody of the import who is no longer as it left them; `since` says what hangs on them."""

    contact: Contact
    is_new: bool
    since: list[str]


def changes_of(run: ImportRun) -> tuple[list[Change], int]:
    """Who was changed since the import, by name, and how many more there are; people deleted for
    good are not among them.
    """
    is_new = {trace.contact_id: trace.is_new for trace in changed_traces(run)}
    named: list[tuple[str, int]] = []
    for chunk in _chunks(is_new):
        people = Contact.objects.of(run.owner).filter(pk__in=chunk)
        named += people.values_list("sort_name", "pk")
    shown = [pk for _, pk in sorted(named)[:SHOWN]]
    found, references = Contact.objects.in_bulk(shown), references_of(shown)
    changes = [Change(found[pk], is_new[pk], _since(references.get(pk, {}))) for pk in shown]
    return changes, len(named) - len(shown)


def changed_traces(run: ImportRun) -> Iterator[Trace]:
    traces = run.traces.order_by("pk").only("run_id", "contact_id", "is_new", "mark")
    for chunk in _chunks(traces.iterator()):
        marks = marks_of(trace.contact_id for trace in chunk)
        yield from (trace for trace in chunk if marks[trace.contact_id] != trace.mark)


def undo(run_id: int) -> None:
    """Does nothing when it was done before."""
    with transaction.atomic():
        run = ImportRun.objects.select_for_update().get(pk=run_id)
        if run.status != RunStatus.UNDOING:
            return
        undoing = Undoing(run)
        undoing.undo()
    drop_unneeded(run.owner, undoing.photos)


@dataclass(slots=True)
class Undoing:
    """Somebody new and unchanged is deleted; changed, they are kept, or go to the trash if the user
    says so. Whoever was completed gets back what stood before, and keeps what was changed since.
    """

    run: ImportRun
    photos: list[str] = field(default_factory=list)
    kept: int = 0
    removed: int = 0
    restored: int = 0

    def undo(self) -> None:
        changed = {trace.contact_id for trace in changed_traces(self.run)}
        taken = set(
            Contact.objects.of(self.run.owner)
            .filter(uid__in=self.run.taken_back)
            .values_list("pk", flat=True)
        )
        for chunk in _chunks(self.run.traces.order_by("pk").iterator()):
            self._undo_chunk(chunk, changed, taken)
        self._drop_texts()
        self._drop_made()
        self._close()

    def _undo_chunk(self, traces: Sequence[Trace], changed: set[int], taken: set[int]) -> None:
        kept = changed - taken
        self._delete([t.contact_id for t in traces if t.is_new and t.contact_id not in changed])
        self._trash([t.contact_id for t in traces if t.is_new and t.contact_id in changed & taken])
        self._restore([t for t in traces if not t.is_new and t.contact_id not in kept], changed)
        self.kept += sum(trace.contact_id in kept for trace in traces)

    def _delete(self, contact_ids: list[int]) -> None:
        people = Contact.objects.filter(pk__in=contact_ids)
        self.photos += people.exclude(photo="").values_list("photo", flat=True)
        people.delete()
        self._announce(contact_ids)
        self.removed += len(contact_ids)

    def _trash(self, contact_ids: list[int]) -> None:
        """What the user has written about them since can still be had back."""
        now = timezone.now()
        Contact.objects.filter(pk__in=contact_ids, deleted_at=None).update(
            deleted_at=now, updated_at=now
        )
        self._announce(contact_ids)
        self.removed += len(contact_ids)

    def _restore(self, traces: Sequence[Trace], changed: set[int]) -> None:
        people = Contact.objects.in_bulk([trace.contact_id for trace in traces])
        for trace in traces:
            if trace.before:
                is_changed = trace.contact_id in changed
                self._restore_columns(people[trace.contact_id], trace, is_changed)
        for table, ids in _added(traces).items():
            apps.get_model("contacts", table)._base_manager.filter(pk__in=ids).delete()
        SourceCard.objects.filter(run=self.run, contact__in=people).delete()
        self._announce(list(people))
        self.restored += len(traces)

    def _restore_columns(self, person: Contact, trace: Trace, is_changed: bool) -> None:
        """A column that somebody has written to since keeps what they wrote, and whoever got
        another name since keeps that.
        """
        untouched = {
            name: trace.before[name]
            for name, value in trace.after.items()
            if getattr(person, name) == value
        }
        if "photo" in untouched:
            self.photos.append(person.photo)
        if not is_changed:
            stamps = {name: trace.before[name] for name in STAMPS}
            stamps["updated_at"] = parse_datetime(stamps["updated_at"])
            Contact.objects.filter(pk=person.pk).update(**untouched, **stamps)
        else:
            for name, value in untouched.items():
                setattr(person, name, value)
            person.save(update_fields=[*untouched, *STAMPS])

    def _announce(self, contact_ids: list[int]) -> None:
        if contact_ids:
            index_people(contact_ids)
            people_changed.send(sender=Contact, owner=self.run.owner, contact_ids=contact_ids)

    def _drop_texts(self) -> None:
        """Of the cards that brought nothing to whom they were about."""
        touched = self.run.traces.values("contact")
        SourceCard.objects.filter(run=self.run).exclude(contact__in=touched).delete()

    def _drop_made(self) -> None:
        """Organisations and tags that the import had to make and nobody has used or changed."""
        made = self.run.made
        Tag.objects.filter(pk__in=made.get("tags", ()), taggings=None).delete()
        Organisation.objects.filter(
            pk__in=made.get("organisations", ()),
            jobs=None,
            industry="",
            place="",
            website="",
            notes="",
        ).delete()

    def _close(self) -> None:
        run = self.run
        run.traces.all().delete()
        run.outcome |= {"kept": self.kept, "removed": self.removed, "restored": self.restored}
        run.status, run.undone_at = RunStatus.UNDONE, timezone.now()
        run.save()


def _added(traces: Iterable[Trace]) -> dict[str, list[int]]:
    added: dict[str, list[int]] = {}
    for trace in traces:
        for table, ids in trace.added.items():
            added.setdefault(table, []).extend(ids)
    return added


def _since(references: dict[type[models.Model], int]) -> list[str]:
    """Words for what other rooms know of somebody."""
    return [
        wording.known_of_them(model._meta.model_name or "", number)
        for model, number in references.items()
        if model._meta.app_label != "contacts"
    ]


def _chunks(things: Iterable[T]) -> Iterator[list[T]]:
    remaining = iter(things)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk
