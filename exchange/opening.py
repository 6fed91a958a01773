"""The fold of one row: its card beside whom it would complete, or the text that is no card."""

from dataclasses import dataclass

from contacts.models import Contact
from exchange.comparing import draft_of, prefetch_lists
from exchange.forms import NameForm
from exchange.models import ImportRow, ImportRun, Verdict
from exchange.showing import ShownCard, shown_card
from exchange.standing_in import NOBODY, stand_in

KNOWN = frozenset({Verdict.UPDATE, Verdict.SAME})


@dataclass(frozen=True, slots=True)
class Opened:
    """`target` is somebody known, whose page can be opened; `twin` the card of this file instead.

    `card` is None for what could not be read, which is shown as it stands.
    """

    row: ImportRow
    target: Contact | None
    twin: int | None
    card: ShownCard | None
    name_form: NameForm | None


def open_card(run: ImportRun, position: int) -> Opened | None:
    row = run.rows.filter(position=position).first()
    if row is None:
        return None
    first = _first(run, row)
    person = _completed(run, row, first)
    is_known = person is not None and person.pk != NOBODY
    return Opened(
        row=row,
        target=person if is_known else None,
        twin=first.position if first and person and not is_known else None,
        card=shown_card(run.owner, row, person) if row.card is not None else None,
        name_form=NameForm(row) if row.card is not None and row.verdict == Verdict.ADD else None,
    )


def _first(run: ImportRun, row: ImportRow) -> ImportRow | None:
    """The card of this file that adds whom the row completes: the first one about them that is
    not left out, and None where that is the row itself.
    """
    if row.verdict not in KNOWN or row.contact_id or not row.twin:
        return None
    first = run.rows.filter(position=row.twin).exclude(verdict=Verdict.SKIP).first()
    first = first or run.rows.twins().filter(twin=row.twin).by_position().first()
    return None if first == row else first


def _completed(run: ImportRun, row: ImportRow, first: ImportRow | None) -> Contact | None:
    """Whom the card would complete: somebody known, or whom an earlier card of the file adds."""
    if row.verdict not in KNOWN:
        return None
    if first:
        return _completed(run, first, None) or stand_in(run.owner, draft_of(first))
    person = Contact.objects.of(run.owner).living().filter(pk=row.contact_id or NOBODY).first()
    prefetch_lists([person] if person else [])
    return person
