"""What the user decides about single rows before they are applied."""

from django.db import transaction

from accounts.models import User
from contacts.models import Contact
from exchange.comparing import news_of
from exchange.models import ImportRow, ImportRun, RunStatus, Verdict


def decide(user: User, row: ImportRow, verdict: str, contact_id: int | None) -> bool:
    """False when it is too late: the import is no longer waiting for decisions."""
    row.verdict = verdict
    if contact_id is not None:
        row.contact = Contact.objects.of(user).living().filter(pk=contact_id).first()
        row.reason["brings"] = news_of(user, [row])[0]
        if row.contact is None or not row.reason["brings"]:
            row.verdict = Verdict.SAME if row.contact else Verdict.ADD
    row.reason["chosen"] = True
    with transaction.atomic():
        ready = ImportRun.objects.select_for_update().filter(pk=row.run_id, status=RunStatus.READY)
        if not ready.exists():
            return False
        row.save(update_fields=["verdict", "contact", "reason"])
    return True
