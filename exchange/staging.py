"""Reads an uploaded file into rows to look at, in short transactions; repeatable at any point."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts import photos
from contacts.naming import full_name
from exchange import wording
from exchange.batching import batches
from exchange.card_storing import storable, to_json
from exchange.cards import Card, Photo, Position
from exchange.comparing import news_of
from exchange.formats import Limits, Refusal, Skip, read
from exchange.matching import Key, Match, Register, Who, is_own
from exchange.models import ImportRow, ImportRun, RunStatus, Verdict
from exchange.system_groups import is_system_group
from exchange.translating import draft_from, unplaced

Outcome = Card | Refusal | Skip
ROWS = 300  # written in one transaction
ROOM = 4 * 1024 * 1024  # characters held before they are written


def stage(run: ImportRun) -> None:
    """Read the whole file from its beginning: what an interrupted reading left is dropped first."""
    if not run.path.exists():
        refuse(run, _("The uploaded file is gone. Please bring it again."))
        return
    ImportRow.objects.filter(run=run).delete()
    _report(run, RunStatus.READING, 0, 0)
    staging = Staging(run, Register(run.owner))
    with run.path.open("rb") as file:
        outcomes = read(file, run.file_name, Limits(file_bytes=settings.NETCRM_UPLOAD_LIMIT))
        for batch in batches(outcomes, ROWS, ROOM):
            with transaction.atomic():
                ImportRow.objects.bulk_create(staging.rows(batch))
                _report(run, RunStatus.READING, file.tell(), staging.position)
    _finish(run)


def refuse(run: ImportRun, failure: str) -> None:
    """Nothing of the file is taken; its rows stay, so that they can be had as a file."""
    ImportRun.objects.filter(pk=run.pk).update(
        status=RunStatus.FAILED, failure=failure, updated_at=timezone.now()
    )
    run.path.unlink(missing_ok=True)


def _report(run: ImportRun, status: RunStatus, bytes_read: int, rows_read: int) -> None:
    ImportRun.objects.filter(pk=run.pk).update(
        status=status, bytes_read=bytes_read, rows_read=rows_read, updated_at=timezone.now()
    )


def _finish(run: ImportRun) -> None:
    rows = ImportRow.objects.filter(run=run)
    if rows.filter(card__isnull=False).exists():
        now = timezone.now()
        ImportRun.objects.filter(pk=run.pk).update(
            status=RunStatus.READY, read_at=now, updated_at=now, bytes_read=run.bytes_total
        )
        run.path.unlink(missing_ok=True)
        return
    refused = rows.filter(verdict=Verdict.UNREADABLE).by_position().first() or rows.first()
    reason = wording.sentence(_why_nothing(refused))
    where = wording.place("", 0, refused.line) if refused else ""
    reason = f"{reason} ({where})" if where else reason
    refuse(run, " ".join((reason, _("Nothing was imported."))))


def _why_nothing(refused: ImportRow | None) -> dict[str, Any]:
    """Of a zip in which every file is of another kind, what is said is about the zip."""
    if refused is None:
        return {"code": "nobody"}
    is_foreign = refused.reason.get("code") == "not_contacts"
    return {"code": "archive_nothing"} if is_foreign else refused.reason


@dataclass(slots=True)
class Staging:
    run: ImportRun
    register: Register
    position: int = 0
    own: set[Who] = field(default_factory=set)  # cards about the user

    def rows(self, outcomes: Sequence[Outcome]) -> list[ImportRow]:
        rows = [self._row(outcome) for outcome in outcomes]
        self._settle_updates(rows)
        return rows

    def _row(self, outcome: Outcome) -> ImportRow:
        self.position += 1
        place = outcome.position or Position("", 0, 0)
        row = ImportRow(
            run=self.run,
            position=self.position,
            file=storable(place.file[-500:]),
            line=place.line,
            source=storable(outcome.source),
        )
        if isinstance(outcome, Card):
            self._judge(row, outcome)
        else:
            is_skip = isinstance(outcome, Skip)
            row.verdict = Verdict.SKIP if is_skip else Verdict.UNREADABLE
            row.reason = {"code": outcome.reason_code, "detail": outcome.detail}
        return row

    def _judge(self, row: ImportRow, card: Card) -> None:
        row.name, row.detail = storable(name_of(card)[:400]), storable(detail_of(card)[:400])
        row.card = to_json(card)
        left = unplaced(card)
        if isinstance(card.photo, Photo):
            row.card["photo"] = self._photo(card.photo)
            left += [] if row.card["photo"] else ["PHOTO"]
        row.card["unplaced"] = left
        if card.kind == "group":
            row.verdict = Verdict.SKIP
            row.reason = {"code": "group", "value": len(card.members)}
            if is_system_group(row.name):
                row.reason = {"code": "system"}
            return
        match = self.register.match(card)
        self._decide(row, match)
        if row.verdict == Verdict.SKIP:  # of a repeated card all is known
            return
        who = match.who if match.who is not None else -row.position
        self.register.learn(card, who, row.position)
        self._leave_out_oneself(row, card, who)

    def _decide(self, row: ImportRow, match: Match) -> None:
        row.reason = reason_of(match.key)
        if match.who is None:
            row.verdict = Verdict.ADD
            row.choices = match.choices or None
        elif match.who > 0:
            row.verdict, row.contact_id, row.known = Verdict.UPDATE, match.who, match.who
        elif match.key.kind == "card":
            row.verdict, row.reason = Verdict.SKIP, {"code": "repeated", "value": -match.who}
        else:
            row.verdict, row.twin = Verdict.UPDATE, -match.who
            row.reason["twin"] = row.twin

    def _leave_out_oneself(self, row: ImportRow, card: Card, who: Who) -> None:
        """Unless one stands among one's own people already."""
        if who in self.own or (who == -row.position and is_own(self.run.owner, card)):
            self.own.add(who)
            row.verdict, row.reason = Verdict.SKIP, {"code": "oneself"}

    def _settle_updates(self, rows: Sequence[ImportRow]) -> None:
        """Those that bring nothing new are already there; the very same card never does."""
        known = [row for row in rows if row.contact_id]
        updates = [row for row in known if row.reason["code"] != "card"]
        for row, brought in zip(updates, news_of(self.run.owner, updates), strict=True):
            row.reason["brings"] = brought
        for row in known:
            if not row.reason.get("brings"):
                row.verdict = Verdict.SAME

    def _photo(self, photo: Photo) -> str:
        """The name of the stored picture; "" for one that cannot be read."""
        try:
            return photos.keep(self.run.owner, photo.data)
        except ValidationError:
            return ""


def reason_of(key: Key) -> dict[str, object]:
    return {"code": key.kind, "value": "" if key.kind in {"card", "uid"} else key.value}


def name_of(card: Card) -> str:
    draft = draft_from(card)
    return draft.display_override or full_name(draft) or card.display_name


def detail_of(card: Card) -> str:
    """What tells a card from others of the same name."""
    ways = [fact.value for fact in (*card.emails[:1], *card.phones[:1])]
    return " · ".join(filter(None, (card.title, card.organisation, *ways[:1])))
