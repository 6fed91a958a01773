"""Turns the rows of an import into people: everything in one transaction, or nothing."""

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from contacts.adding import add_people
from contacts.completing import complete_people
from contacts.drafts import PersonDraft
from contacts.fitting import fit
from contacts.models import Contact
from contacts.registering import Made
from exchange.batching import batches
from exchange.comparing import draft_for, draft_of
from exchange.grouping import tag_members
from exchange.keeping import keep_sources, keep_traces
from exchange.marking import marks_of
from exchange.matching import Who
from exchange.models import ImportRow, ImportRun, RunStatus, Trace, Verdict
from exchange.models.row import ImportRowQuerySet
from exchange.pictures import drop_unneeded, pictures_of
from exchange.shortening import Cuts, taken
from netcrm.lib.query_plans import renew_statistics

ROWS = 1000  # held at a time
ROOM = 16 * 1024 * 1024  # characters of cards held at a time


def apply(run_id: int) -> None:
    """Add and complete people as the rows say. Does nothing when it was done before."""
    with uncollected(), transaction.atomic():
        run = ImportRun.objects.select_for_update().get(pk=run_id)
        if run.status != RunStatus.APPLYING:
            return
        Applying(run, run.owner).apply()
    _forget_cards(run)
    renew_statistics()


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cyclic garbage, which so many new objects set off: a sixth faster."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _forget_cards(run: ImportRun) -> None:
    """The text of whoever was taken lies with the person now, and so does a picture."""
    pictures = pictures_of(run)
    taken = run.rows.filter(verdict__in=[Verdict.ADD, Verdict.UPDATE, Verdict.SAME])
    taken.update(source="", card=None)
    drop_unneeded(run.owner, pictures)


