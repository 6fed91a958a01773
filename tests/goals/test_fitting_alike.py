"""Whom a need describes is the same for its page, for Today and for the assessment."""

import pytest

from accounts.models import User
from contacts.models import Contact, Job, Organisation, Tag
from goals.fitting import confirm, people_for
from goals.models import Aspiration, Need
from network.assessing import assess
from network.findings import engine_need
from network.gathering import gather
from planning.fitting import fits_of
from tests.makers import make_contact

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(alice: User) -> dict[str, Contact]:
    """Two at Lumen, of whom one says of himself something else than it does."""
    lumen = Organisation.objects.create(
        owner=alice, name="Lumen Énergie", place="Lisbon", industry="Énergie"
    )
    policy = Tag.objects.create(owner=alice, name="Politique Énergétique")
    facts = {"strength": 60, "circle": "close"}
    ana = make_contact(alice, "Ana", **facts)
    ben = make_contact(alice, "Ben", industry="Chess", place="Porto", **facts)
    cem = make_contact(alice, "Cem", industry="ÉNERGIE", place="LISBON", **facts)
    dee = make_contact(alice, "Dee", seniority="director", **facts)
    for each in (ana, ben):
        Job.objects.create(contact=each, organisation=lumen)
    Job.objects.create(contact=dee, organisation=lumen, is_current=False)
    dee.roles.create(role="mentor")
    ben.taggings.create(tag=policy)
    return {each.name: each for each in (ana, ben, cem, dee)}


@pytest.mark.parametrize(
    ("sought", "value", "names"),
    [
        ("industry", "energie", {"Ana", "Cem"}),
        ("place", "lisbon", {"Ana", "Cem"}),
        ("place", "PORTO", {"Ben"}),
        ("organisation", "lumen energie", {"Ana", "Ben"}),
        ("tag", "politique energetique", {"Ben"}),
        ("role", "mentor", {"Dee"}),
        ("seniority", "director", {"Dee"}),
        ("seniority", "executive", set()),
        ("person", "", {"Cem"}),
    ],
)
def test_the_same_people_fit(
    alice: User, people: dict[str, Contact], sought: str, value: str, names: set[str]
) -> None:
    wish = Aspiration.objects.create(owner=alice, kind="clients", title="Clients")
    facts = {"person": people["Cem"]} if sought == "person" else {"value": value}
    need = Need.objects.create(
        owner=alice, aspiration=wish, sought=sought, benefit="insight", **facts
    )
    [coverage] = assess([engine_need(need)], gather(alice).people).needs
    name_of = {str(each.uid): each.name for each in people.values()}
    assert {name_of[part.person.uid] for part in coverage.parts} == names
    assert {each.name for each in people.values() if each.pk in fits_of(alice)} == names
    assert {each.name for each in people_for(need)} == names
    assert confirm(need, [each.uid for each in people.values()]) == len(names)
