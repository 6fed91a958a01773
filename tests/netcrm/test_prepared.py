"""A prepared query is written once, and finds what Django would find."""

import datetime as dt
import threading
from typing import Any

import pytest
from django.db import connection, connections
from django.db.models import F, QuerySet
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from contacts.models import Contact
from netcrm.lib.prepared import prepared
from tests.makers import make_contact
from tests.prepared import statement

written: list[str] = []


@prepared
def added(user: User, since: dt.date, until: dt.date) -> QuerySet[Contact]:
    written.append("added")
    return Contact.objects.of(user).filter(added_on__range=(since, until)).order_by("name")[:5]


@prepared
def met(user: User, *, in_circle: str | None) -> QuerySet[Contact, tuple[str, str]]:
    people = Contact.objects.of(user)
    some = people if in_circle is None else people.filter(circle=in_circle)
    return some.order_by("name").values_list("name", "how_met")


@prepared
def by_its_value(how_met: str) -> QuerySet[Contact]:
    return Contact.objects.filter(how_met=how_met) if how_met else Contact.objects.all()


DAY = dt.date(2026, 3, 4)


@pytest.mark.django_db
def test_rows_are_whole_models_of_whoever_asks(alice: User, mallory: User) -> None:
    ana = make_contact(alice, "Ana", added_on=DAY, starred_at=None)
    make_contact(mallory, "Mal", added_on=DAY)
    make_contact(alice, "Ben", added_on=DAY + dt.timedelta(days=1))
    assert added(alice, DAY, DAY) == [ana]
    assert [each.name for each in added(mallory, DAY, DAY)] == ["Mal"]
    found = added(alice, DAY, DAY)[0]
    assert found.__dict__.keys() == Contact.objects.get(pk=ana.pk).__dict__.keys()
    assert (found.uid, found.added_on) == (ana.uid, DAY)


@pytest.mark.django_db
def test_it_is_written_once_and_asked_each_time(alice: User) -> None:
    added(alice, DAY, DAY)
    written.clear()
    with CaptureQueriesContext(connection) as asked:
        for days in range(3):
            list(added.rows((alice, DAY, DAY + dt.timedelta(days=days)), {}))
    assert len(asked) == 3
    assert written == ["added"] * 3  # each by the comparison of tests/conftest.py


@pytest.mark.django_db
def test_each_form_has_a_statement_of_its_own(alice: User) -> None:
    make_contact(alice, "Ana", how_met="At school", circle="close")
    make_contact(alice, "Ben", how_met="At work")
    assert met(alice, in_circle=None) == [("Ana", "At school"), ("Ben", "At work")]
    assert met(alice, in_circle="close") == [("Ana", "At school")]


@pytest.mark.django_db
def test_values_reach_the_database_as_django_sends_them(alice: User) -> None:
    @prepared
    def by(*values: Any) -> QuerySet[Contact]:
        moment, uid, number = values
        return Contact.objects.filter(created_at__lt=moment, uid=uid, strength__gt=number + F("pk"))

    ana = make_contact(alice, "Ana")
    values = (ana.created_at, ana.uid, 3.5)
    assert statement(by.rows(values, {})) == statement(by.build(*values))


@pytest.mark.django_db
def test_what_would_silently_go_wrong_is_refused() -> None:
    with pytest.raises(TypeError, match="by keyword"):
        by_its_value("At work")
    with pytest.raises(TypeError, match="NULL"):
        added(None, DAY, DAY)  # type: ignore[arg-type] # the mistake that is tested


@pytest.mark.django_db(transaction=True)
def test_every_thread_asks_through_its_own_connection(alice: User) -> None:
    make_contact(alice, "Ana", added_on=DAY)
    added(alice, DAY, DAY)
    seen: list[Any] = []

    def ask() -> None:
        try:
            compiler = added.rows((alice, DAY, DAY), {}).query.get_compiler("default")
            names = [each.name for each in added(alice, DAY, DAY)]
            seen.extend((compiler.connection, connections["default"], names))
        finally:
            connections.close_all()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    used, of_thread, names = seen
    assert names == ["Ana"]
    assert used is of_thread
    assert used is not connections["default"]