@dataclass(slots=True)
class Applying:
    run: ImportRun
    user: User
    made: Made = field(default_factory=Made)
    traces: dict[int, Trace] = field(default_factory=dict)  # by contact
    became: dict[Who, int] = field(default_factory=dict)  # the id of whoever stands for them now
    counts: Counter[str] = field(default_factory=Counter)
    unplaced: Counter[str] = field(default_factory=Counter)
    cuts: Cuts = field(default_factory=Cuts)

    def apply(self) -> None:
        rows = self.run.rows.by_position()
        for batch in _batches(rows.filter(verdict=Verdict.ADD)):
            self._add(batch)
        self.became |= _chosen(rows)
        for batch in _batches(rows.filter(verdict=Verdict.UPDATE)):
            self._complete(batch)
        for batch in _batches(rows.bringing_nothing()):
            self._keep_sources(batch, [row.contact_id or 0 for row in batch])
        groups = rows.filter(reason__code="group", verdict=Verdict.SKIP)
        self.counts["groups"] = tag_members(self.run, list(groups), self.made, self._trace)
        self._close()

    def _add(self, rows: Sequence[ImportRow]) -> None:
        drafts = [self._with_wishes(_with_picture(draft_of(row))) for row in rows]
        cut = [fit(draft) for draft in drafts]
        people = add_people(self.user, drafts, self.made, are_fitted=True)
        for row, person, names in zip(rows, people, cut, strict=True):
            self.cuts.note(row, person.pk, names)
            self.became[-row.position] = person.pk
            self.traces[person.pk] = Trace(run=self.run, contact=person, is_new=True)
        self._keep_sources(rows, [person.pk for person in people])
        self.counts["added"] += len(rows)

    def _with_wishes(self, draft: PersonDraft) -> PersonDraft:
        """What the user chose for everybody."""
        draft.imported_on = self.user.today()
        if self.run.tag:
            draft.tags.append(self.run.tag)
        if self.run.circle:
            draft.circle, draft.circle_chosen_on = self.run.circle, self.user.today()
        return draft

    def _complete(self, rows: Sequence[ImportRow]) -> None:
        """One card a person at a time: the second of two sees what the first has filled in."""
        waiting = list(rows)
        while waiting:
            pairs, waiting = self._one_each(waiting)
            self._complete_each(pairs)

    def _one_each(
        self, rows: Sequence[ImportRow]
    ) -> tuple[list[tuple[Contact, ImportRow]], list[ImportRow]]:
        """Who is deleted by now, or whose first card was left out, is added by the next one and
        has become somebody new to all that follow.
        """
        first: dict[Who, ImportRow] = {}
        later = [row for row in rows if first.setdefault(self._who(row), row) is not row]
        people = Contact.objects.of(self.user).living().in_bulk(list(first))
        strangers = {who: row for who, row in first.items() if who not in people}
        if strangers:
            self._add(list(strangers.values()))
        self.became |= {who: self.became[-row.position] for who, row in strangers.items()}
        return [(people[who], row) for who, row in first.items() if who in people], later

    def _who(self, row: ImportRow) -> Who:
        who = row.contact_id or row.known or -(row.twin or row.position)
        while who in self.became:
            who = self.became[who]
        return who

    def _complete_each(self, pairs: Sequence[tuple[Contact, ImportRow]]) -> None:
        stamps = {person.pk: self._stamp(person) for person, _ in pairs}
        drafts = [(person, _with_picture(draft_for(person, row))) for person, row in pairs]
        cut = [fit(draft) for _, draft in drafts]
        done_to = complete_people(self.user, drafts, self.made)
        for (person, row), names, done in zip(pairs, cut, done_to, strict=True):
            self.cuts.note(row, person.pk, taken(names, done))
            trace = self._trace(done.contact_id)
            if trace.is_new:
                continue
            if done.before:
                trace.before = stamps[done.contact_id] | done.before | trace.before
                trace.after |= done.after
            for table, ids in done.added.items():
                trace.added.setdefault(table, []).extend(ids)
        people = [person.pk for person, _ in pairs]
        # as another card of the file
        self.counts["joined"] += sum(self.traces[who].is_new for who in people)
        self._keep_sources([row for _, row in pairs], people)

    def _stamp(self, person: Contact) -> dict[str, str]:
        """What saving changes beside the facts."""
        return {
            "name": person.name,
            "sort_name": person.sort_name,
            "updated_at": person.updated_at.isoformat(),
        }

    def _trace(self, contact_id: int) -> Trace:
        if contact_id not in self.traces:
            self.traces[contact_id] = Trace(run=self.run, contact_id=contact_id, is_new=False)
        return self.traces[contact_id]

    def _keep_sources(self, rows: Sequence[ImportRow], people: Sequence[int]) -> None:
        for row in rows:
            self.unplaced.update((row.card or {}).get("unplaced", ()))
        keep_sources(zip(rows, people, strict=True))

    def _close(self) -> None:
        marks = marks_of(self.traces)
        for contact_id, trace in self.traces.items():
            trace.mark = marks[contact_id]
        keep_traces(self.traces.values())
        completed = (trace for trace in self.traces.values() if trace.before or trace.added)
        self.counts["completed"] = sum(not trace.is_new for trace in completed)
        now = timezone.now()
        run = self.run
        run.outcome = {**self.counts, "unplaced": dict(self.unplaced.most_common())}
        run.outcome["cut"] = self.cuts.outcome()
        run.made = {"organisations": self.made.organisations, "tags": self.made.tags}
        run.status, run.applied_at, run.failure = RunStatus.APPLIED, now, ""
        run.save()


def _with_picture(draft: PersonDraft) -> PersonDraft:
    """Only one that still exists: whoever had the same may have been deleted since."""
    if draft.photo and not default_storage.exists(draft.photo):
        draft.photo = ""
    return draft


def _chosen(rows: ImportRowQuerySet) -> dict[Who, int]:
    """The first cards of people that the user has said to be about somebody known."""
    known = rows.filter(verdict__in=[Verdict.UPDATE, Verdict.SAME])
    firsts = known.filter(position__in=rows.twins().values("twin"))
    chosen = firsts.values_list("position", "contact", "known")
    return {-at: who for at, contact, known in chosen if (who := contact or known)}


def _batches(rows: QuerySet[ImportRow]) -> Iterator[list[ImportRow]]:
    return batches(rows.iterator(chunk_size=100), ROWS, ROOM)
