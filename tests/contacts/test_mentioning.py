"""Which rooms speak of a person: every one that has a row about them, and no other."""

import pytest

from accounts.models import User
from contacts.models import Contact, Email, Tag, Tagging
from interactions.models import FollowUp, Introduction, Participant
from strength.models import Rating
from tests.makers import make_contact, make_follow_up, make_interaction, make_rating

pytestmark = pytest.mark.database


def test_nobody_speaks_of_somebody_who_was_only_named(alice: User) -> None:
    assert make_contact(alice, "Ana").mentions == frozenset()


def test_it_names_the_kinds_of_rows_of_every_room(alice: User) -> None:
    ana, ben = make_contact(alice, "Ana"), make_contact(alice, "Ben")
    Email.objects.create(contact=ana, address="ana@example.org")
    Tagging.objects.create(contact=ana, tag=Tag.objects.create(owner=alice, name="climate"))
    make_interaction(alice, ana)
    make_rating(ana, 4)
    make_follow_up(ana)
    make_follow_up(ben)
    assert ana.mentions == {Email, Tagging, Participant, Rating, FollowUp}


def test_it_sees_each_way_to_take_part(alice: User) -> None:
    ana, ben, cem = (make_contact(alice, name) for name in ("Ana", "Ben", "Cem"))
    dee = make_contact(alice, "Dee", introduced_by=cem)
    Introduction.objects.create(
        owner=alice, introducer=ana, first=ben, second=dee, asked_on=alice.today()
    )
    assert ana.mentions == ben.mentions == dee.mentions == {Introduction}
    assert cem.mentions == {Contact}


def test_it_is_as_of_the_first_time_one_asks(alice: User) -> None:
    ana = make_contact(alice, "Ana")
    assert FollowUp not in ana.mentions
    make_follow_up(ana)
    assert FollowUp not in ana.mentions
    assert FollowUp in Contact.objects.get(pk=ana.pk).mentions
