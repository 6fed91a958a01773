"""A page asks the database as often for forty rows as for three."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact, Organisation
from goals.models import BrandActivity, Goal, Outcome
from interactions.models import Event, Help, Interaction, Introduction
from tests.house.crowds import (
    add_crowd,
    add_events,
    add_goals,
    add_imports,
    add_introductions,
    add_talks,
)
from tests.house.outcome_samples import OUTCOME_PAGES, add_outcomes
from tests.house.site_map import without_objects
from tests.house.statements import asked
from tests.makers import make_contact

FEW, MANY = 3, 40
# A page may stop asking for what is not there; it may not ask once more a row.
SLACK = 0

Prepared = Callable[[User, int], str]


def person_page(ending: str) -> Prepared:
    """Of one who has met that many people in that many talks."""

    def prepare(owner: User, number: int) -> str:
        people = add_crowd(owner, number)
        add_talks(owner, people[0], people[1:], number)
        add_introductions(people)
        return f"/people/{people[0].uid}/{ending}"

    return prepare


def organisation_page(owner: User, number: int) -> str:
    people = add_crowd(owner, number)
    first = Organisation.objects.of(owner).get(jobs__contact=people[0])
    return f"/people/organisations/{first.uid}/"


def event_page(ending: str) -> Prepared:
    def prepare(owner: User, number: int) -> str:
        event = add_events(owner, add_crowd(owner, number))
        return f"/events/{event.uid}/{ending}"

    return prepare


def import_preview(owner: User, number: int) -> str:
    return f"/import/{add_imports(owner, number).uid}/"


def import_undo(owner: User, number: int) -> str:
    run = add_imports(owner, number)
    type(run).objects.filter(pk=run.pk).update(status="applied", applied_at=timezone.now())
    return f"/import/{run.uid}/undo/"


# Pages that name no object; all but the last after `add_crowd`.
LISTS = (
    "/",
    "/today/more/",
    "/triage/",
    "/people/",
    "/people/?sort=strength",
    "/people/?sort=last",
    "/people/?q=person",
    "/people/?tag=everyone",
    "/people/pick/?q=pers",
    "/people/organisations/",
    "/people/suggest/organisations/?q=comp",
    "/people/suggest/tags/?q=tag",
    "/people/suggest/industries/?q=en",
    "/people/suggest/places/?q=li",
    "/people/?industry=energy&place=lisbon",
    "/people/?organisation=company+1&seniority=senior",
    "/search/?q=person",
    "/conversations/",
    "/trash/",
    "/log/",
    "/events/",
    "/introductions/",
    "/import/",
    "/goals/",
    "/network/",
    "/network/map/",
    "/network/map/list/",
    "/network/ways/?place=lisbon",
    "/network/ways/?q=number",
    "/network/ways/destinations/?q=number",
)


def throw_away(owner: User, people: list[Contact]) -> None:
    """All that happened, and people besides those it happened with: introductions of somebody in
    the trash are not shown."""
    add_goals(owner, len(people))
    add_events(owner, people)
    add_introductions(people)
    add_outcomes(owner, people)
    for model in (Interaction, Event, Help, Introduction, Goal, Outcome, BrandActivity):
        model._default_manager.filter(owner=owner).update(deleted_at=timezone.now())
    alone = [make_contact(owner, f"Gone {at}").pk for at, _ in enumerate(people)]
    Contact.objects.filter(pk__in=alone).update(deleted_at=timezone.now())


# What a list shows besides people and talks, by a word of its address.
MORE: dict[str, Callable[[User, list[Contact]], object]] = {
    "goals": lambda owner, people: add_goals(owner, len(people)),
    "events": add_events,
    "search": add_events,
    "introductions": lambda _owner, people: add_introductions(people),
    "import": lambda owner, people: add_imports(owner, len(people)),
    "trash": throw_away,
}

ALSO = {"goals": {"/"}}  # where else it is shown


def list_page(url: str) -> Prepared:
    def prepare(owner: User, number: int) -> str:
        people = add_crowd(owner, number)
        for word, add in MORE.items():
            if word in url or url in ALSO.get(word, ()):
                add(owner, people)
        return url

    return prepare


PAGES: dict[str, Prepared] = {
    **{url: list_page(url) for url in LISTS},
    "organisation": organisation_page,
    "event": event_page(""),
    "event, people": event_page("people/"),
    "event, review": event_page("review/"),
    "person": person_page(""),
    "person, edited": person_page("edit/"),
    "person, talks": person_page("conversations/"),
    "person, rated": person_page("rate/"),
    **OUTCOME_PAGES,
    "import": import_preview,
    "undo of an import": import_undo,
}
# One form without rows.
ROWLESS = frozenset({
    "accounts:welcome", "accounts:start", "accounts:settings", "accounts:keys",
    "contacts:new", "contacts:oneself",
    "goals:new",
    "goals:new_aspiration", "interactions:new_event", "interactions:new_introduction",
    "healthz", "styleguide",
})  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_it_asks_as_often_for_many_as_for_few(page: str, alice: User, mallory: User) -> None:
    counts = []
    for owner, number in ((alice, FEW), (mallory, MANY)):
        desk = Client()
        desk.force_login(owner)
        counts.append(asked(desk, PAGES[page](owner, number)))
    few, many = counts
    new = [query for query in many if query not in few]
    assert len(many) <= len(few) + SLACK, "\n".join(new)


def test_every_page_with_rows_is_measured(desk: Client) -> None:
    """A new page stands among those measured, or among those that have no rows."""
    measured = {url.partition("?")[0] for url in (*LISTS, *OUTCOME_PAGES)}
    unmeasured = [
        address.name
        for address in without_objects()
        if address.name not in ROWLESS
        and address.url({}) not in measured
        and desk.get(address.url({})).status_code != 405
    ]
    assert not unmeasured
