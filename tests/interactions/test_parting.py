"""When somebody is deleted for good."""

import datetime as dt

from django.utils import timezone

from accounts.models import User
from contacts import trash
from contacts.models import Contact, SearchEntry
from interactions import recording
from interactions.models import Interaction
from strength.rescoring import rescore
from tests.makers import make_contact


def test_conversations_with_nobody_else_go_and_the_others_keep_their_weight(alice: User) -> None:
    ana, ben = make_contact(alice, "Ana P"), make_contact(alice, "Ben O")
    alone = recording.record(alice, [ana], alice.today(), subject="Just us")
    dinner = recording.record(alice, [ana, ben], alice.today(), subject="Dinner")
    ben.refresh_from_db()
    before = ben.strength
    Contact.objects.filter(pk=ana.pk).update(deleted_at=timezone.now() - dt.timedelta(days=31))
    assert trash.purge(timezone.now()) == 1
    assert list(Interaction.objects.of(alice)) == [dinner]
    rescore([ben.pk])
    ben.refresh_from_db()
    assert ben.strength == before
    found = SearchEntry.objects.filter(kind="conversation").values_list("target_uid", flat=True)
    assert list(found) == [dinner.uid]
    assert alone.uid not in found
