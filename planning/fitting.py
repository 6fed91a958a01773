"""Who meets which need of the active aspirations, for the ranking."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from accounts.models import User
from contacts.kinds import Role, Seniority
from contacts.models import Benefit, Contact
from goals.fitting import described
from goals.kinds import Sought
from goals.models import Aspiration, Need
from network.coverage import NEGLIGIBLE
from network.models import Snapshot
from network.needs import MARKED, UNMARKED
from planning.candidates import Fit


def fits_of(user: User) -> dict[int, tuple[Fit, ...]]:
    """By the row number of the person; a few queries for each need, however many people fit."""
    active = Aspiration.objects.of(user).active()
    gaps = _gaps(user)
    fits: dict[int, list[Fit]] = defaultdict(list)
    for need in Need.objects.of(user).filter(aspiration__in=active).select_related("owner"):
        name, has_gap = _name(need), gaps.get(str(need.uid), True)
        for contact_id, relevance in _relevant(user, need):
            fits[contact_id].append(Fit(need.importance, relevance, has_gap, name))
    return {contact_id: tuple(each) for contact_id, each in fits.items()}


def _relevant(user: User, need: Need) -> Iterator[tuple[int, float]]:
    """People who fit, and how well: the very person and who is marked with the benefit fully."""
    marked = Benefit.objects.filter(contact=OuterRef("pk"), kind=need.benefit)
    people = Contact.objects.of(user).listed().filter(described(need))
    is_sought = need.sought == Sought.PERSON
    for pk, is_marked in people.values_list("pk", Exists(marked)):
        yield pk, MARKED if is_marked or is_sought else UNMARKED


def _name(need: Need) -> str:
    """As it is told on a card: "Insight: climate"."""
    words = {Sought.ROLE: Role, Sought.SENIORITY: Seniority}.get(Sought(need.sought))
    value = dict(words.choices).get(need.value, need.value) if words else need.value
    kind = need.get_benefit_display()
    return f"{kind}: {value}" if value else str(kind)


def _gaps(user: User) -> dict[str, bool]:
    """Whether each need, by uid, has a gap, as the latest assessment found; unknown ones are left
    out."""
    snapshot = Snapshot.objects.filter(owner=user).first()
    needs = snapshot.findings.get("needs") if snapshot else None
    if not isinstance(needs, dict):
        return {}
    return {
        uid: found["points"] < found["target"] - NEGLIGIBLE
        for uid, found in needs.items()
        if {"points", "target"} <= found.keys()
    }
