"""Which rhythms to slow down where all of them together ask for more than there is time for."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from accounts.models import User
from contacts.kinds import days_between
from contacts.models import Contact
from planning.feasibility import is_feasible, slowed_down
from planning.keeping_up import Pace, with_rhythms
from planning.models import Plan

NAMED = 3  # people of each step that are told by name


class Slower(NamedTuple):
    """People of whom a word every `cadence` days is asked, and how many days would do instead."""

    cadence: int
    instead: int
    people: int
    named: Sequence[Contact]

    @property
    def others(self) -> int:
        return self.people - len(self.named)


def slower_rhythms(user: User, pace: Pace, serving: Collection[int]) -> list[dict[str, Any]]:
    """Steps as the plan stores them, with the first people of each as `contacts`.

    Least important, after the user's own word, is whoever is to be spoken with least often; of
    these the weakest ties. Whoever is `serving` an aspiration comes last.
    """
    if pace.actual is None or is_feasible(pace.demand, pace.actual):
        return []
    rows = [(pk in serving, -days, strength, pk) for pk, days, strength in _rhythms(user)]
    rows.sort()
    order = [pk for *_, pk in rows]
    steps: dict[tuple[int, int], list[int]] = defaultdict(list)
    for each in slowed_down({pk: -less for _, less, _, pk in rows}, order, pace.actual):
        steps[each.cadence, each.instead].append(each.id)
    return [
        {"cadence": cadence, "instead": instead, "people": len(ids), "contacts": ids[:NAMED]}
        for (cadence, instead), ids in steps.items()
    ]


def slower_of(user: User, plan: Plan | None) -> list[Slower]:
    """As the plan has it, for a page. One query."""
    steps = plan.slower if plan else []
    ids = [pk for step in steps for pk in step["contacts"]]
    known = Contact.objects.of(user).listed().only("uid", "name").in_bulk(ids)
    return [
        Slower(
            step["cadence"],
            step["instead"],
            step["people"],
            [known[pk] for pk in step["contacts"] if pk in known],
        )
        for step in steps
    ]


def _rhythms(user: User) -> Iterator[tuple[int, int, float]]:
    columns = ("pk", "circle", "cadence", "cadence_days", "strength")
    for pk, circle, cadence, cadence_days, strength in with_rhythms(user).values_list(*columns):
        days = days_between(circle, cadence, cadence_days)
        if days:
            yield pk, days, strength or 0.0
