"""To whom outcomes of late are owed and whom nobody has thanked, nor promised to."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from accounts.models import User
from contacts.models import Contact
from goals.credits import Credited, credits_of
from goals.models import Outcome, Thanks

LATELY = 14  # days: thanks that come later read as an afterthought; design
MOST = 10  # outcomes


class Owed(NamedTuple):
    outcome: Outcome
    credit: Credited

    @property
    def introduced(self) -> str:
        """Whom they brought, where they did no more than that."""
        return ", ".join(each.name for each in self.credit.introduced)


def unthanked(user: User, day: dt.date) -> Sequence[Owed]:
    """The newest outcome first, of each who did most for it; whoever was once to be thanked for it
    is not asked about again. One query where nothing came about."""
    since = day - dt.timedelta(days=LATELY)
    living = Outcome.objects.of(user).living().filter(on__range=(since, day))
    outcomes = list(living.order_by("-on", "-pk")[:MOST])
    if not outcomes:
        return []
    asked = set(Thanks.objects.filter(outcome__in=outcomes).values_list("outcome", "contact"))
    credited = credits_of(user, outcomes)
    present = _present(user, (each.person.pk for of_one in credited.values() for each in of_one))
    return [
        Owed(outcome, each)
        for outcome in outcomes
        for each in credited.get(outcome.pk, ())
        if each.person.pk in present and (outcome.pk, each.person.pk) not in asked
    ]


def _present(user: User, ids: Iterable[int]) -> set[int]:
    people = Contact.objects.of(user).listed().filter(is_deceased=False, pk__in=list(ids))
    return set(people.values_list("pk", flat=True))
