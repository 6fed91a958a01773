"""Who is worth a word, as the plan stored it: pages only read it, and put it into words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from contacts.models import Contact
from netcrm.lib.prepared import prepared
from planning.feasibility import is_feasible
from planning.models import Card, Plan
from planning.ranking import UNANSWERED_SHARE
from planning.shortlisting import LARGEST_SIZE
from planning.wording import part_lines, phrases


@dataclass(frozen=True, slots=True)
class Word:
    """A person worth a word, and why."""

    person: Contact
    phrases: Sequence[str]
    parts: Sequence[tuple[str, str]]
    unanswered: int
    is_for_a_day: bool  # a birthday or the like is among the reasons

    @property
    def unanswered_percent(self) -> int:
        """What is left of the points after so many messages without a reply."""
        return round(100 * UNANSWERED_SHARE**self.unanswered)


@dataclass(frozen=True, slots=True)
class Worth:
    """The cards of a day, or those behind them."""

    words: Sequence[Word] = ()
    further: int = 0
    plan: Plan | None = field(default=None, repr=False)

    @property
    def is_known(self) -> bool:
        """Whether a plan was ever drawn up."""
        return self.plan is not None and self.plan.computed_at is not None

    @property
    def asks_too_much(self) -> bool:
        """Whether the rhythms ask for more than there is time for, as far as that is known."""
        plan = self.plan
        if plan is None or plan.weekly_demand is None or plan.weekly_actual is None:
            return False
        return not is_feasible(plan.weekly_demand, plan.weekly_actual)


def cards_of(user: User, today: dt.date) -> Worth:
    """Two queries."""
    plan = _plan.first(user)
    words = [
        word(card.contact, {"reasons": card.reasons, "parts": card.parts}, today)
        for card in _cards(user)
    ]
    return Worth(words, plan.further if plan else 0, plan)


@prepared
def _plan(user: User) -> QuerySet[Plan]:
    return Plan.objects.filter(owner=user)


@prepared
def _cards(user: User) -> QuerySet[Card]:
    # spelt out, since a subquery of all people would be run through first
    present = {
        "contact__deleted_at": None,
        "contact__archived_at": None,
        "contact__is_self": False,
        "contact__is_deceased": False,
    }
    cards = Card.objects.of(user).open().filter(**present).select_related("contact")
    return cards.order_by("pk")[:LARGEST_SIZE]


def rest_of(user: User, today: dt.date) -> Worth:
    """Those behind the cards, as far as nobody settled them since. Three queries."""
    plan = _plan.first(user)
    if plan is None or plan.computed_at is None:
        return Worth(plan=plan)
    told = {each["contact"]: each for each in plan.rest}
    listed = Contact.objects.of(user).listed().filter(is_deceased=False)
    people = {person.pk: person for person in listed.filter(pk__in=told)}
    since = Card.objects.of(user).filter(contact__in=people, updated_at__gte=plan.computed_at)
    settled = set(since.values_list("contact_id", flat=True))
    words = [
        word(people[pk], each, today)
        for pk, each in told.items()
        if pk in people and pk not in settled
    ]
    return Worth(words, plan.further, plan)


def word(person: Contact, told: dict[str, Any], today: dt.date) -> Word:
    reasons, parts = told["reasons"], told["parts"]
    return Word(
        person,
        phrases(reasons, today),
        list(part_lines(parts)),
        parts.get("unanswered", 0),
        is_for_a_day=any(reason["code"] == "date" for reason in reasons),
    )
