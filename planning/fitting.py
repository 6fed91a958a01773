"""Who meets which need of the active aspirations, for the ranking."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from contacts.kinds import Role, Seniority
from contacts.models import Benefit, Contact, Job, Organisation
from goals.kinds import Sought
from goals.models import Aspiration, Need
from netcrm.lib.folding import fold
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
    people = Contact.objects.of(user).listed().filter(CONDITIONS[Sought(need.sought)](need))
    is_sought = need.sought == Sought.PERSON
    for pk, is_marked in people.values_list("pk", Exists(marked)):
        yield pk, MARKED if is_marked or is_sought else UNMARKED


def _at(**organisation: Any) -> Exists:
    """Works now at an organisation of that description."""
    described = {f"organisation__{name}": value for name, value in organisation.items()}
    return Exists(Job.objects.filter(contact=OuterRef("pk"), is_current=True, **described))


def _written(rows: QuerySet[Any], column: str, need: Need) -> list[str]:
    """How the value of the need is written in that column, case and accents aside."""
    wanted = fold(need.value)
    written = rows.order_by().values_list(column, flat=True).distinct()
    return [value for value in written if value and fold(value) == wanted]


CONDITIONS: Mapping[Sought, Callable[[Need], Q | Exists]] = {
    Sought.INDUSTRY: lambda need: (
        Q(industry__in=_written(Contact.objects.of(need.owner), "industry", need))
        # their own says it better
        | (
            Q(industry="")
            & Q(_at(industry__in=_written(Organisation.objects.of(need.owner), "industry", need)))
        )
    ),
    Sought.ROLE: lambda need: Q(roles__role=need.value),
    Sought.ORGANISATION: lambda need: _at(sort_name=fold(need.value)[:300]),
    Sought.PERSON: lambda need: Q(pk=need.person_id),
    Sought.SENIORITY: lambda need: Q(seniority=need.value),
    Sought.PLACE: lambda need: Q(place__in=_written(Contact.objects.of(need.owner), "place", need)),
    Sought.TAG: lambda need: Q(tags__slug=fold(need.value)[:100]),
}


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
