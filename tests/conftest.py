"""Fixtures that every test may ask for: alice owns, mallory is the stranger."""

import pytest
from django.test import Client

from accounts.models import User
from tests.makers import make_user


@pytest.fixture
def alice(db: None) -> User:
    return make_user("alice@example.org", name="Alice")


@pytest.fixture
def mallory(db: None) -> User:
    return make_user("mallory@example.org", name="Mallory")


@pytest.fixture
def desk(alice: User) -> Client:
    """A browser in which Alice is signed in."""
    client = Client()
    client.force_login(alice)
    return client
