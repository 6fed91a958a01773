"""The one place of a day for a dormant strong tie goes to the one most worth waking."""

from collections.abc import Mapping, Sequence

from django.db.models import Avg

from accounts.models import User
from contacts.models import Contact
from network.findings import REDUNDANCY
from network.models import Snapshot
from planning.ranking import OTHER, Ranked
from planning.reconnecting import Dormant, by_worth
from strength.models import Rating
from strength.weights import STRONG_FROM

LOWEST_STEP, HIGHEST_STEP = 1, 5  # of a rating


def by_turn(user: User, ranking: Sequence[Ranked[int]]) -> list[Ranked[int]]:
    """The places that reconnections of the third tier hold, given to them by their worth."""
    waking = {each.id: each for each in ranking if _is_waking(each)}
    if len(waking) < 2:
        return list(ranking)
    trusts, overlaps = _trusts(user), _redundancies(user)
    order = iter(by_worth(_dormant(each, trusts, overlaps) for each in waking.values()))
    return [waking[next(order).id] if each.id in waking else each for each in ranking]


def _is_waking(ranked: Ranked[int]) -> bool:
    return ranked.tier == OTHER and ranked.candidate.is_reconnection


def _dormant(
    ranked: Ranked[int], trusts: Mapping[int, float], overlaps: Mapping[int, float]
) -> Dormant[int]:
    fit = ranked.candidate.best_fit
    return Dormant(
        ranked.id,
        trusts.get(ranked.id),
        redundancy=overlaps.get(ranked.id, 0.0),
        fit=fit.share if fit else 0.0,
    )


def _trusts(user: User) -> Mapping[int, float]:
    """Mean answers to the first question, from 0 to 1, of those who were strong ties."""
    answers = Rating.objects.of(user).living().filter(trust__isnull=False)
    strong = answers.filter(contact__strength_at_last_contact__gte=STRONG_FROM)
    means = strong.values_list("contact_id").annotate(Avg("trust")).order_by()
    return {pk: (mean - LOWEST_STEP) / (HIGHEST_STEP - LOWEST_STEP) for pk, mean in means}


def _redundancies(user: User) -> Mapping[int, float]:
    """As the latest assessment found them: they take the whole network to compute."""
    snapshot = Snapshot.objects.filter(owner=user).first()
    found = snapshot.findings.get(REDUNDANCY, {}) if snapshot else {}
    strong = Contact.objects.of(user).filter(strength_at_last_contact__gte=STRONG_FROM)
    people = strong.values_list("pk", "uid").order_by() if found else ()
    return {pk: found[str(uid)] for pk, uid in people if str(uid) in found}
