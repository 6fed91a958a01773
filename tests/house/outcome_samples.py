"""Outcomes and brand activity for the house: one of each, or many with long chains."""

from collections.abc import Callable
from typing import Any

from accounts.models import User
from contacts.models import Contact
from goals.brand import record_activity
from goals.outcomes import record_outcome
from interactions.models import Introduction
from tests.house.crowds import add_crowd
from tests.makers import make_contact

Kwargs = dict[str, Any]

OUTCOME_VIEWS = (
    *("goals:outcome", "goals:edit_outcome", "goals:shares", "goals:thank"),
    *("goals:need_no_thanks", "goals:ask_thanks"),
    *("goals:delete_outcome", "goals:restore_outcome"),
)
ACTIVITY_VIEWS = (
    *("goals:brand_activity", "goals:edit_brand_activity", "goals:said"),
    *("goals:delete_brand_activity", "goals:restore_brand_activity"),
)


def outcome(owner: User) -> Kwargs:
    who = make_contact(owner, "Ana Pereira")
    facts = {"what": "A client", "kind": "referral", "on": owner.today()}
    return {"uid": record_outcome(owner, [who], **facts).uid, "person": who.uid}


def activity(owner: User) -> Kwargs:
    facts = {"title": "A talk", "kind": "talk", "on": owner.today()}
    return {"uid": record_activity(owner, [make_contact(owner)], **facts).uid}


def add_outcomes(owner: User, people: list[Contact]) -> Contact:
    """Two people for each outcome and activity; everyone was introduced by the one returned, who
    was introduced by somebody else."""
    me, _ = Contact.objects.get_or_create(owner=owner, is_self=True)
    today = owner.today()
    ann = make_contact(owner, "Ann Berg", introduced_by=make_contact(owner, "Zoe Lind"))
    for at, person in enumerate(people):
        Contact.objects.filter(pk=person.pk).update(introduced_by=ann)
        Introduction.objects.create(
            owner=owner, introducer=ann, first=me, second=person, asked_on=today, made_on=today
        )
        named = [person, people[at - 1]]
        record_outcome(owner, named, what=f"Client {at}", kind="insight", on=today, size="large")
        record_activity(owner, named, title=f"Talk {at}", kind="talk", on=today)
    return ann


def outcome_page(owner: User, number: int) -> str:
    people = add_crowd(owner, number)
    add_outcomes(owner, people[:2])
    facts = {"what": "A client", "kind": "referral", "on": owner.today()}
    return record_outcome(owner, people, **facts).get_absolute_url()


def brand_page(owner: User, number: int) -> str:
    facts = {"title": "A talk", "kind": "talk", "on": owner.today()}
    return record_activity(owner, add_crowd(owner, number), **facts).get_absolute_url()


def introducer_page(owner: User, number: int) -> str:
    return add_outcomes(owner, add_crowd(owner, number)).get_absolute_url()


def list_page(url: str) -> Callable[[User, int], str]:
    def prepare(owner: User, number: int) -> str:
        add_outcomes(owner, add_crowd(owner, number))
        return url

    return prepare


LISTS = ("/outcomes/", "/outcomes/new/", "/brand/", "/brand/new/")
OUTCOME_PAGES: dict[str, Callable[[User, int], str]] = {
    **{url: list_page(url) for url in LISTS},
    "outcome": outcome_page,
    "brand activity": brand_page,
    "person, outcomes": introducer_page,
}
