"""Signing in, out, and being kept out."""

import re

import pytest
from django.test import Client

from accounts.models import User

RIGHT = {"login": "alice@example.org", "password": "correct horse"}


@pytest.mark.usefixtures("alice")
class TestSigningIn:
    def test_the_right_password_leads_to_where_one_wanted_to_go(self, client: Client) -> None:
        answer = client.post("/account/login/?next=/settings/", {**RIGHT, "next": "/settings/"})
        assert answer.headers["Location"] == "/settings/"

    def test_one_can_type_at_once(self, client: Client) -> None:
        shown = client.get("/account/login/").text
        assert re.search(r'<input[^>]*name="login"[^>]*autofocus', shown)

    def test_a_lost_password_says_what_to_do_without_a_mail_server(self, client: Client) -> None:
        assert "changepassword" in client.get("/account/password/reset/").text
        answer = client.post(
            "/account/password/reset/", {"email": "alice@example.org"}, follow=True
        )
        assert "Look into your mail" in answer.text

    def test_a_wrong_password_keeps_the_address_and_says_so(self, client: Client) -> None:
        answer = client.post("/account/login/", {**RIGHT, "password": "wrong"})
        assert "alice@example.org" in answer.text
        assert "field-error" in answer.text or "notice-alarm" in answer.text

    def test_after_some_wrong_passwords_even_the_right_one_waits(self, client: Client) -> None:
        for _ in range(12):
            client.post("/account/login/", {**RIGHT, "password": "wrong"})
        answer = client.post("/account/login/", RIGHT)
        assert "Location" not in answer.headers

    def test_sign_up_is_offered_nowhere_while_it_is_closed(self, client: Client) -> None:
        assert "/account/signup/" not in client.get("/account/login/").text
        assert "Sign-up is closed" in client.get("/account/signup/").text


def test_signing_out_ends_it(desk: Client) -> None:
    desk.post("/account/logout/")
    assert desk.get("/settings/").headers["Location"].startswith("/account/login/")


@pytest.mark.parametrize(
    "address",
    [
        "/account/password/change/",
        "/account/email/",
        "/account/2fa/",
        "/account/2fa/totp/activate/",
        "/account/2fa/webauthn/",
        "/account/reauthenticate/",
        "/account/logout/",
    ],
)
def test_every_page_of_the_account_is_in_the_house_style(desk: Client, address: str) -> None:
    shown = desk.get(address, follow=True)
    assert shown.status_code == 200
    assert "css/app.css" in shown.text


def test_a_second_factor_can_be_set_up_without_a_mail_server(desk: Client, alice: User) -> None:
    desk.post("/account/reauthenticate/", {"password": "correct horse"})
    assert 'name="code"' in desk.get("/account/2fa/totp/activate/").text
    assert alice.is_active
