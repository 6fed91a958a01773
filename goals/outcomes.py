"""Outcomes recorded, changed, thrown away and brought back: the only writer of them.

Every act is one transaction. It keeps, for each contribution, the help received that it is: its
size the outcome's, its share the contributor's part; and everyone whose help changed is announced.
It brings the search up to date.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from contacts.trash import delete_expired
from goals.indexing import OUTCOMES
from goals.models import Contribution, Outcome, OutcomeQuerySet
from interactions.helping import note_help, revise_help, trash_help
from interactions.kinds import HelpDirection
from interactions.models import Help


@transaction.atomic
def record_outcome(owner: User, people: Iterable[Contact], **facts: Any) -> Outcome:
    """With contributors who had equal parts; `facts` are the columns of Outcome."""
    outcome = Outcome.objects.create(owner=owner, **facts)
    _name(outcome, people)
    _settle(outcome)
    return outcome


@transaction.atomic
def revise_outcome(outcome: Outcome, people: Iterable[Contact], **facts: Any) -> Outcome:
    """Those who stay keep their share; who joins gets as much as the others have on average."""
    for name, value in facts.items():
        setattr(outcome, name, value)
    outcome.save()
    _name(outcome, people)
    _settle(outcome)
    return outcome


@transaction.atomic
def share_out(outcome: Outcome, shares: Mapping[int, float]) -> None:
    """Give contributors their parts, by the id of the person; they need not sum to anything."""
    for each in outcome.contributions.filter(contact__in=shares):
        each.share = shares[each.contact_id]
        each.save(update_fields=["share"])
    keep_favours(outcome)


@transaction.atomic
def trash_outcome(outcome: Outcome) -> None:
    outcome.deleted_at = timezone.now()
    outcome.save(update_fields=["deleted_at", "updated_at"])
    _settle(outcome)


@transaction.atomic
def restore_outcome(outcome: Outcome) -> None:
    outcome.deleted_at = None
    outcome.save(update_fields=["deleted_at", "updated_at"])
    _settle(outcome)


def purge(now: dt.datetime) -> int:
    """Delete for good, with the help they own, what was in the trash for thirty days; how many."""
    return delete_expired(Outcome.objects.all(), now, delete_outcomes)


@transaction.atomic
def delete_outcomes(outcomes: OutcomeQuerySet) -> None:
    """For good, with the help they own."""
    Help.objects.filter(contribution__outcome__in=outcomes).delete()
    outcomes.delete()


def parts(shares: Mapping[int, float]) -> dict[int, float]:
    """Each contributor's part of the whole, by the id of the person; all zero means all alike."""
    total = sum(shares.values())
    if total:
        return {person: share / total for person, share in shares.items()}
    return dict.fromkeys(shares, 1 / len(shares)) if shares else {}


def keep_favours(outcome: Outcome) -> None:
    """Bring the help that the contributions are up to date, in the transaction of the caller."""
    contributions = list(outcome.contributions.select_related("contact", "favour").order_by("pk"))
    part = parts({each.contact_id: each.share for each in contributions})
    for each in contributions:
        facts: dict[str, Any] = {
            "on": outcome.on,
            "size": outcome.size,
            "what": outcome.what,
            "share": part[each.contact_id],
            "deleted_at": outcome.deleted_at,
        }
        if each.favour is None:
            each.favour = note_help(each.contact, HelpDirection.RECEIVED, is_kept=True, **facts)
            each.save(update_fields=["favour"])
        elif any(getattr(each.favour, name) != value for name, value in facts.items()):
            revise_help(each.favour, **facts)


def _settle(outcome: Outcome) -> None:
    keep_favours(outcome)
    OUTCOMES.index([outcome])


def _name(outcome: Outcome, people: Iterable[Contact]) -> None:
    """Let these be the contributors; the help of those who are none any more leaves for good.

    Who is in the trash cannot be named, and stays: they may come back.
    """
    named = outcome.contributions.select_related("favour", "contact")
    known = {each.contact_id: each for each in named}
    wanted = {each.contact_id: each.contact for each in known.values() if each.contact.deleted_at}
    wanted |= {person.pk: person for person in people}
    for contact_id, gone in known.items():
        if contact_id not in wanted:
            _drop(gone)
    staying = [each.share for contact_id, each in known.items() if contact_id in wanted]
    usual = sum(staying) / len(staying) if staying else 1.0
    Contribution.objects.bulk_create(
        Contribution(outcome=outcome, contact=person, share=usual)
        for contact_id, person in wanted.items()
        if contact_id not in known
    )


def _drop(contribution: Contribution) -> None:
    favour = contribution.favour
    contribution.delete()
    if favour is not None:
        trash_help(favour)  # announces the person
        favour.delete()
