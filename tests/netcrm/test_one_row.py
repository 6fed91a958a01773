"""Rows found without the query builder are the rows that it finds."""

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.db import models
from django.forms.models import model_to_dict
from django.test import Client
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from netcrm.lib.one_row import one_row
from tests.makers import make_contact


def all_of(row: models.Model) -> dict[str, object]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


@pytest.mark.django_db
def test_it_is_the_same_row_with_the_same_types(alice: User, desk: Client) -> None:
    ana = make_contact(alice, photo="a.jpg", starred_at=timezone.now(), met_on="2019-05")
    for model, column, value in (
        (User, "id", alice.pk),
        (Contact, "uid", ana.uid),
        (Session, "session_key", desk.session.session_key),
    ):
        found = one_row(model, column, value)
        assert found is not None
        known = model._default_manager.get(**{column: value})
        assert all_of(found) == all_of(known)
        assert model_to_dict(found) == model_to_dict(known)
        assert found._state.adding is False


@pytest.mark.django_db
def test_nobody_is_none(alice: User) -> None:
    assert one_row(User, "id", alice.pk + 1) is None


def test_a_session_that_is_over_signs_nobody_in(desk: Client) -> None:
    assert desk.get("/people/").status_code == 200
    Session.objects.update(expire_date=timezone.now() - dt.timedelta(seconds=1))
    assert desk.get("/people/").status_code == 302


def test_somebody_who_was_locked_out_is_no_longer_signed_in(desk: Client, alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(is_active=False)
    assert desk.get("/people/").status_code == 302
