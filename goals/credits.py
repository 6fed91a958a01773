"""Outcomes with who is to be thanked for them, as pages show it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext

from accounts.models import User
from contacts.models import Contact
from goals.crediting import SIZES, Credit, credited
from goals.introducing import links_above, self_id
from goals.models import Contribution, Outcome


@dataclass(frozen=True, slots=True)
class Credited:
    """One person's part of one outcome."""

    person: Contact
    amount: float
    share: float
    has_contributed: bool
    introduced: tuple[Contact, ...]

    @property
    def percent(self) -> float:
        return self.share * 100

    @property
    def part(self) -> str:
        """What it is for, in words."""
        names = " · ".join(each.name for each in self.introduced)
        if not names:
            return gettext("contributed")
        said = gettext("introduced you to %(names)s") % {"names": names}
        return (
            gettext("contributed, and %(said)s") % {"said": said} if self.has_contributed else said
        )


def credits_of(user: User, outcomes: Sequence[Outcome]) -> dict[int, list[Credited]]:
    """By the id of the outcome, most first; the same number of questions for any number of them."""
    shares = _shares(outcomes)
    me = self_id(user)
    links = links_above(user, {person for each in shares.values() for person in each}, me)
    found = {
        each.pk: credited(SIZES[each.size], shares[each.pk], links, each.on, me)
        for each in outcomes
        if each.pk in shares
    }
    people = _people(user, found)
    return {outcome: [_named(each, people) for each in found[outcome]] for outcome in found}


def _shares(outcomes: Sequence[Outcome]) -> dict[int, dict[int, float]]:
    shares: dict[int, dict[int, float]] = defaultdict(dict)
    rows = Contribution.objects.filter(outcome__in=[each.pk for each in outcomes])
    for outcome, person, share in rows.values_list("outcome", "contact", "share"):
        shares[outcome][person] = share
    return dict(shares)


def _people(user: User, found: Mapping[int, Sequence[Credit[int]]]) -> dict[int, Contact]:
    every = [each for of_one in found.values() for each in of_one]
    ids = {each.person for each in every}.union(*(each.introduced for each in every))
    known = Contact.objects.of(user).filter(Q(pk__in=ids))
    return known.only("pk", "uid", "name", "photo", "given", "deleted_at").in_bulk()


def _named(credit: Credit[int], people: Mapping[int, Contact]) -> Credited:
    return Credited(
        people[credit.person],
        credit.amount,
        credit.share,
        credit.contributed > 0,
        tuple(people[each] for each in credit.introduced),
    )
