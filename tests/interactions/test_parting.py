"""When somebody is deleted for good."""

import datetime as dt

from django.utils import timezone

from accounts.models import User
from contacts import trash
from contacts.models import Contact, SearchEntry
from interactions import recording
from interactions.eventing import trash_event
from interactions.helping import note_help, trash_help
from interactions.introducing import introduce, take, trash_introduction
from interactions.models import Event, Help, Interaction, Introduction
from interactions.trash import purge
from strength.rescoring import rescore
from tests.makers import make_contact, make_event


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


def test_help_by_an_introduction_stays_with_whoever_stays(alice: User) -> None:
    ana, ben = make_contact(alice, "Ana P"), make_contact(alice, "Ben O")
    today = alice.today()
    take(introduce(alice, (None, ana, ben), today), "made", today)
    ana.refresh_from_db()
    before = ana.sum_given
    Contact.objects.filter(pk=ben.pk).update(deleted_at=timezone.now() - dt.timedelta(days=31))
    trash.purge(timezone.now())
    assert not Introduction.objects.exists()
    assert Help.objects.get().what == "Introduced to Ben O"
    rescore([ana.pk])
    ana.refresh_from_db()
    assert ana.sum_given == before > 0


def test_events_help_and_introductions_leave_the_trash_after_thirty_days(alice: User) -> None:
    ana, ben = make_contact(alice, "Ana P"), make_contact(alice, "Ben O")
    event = make_event(alice)
    favour = note_help(ana, "given", alice.today())
    introduction = introduce(alice, (None, ana, ben), alice.today())
    trash_help(favour)
    trash_event(event)
    trash_introduction(introduction)
    kept = timezone.now() + dt.timedelta(days=29)
    assert purge(kept) == 0
    assert purge(kept + dt.timedelta(days=2)) == 3
    assert not Event.objects.exists()
    assert Contact.objects.filter(is_self=False).count() == 2
