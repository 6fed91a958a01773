"""What the user decides about single rows before they are applied."""

from django.db import transaction

from accounts.models import User
from contacts.models import Contact
from contacts.naming import sort_key
from exchange.card_storing import from_json
from exchange.comparing import card_of, draft_of, news_of
from exchange.models import ImportRow, ImportRun, RunStatus, Verdict
from exchange.staging import name_of
from netcrm.lib.folding import fold

OFFERED = 5  # people of one name


def decide(user: User, row: ImportRow, verdict: str, contact_id: int | None) -> bool:
    """False when it is too late: the import is no longer waiting for decisions."""
    row.verdict = verdict
    if verdict == Verdict.UPDATE and contact_id is None:  # as another card of the file
        row.contact = row.known = None
        row.reason.pop("brings", None)
    if contact_id is not None:
        row.contact = Contact.objects.of(user).living().filter(pk=contact_id).first()
        row.known = contact_id
        row.reason["brings"] = news_of(user, [row])[0]
        if row.contact is None or not row.reason["brings"]:
            row.verdict = Verdict.SAME if row.contact else Verdict.ADD
    row.reason["chosen"] = True
    return _saved(row, "verdict", "contact", "known", "reason")


def rename(user: User, row: ImportRow, given: str, family: str) -> bool:
    """Correct the name of whom a card will add; the text of the card stays. False as above.

    People already known by the new name are offered as whom it may be about. Other cards of the
    file were compared with the name they came with, and are not compared again.
    """
    card = row.card or {}
    card.pop("named", None)
    said = from_json(card)
    if (given, family) != (said.given, said.family):
        card["named"] = {"given": given, "family": family}
    row.card, row.name = card, name_of(card_of(row))[:400]
    matched = row.reason.setdefault("matched", row.choices or [])  # as the card came
    row.choices = list(dict.fromkeys([*matched, *_namesakes(user, row)])) or None
    if row.choices and not row.reason.get("code"):
        row.reason["code"] = "name"
    return _saved(row, "card", "name", "choices", "reason")


def _namesakes(user: User, row: ImportRow) -> list[int]:
    name = fold(sort_key(draft_of(row)))
    people = Contact.objects.of(user).living().filter(sort_name=name).order_by("pk")
    return list(people.values_list("pk", flat=True)[:OFFERED]) if name else []


def _saved(row: ImportRow, *fields: str) -> bool:
    with transaction.atomic():
        ready = ImportRun.objects.select_for_update().filter(pk=row.run_id, status=RunStatus.READY)
        if not ready.exists():
            return False
        row.save(update_fields=fields)
    return True
