"""The stored assessment: asked for when something changes, computed by the worker."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from contacts.models import Organisation
from goals.models import Aspiration, Need
from netcrm.lib.prepared import prepared
from network.findings import Findings, findings_of
from network.gathering import gather
from network.models import Snapshot
from network.quarters import keep
from network.signals import network_assessed


def ask(owner: User) -> None:
    """One small write, in the transaction of what changed."""
    mine = Snapshot.objects.filter(owner=owner)
    asked = {"asked_at": timezone.now(), "changes": F("changes") + 1}
    if not mine.update(**asked):
        Snapshot.objects.get_or_create(owner=owner)
        mine.update(**asked)


def assess_now(owner: User) -> tuple[dt.date, Findings]:
    """As of the owner's today; writes nothing."""
    known = gather(owner)
    return known.as_of, findings_of(known, wanted(owner))


def wanted(owner: User) -> Iterable[Need]:
    """What the active aspirations need."""
    needs = Need.objects.of(owner).filter(aspiration__in=Aspiration.objects.of(owner).active())
    return needs.select_related("aspiration", "person")


def compute(owner: User) -> None:
    """What changes meanwhile stays asked for: it may have come too late to be seen."""
    seen = Snapshot.objects.get_or_create(owner=owner)[0].changes
    began = timezone.now()
    as_of, findings = assess_now(owner)
    mine = Snapshot.objects.filter(owner=owner)
    with transaction.atomic():
        mine.update(as_of=as_of, computed_at=began, findings=findings)
        mine.filter(changes=seen).update(asked_at=None)
        keep(owner, as_of, findings)
        network_assessed.send(sender=Snapshot, owner=owner)


def users_to_assess() -> list[tuple[int]]:
    """Whose assessment is missing, asked for, of an earlier day, or older than what they want.

    A new day waits for its strengths, which strength.tasks brings up to date first.
    """
    snapshots = Snapshot.objects.select_related("owner").filter(owner__is_active=True)
    due = [each.owner.pk for each in snapshots.annotate(is_behind=_behind()) if _is_due(each)]
    unknown = User.objects.filter(is_active=True).exclude(
        pk__in=Snapshot.objects.values("owner_id")
    )
    return [(pk,) for pk in sorted({*due, *unknown.values_list("pk", flat=True)})]


def _is_due(snapshot: Snapshot) -> bool:
    if snapshot.asked_at or snapshot.is_behind or snapshot.as_of is None:  # type: ignore[attr-defined] # annotated
        return True
    today, strengths_as_of = snapshot.owner.today(), snapshot.owner.strength_as_of
    return snapshot.as_of < today and strengths_as_of is not None and strengths_as_of >= today


def is_behind(snapshot: Snapshot) -> bool:
    """Whether what is wanted changed after it was computed."""
    return bool(_if_behind(snapshot.pk))


@prepared
def _if_behind(snapshot_id: int) -> QuerySet[Snapshot, int]:
    return Snapshot.objects.filter(_behind(), pk=snapshot_id).values_list("pk", flat=True)


def _behind() -> Q:
    """Newer by the clock, so that a page knows at once; what was written before the assessment and
    committed after it has asked for another one all the same."""
    newer = {"owner": OuterRef("owner"), "updated_at__gt": OuterRef("computed_at")}
    found = Q()
    for rows in (Need.with_trashed, Aspiration.objects, Organisation.objects):
        found |= Q(Exists(rows.filter(**newer)))
    return found
