"""Whoever is not the owner finds nothing; whoever is not signed in is asked to do so."""

from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from accounts.models import User
from tests.house.site_map import (
    IN_SESSION,
    PUBLIC,
    SAMPLES,
    Address,
    addresses,
    with_objects,
    without_objects,
)
from tests.house.statements import writes

METHODS = ("get", "post")
each = pytest.mark.parametrize("address", with_objects(), ids=lambda a: f"{a.name} {a.path}")


@pytest.fixture(autouse=True)
def deferred_tasks(settings: Settings) -> None:
    """Nothing is worked off: only the answer counts."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def visit(address: Address, owner: User, visitor: Client, method: str) -> HttpResponseBase:
    """The answer to a visitor of something that belongs to `owner`."""
    url = address.url(SAMPLES[address.name](owner))
    answer: HttpResponseBase = getattr(visitor, method)(url)
    return answer


def test_every_address_with_an_object_has_a_sample() -> None:
    named = {address.name for address in with_objects()}
    assert named - set(SAMPLES) == set(), "a new address needs a sample in site_map.py"


def test_every_public_address_is_listed() -> None:
    assert {address.name for address in addresses()} >= PUBLIC - {"styleguide"}


@pytest.mark.parametrize(
    "address",
    [address for address in with_objects() if address.name not in IN_SESSION],
    ids=lambda a: f"{a.name} {a.path}",
)
def test_its_owner_finds_it(address: Address, alice: User, desk: Client) -> None:
    statuses = {visit(address, alice, desk, method).status_code for method in METHODS}
    assert statuses - {404, 405}, f"nobody ever gets to {address.path}: the sample is wrong"


@each
@pytest.mark.parametrize("method", METHODS)
def test_a_stranger_finds_nothing(
    address: Address, method: str, alice: User, mallory: User, desk: Client
) -> None:
    desk.force_login(mallory)
    url = address.url(SAMPLES[address.name](alice))
    with CaptureQueriesContext(connection) as queries:
        answer = getattr(desk, method)(url)
    assert answer.status_code in {404, 405}
    assert not writes(queries)


@each
def test_a_stranger_learns_nothing_from_the_kind_of_refusal(
    address: Address, alice: User, mallory: User, desk: Client
) -> None:
    """What exists and is another's answers like what does not exist at all."""
    desk.force_login(mallory)
    kwargs = SAMPLES[address.name](alice)
    nowhere = {name: uuid4() if "uid" in name else value for name, value in kwargs.items()}
    for method in METHODS:
        answer = getattr(desk, method)(address.url(kwargs))
        missing = getattr(desk, method)(address.url(nowhere))
        assert answer.status_code == missing.status_code


@each
@pytest.mark.parametrize("method", METHODS)
def test_nobody_gets_in_signed_out(
    address: Address, method: str, alice: User, client: Client
) -> None:
    answer = visit(address, alice, client, method)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("address", without_objects(), ids=lambda a: a.name)
def test_pages_ask_for_sign_in_but_for_the_public_ones(
    address: Address, method: str, alice: User, client: Client
) -> None:
    answer = getattr(client, method)(address.url({}))
    sent_to_sign_in = answer.headers.get("Location", "").startswith("/account/login/")
    if address.name in PUBLIC:
        assert answer.status_code in {200, 302, 405, 503}  # no worker, not healthy
    else:
        assert answer.status_code == 302
        assert sent_to_sign_in
