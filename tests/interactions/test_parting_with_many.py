"""When more people are deleted for good at once than one statement may name."""

import datetime as dt
import sqlite3
from collections.abc import Iterator

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import User
from contacts import trash
from contacts.models import Contact
from goals.models import Aspiration, Need
from interactions.helping import note_help
from interactions.introducing import introduce, take
from interactions.models import Attendance, Help, Interaction, Introduction
from tests.makers import make_contact, make_event, make_interaction

LEAST = 999  # values that Django itself puts into one statement on SQLite


@pytest.fixture
def few_values(db: None) -> Iterator[None]:
    """As where SQLite was built with a low limit; PostgreSQL keeps its own."""
    if connection.vendor != "sqlite":
        yield
        return
    kind = sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER
    connection.ensure_connection()
    usual = connection.connection.setlimit(kind, LEAST + 1)
    yield
    connection.connection.setlimit(kind, usual)


@pytest.mark.usefixtures("few_values")
def test_more_people_than_a_statement_takes_go_with_all_that_was_theirs(alice: User) -> None:
    long_ago = timezone.now() - dt.timedelta(days=31)
    Contact.objects.bulk_create(
        Contact(owner=alice, given=f"G {n}", added_on=long_ago.date(), deleted_at=long_ago)
        for n in range(LEAST + 200)
    )
    ana, ben = make_contact(alice, "Ana P"), make_contact(alice, "Ben O")
    today = alice.today()
    dinner = make_interaction(alice, ana, ben)
    make_interaction(alice, ana)
    take(introduce(alice, (None, ben, ana), today), "made", today)
    note_help(ana, "given", today)
    Attendance.objects.create(event=make_event(alice), contact=ana)
    wish = Aspiration.objects.create(owner=alice, title="Speak abroad")
    Need.objects.create(owner=alice, aspiration=wish, sought="person", person=ana)
    Contact.objects.filter(pk=ana.pk).update(deleted_at=long_ago)
    assert trash.purge(timezone.now()) == LEAST + 201
    assert list(Contact.objects.of(alice).filter(is_self=False)) == [ben]
    assert list(Interaction.objects.of(alice)) == [dinner]
    assert [favour.contact for favour in Help.objects.of(alice)] == [ben]
    for rows in (Introduction.objects, Attendance.objects, Need.objects):
        assert not rows.exists()
