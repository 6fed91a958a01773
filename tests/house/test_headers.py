"""What every page sends beside itself, and that looking at one changes nothing."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from tests.house.site_map import SAMPLES, Address, addresses
from tests.house.statements import writes

each = pytest.mark.parametrize("address", list(addresses()), ids=lambda a: f"{a.name} {a.path}")
STRICT = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def url_of(address: Address, owner: User) -> str:
    return address.url(SAMPLES[address.name](owner) if address.parameters else {})


def policy_of(header: str) -> dict[str, str]:
    parts = (directive.strip().partition(" ") for directive in header.split(";"))
    return {name: value for name, _, value in parts if name}


@each
def test_looking_changes_nothing(address: Address, alice: User, desk: Client) -> None:
    url = url_of(address, alice)
    with CaptureQueriesContext(connection) as queries:
        answer = desk.get(url)
    assert answer.status_code < 500 or address.name == "healthz"  # no worker, not healthy
    assert not writes(queries)


@each
def test_the_content_security_policy_is_strict(address: Address, alice: User, desk: Client) -> None:
    answer = desk.get(url_of(address, alice))
    policy = policy_of(answer.headers["Content-Security-Policy"])
    assert {name: policy.get(name) for name in STRICT} == STRICT
    assert re.fullmatch(r"'self'( 'nonce-[\w+/=-]+')?", policy["script-src"])
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


@each
def test_no_page_is_framed_guessed_or_told_elsewhere(
    address: Address, alice: User, desk: Client
) -> None:
    answer = desk.get(url_of(address, alice))
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_sign_in_is_as_strict(alice: User, client: Client) -> None:
    for url in ("/account/login/", "/account/password/reset/"):
        policy = policy_of(client.get(url).headers["Content-Security-Policy"])
        assert {name: policy.get(name) for name in STRICT} == STRICT
