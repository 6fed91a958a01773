"""Ids as one value find the same rows as a list of them."""

import pytest

from accounts.models import User
from contacts.models import Contact
from netcrm.lib.id_lists import among
from tests.makers import make_contact


@pytest.mark.django_db
def test_it_finds_whom_a_list_finds(alice: User) -> None:
    people = [make_contact(alice, name) for name in ("Ana", "Ben", "Cem")]
    wanted = [people[0].pk, people[2].pk, people[2].pk, people[2].pk + 1000]
    assert set(Contact.objects.filter(pk__in=among(wanted))) == {people[0], people[2]}
    assert not Contact.objects.filter(pk__in=among([])).exists()
    assert Contact.objects.exclude(pk__in=among(wanted)).filter(owner=alice).count() == 1
