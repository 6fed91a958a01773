"""The rows of an import, page by page, as they are shown before they are applied."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Min
from django.utils.translation import gettext as _

from contacts.models import Contact
from exchange import wording
from exchange.models import ImportRow, ImportRun, Verdict
from exchange.opening import Opened, open_card

PAGE = 50
TO_DECIDE = "decide"


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    word: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    row: ImportRow
    target: Contact | None
    reason: str
    brings: list[str]
    place: str
    choices: list[Choice]
    opened: Opened | None


@dataclass(frozen=True, slots=True)
class Page:
    rows: list[ShownRow]
    next_after: int | None


def counts_of(run: ImportRun) -> list[tuple[str, str, int]]:
    """Filter, word and number of rows, for each verdict that occurs."""
    found = dict(run.rows.values_list("verdict").annotate(Count("pk")).order_by())
    verdicts = [(str(v.value), str(v.label), found.get(v.value, 0)) for v in Verdict]
    open_rows = (TO_DECIDE, _("Maybe known"), run.rows.to_decide().count())
    return [line for line in (*verdicts, open_rows) if line[2]]


def page_of(run: ImportRun, verdict: str, after: int, position: int = 0) -> Page:
    """`position` is that of the card that is shown in full."""
    rows = run.rows.by_position().filter(position__gt=after).defer("source", "card")
    if verdict == TO_DECIDE:
        rows = rows.to_decide()
    elif verdict in Verdict.values:
        rows = rows.filter(verdict=verdict)
    found = list(rows[: PAGE + 1])
    people, next_ones = _people(run, found), _next_ones(run, found)
    shown = [
        _shown(row, people, next_ones, open_card(run, position))
        if row.position == position
        else _shown(row, people, next_ones)
        for row in found[:PAGE]
    ]
    return Page(shown, found[PAGE - 1].position if len(found) > PAGE else None)


def _people(run: ImportRun, rows: Sequence[ImportRow]) -> dict[int, Contact]:
    named = {row.contact_id for row in rows} | {who for row in rows for who in row.choices or ()}
    people = Contact.objects.of(run.owner).living().only("uid", "name", "photo")
    return people.in_bulk([who for who in named if who])


def _next_ones(run: ImportRun, rows: Sequence[ImportRow]) -> dict[int, int]:
    """By the position of a card left out that of the next one about the same person."""
    firsts = {row.twin for row in rows if row.twin}
    left_out = run.rows.filter(position__in=firsts, verdict=Verdict.SKIP).values("position")
    twins = run.rows.twins().filter(twin__in=left_out).values_list("twin")
    return dict(twins.annotate(Min("position")).order_by())


def _shown(
    row: ImportRow,
    people: dict[int, Contact],
    next_ones: dict[int, int],
    opened: Opened | None = None,
) -> ShownRow:
    return ShownRow(
        row=row,
        target=people.get(row.contact_id or 0),
        reason=_reason(row, next_ones),
        brings=wording.brings(row.reason) if row.verdict == Verdict.UPDATE else [],
        place=wording.place(row.file if "/" in row.file else "", 0, row.line),
        choices=list(_choices(row, people)),
        opened=opened,
    )


def _reason(row: ImportRow, next_ones: dict[int, int]) -> str:
    if row.reason.get("chosen") and row.verdict in {Verdict.ADD, Verdict.SKIP}:
        return _("as you chose")
    if row.verdict == Verdict.ADD and not row.choices:
        return ""
    if row.verdict == Verdict.ADD:
        return _("maybe known: %(why)s") % {"why": wording.shared(row.reason)}
    words = wording.sentence(row.reason)
    if row.verdict != Verdict.UPDATE or row.contact_id or row.twin not in next_ones:
        return words
    if next_ones[row.twin] == row.position:
        return _("%(why)s, which is left out: this one adds them") % {"why": words}
    return _("%(why)s, which is left out") % {"why": words}


def _choices(row: ImportRow, people: dict[int, Contact]) -> list[Choice]:
    """What the user may choose for a row; none for one that holds nobody."""
    is_group = row.reason.get("code") in {"group", "system"}
    if row.verdict == Verdict.UNREADABLE or not row.name or is_group:
        return []
    now = f"{Verdict.UPDATE}:{row.contact_id}" if row.contact_id else str(Verdict.UPDATE)
    now = now if row.verdict in {Verdict.UPDATE, Verdict.SAME} else row.verdict
    known = dict.fromkeys(who for who in (row.contact_id, *(row.choices or ())) if who in people)
    offers = [(str(Verdict.ADD), _("Add as somebody new"))]
    offers += [
        (f"update:{who}", _("Same as %(name)s") % {"name": people[who].name}) for who in known
    ]
    if row.twin:
        offers.append(("update", _("Same as card %(number)s") % {"number": row.twin}))
    offers.append((str(Verdict.SKIP), _("Leave out")))
    return [Choice(value, word, value == now) for value, word in offers]
