"""Sessions and their users, which every request asks for."""

import datetime as dt

from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from accounts.models import User


def test_a_session_that_is_over_signs_nobody_in(desk: Client) -> None:
    assert desk.get("/people/").status_code == 200
    Session.objects.update(expire_date=timezone.now() - dt.timedelta(seconds=1))
    assert desk.get("/people/").status_code == 302


def test_somebody_who_was_locked_out_is_no_longer_signed_in(desk: Client, alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(is_active=False)
    assert desk.get("/people/").status_code == 302


def test_somebody_who_was_deleted_is_no_longer_signed_in(desk: Client, alice: User) -> None:
    User.objects.filter(pk=alice.pk).delete()
    assert desk.get("/people/").status_code == 302
