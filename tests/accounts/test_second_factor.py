"""Email addresses, codes and passkeys, as one sets them up in the browser; in the house's words."""

import re
from html import unescape

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.test import Client

from accounts.models import User

FACTORS = "/account/2fa/"
APP = f"{FACTORS}totp/activate/"


@pytest.fixture
def sure(desk: Client) -> Client:
    """Alice, who has just typed her password once more."""
    desk.post("/account/reauthenticate/", {"password": "correct horse"})
    return desk


def text(desk: Client, url: str) -> str:
    page: str = desk.get(url).content.decode()
    return unescape(page)


def code_of(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def set_up_app(desk: Client) -> None:
    found = re.search(r'id="authenticator_secret"[^>]*value="([A-Z2-7]+)"', desk.get(APP).text)
    assert found
    answer = desk.post(APP, {"code": code_of(found[1])}, follow=True)
    assert "<h1>Recovery codes</h1>" in answer.text
    assert Authenticator.objects.filter(type="totp").exists()


def test_one_is_asked_once_more_before_anything_is_changed(desk: Client) -> None:
    asked = desk.get(APP, follow=True)
    assert "Is it you?" in asked.text
    wrong = desk.post("/account/reauthenticate/", {"password": "wrong"})
    assert "That is not your password." in wrong.text


def test_an_authenticator_app_is_set_up_used_and_switched_off(sure: Client, alice: User) -> None:
    assert "That is not the code" in sure.post(APP, {"code": "000000"}).text
    set_up_app(sure)
    page = text(sure, FACTORS)
    assert "On: you are asked for its code" in page
    assert "10 of 10 are left" in page
    client = Client()
    sent = {"login": "alice@example.org", "password": "correct horse"}
    asked = client.post("/account/login/", sent, follow=True)
    assert "And the second factor" in asked.text
    codes = Authenticator.objects.get(user=alice, type="recovery_codes").wrap().get_unused_codes()
    signed_in = client.post(f"{FACTORS}authenticate/", {"code": codes[0]}, follow=True)
    assert "Good to see you." in signed_in.text
    assert "Switch off the authenticator app?" in sure.get(f"{FACTORS}totp/deactivate/").text
    answer = sure.post(f"{FACTORS}totp/deactivate/", follow=True)
    assert "The authenticator app is off." in answer.text


def test_recovery_codes_are_shown_downloaded_and_made_anew(sure: Client) -> None:
    set_up_app(sure)
    shown = sure.get(f"{FACTORS}recovery-codes/").text
    codes = re.findall(r"<li><code>(\w+)</code></li>", shown)
    assert len(codes) == 10
    assert sure.get(f"{FACTORS}recovery-codes/download/").text.split() == codes
    assert "Those you have now stop working." in sure.get(f"{FACTORS}recovery-codes/generate/").text
    anew = sure.post(f"{FACTORS}recovery-codes/generate/", follow=True).text
    assert len(re.findall(r"<li><code>(\w+)</code></li>", anew)) == 10
    assert codes[0] not in anew


def test_passkeys_are_listed_renamed_and_removed(sure: Client, alice: User) -> None:
    added = text(sure, f"{FACTORS}webauthn/add/")
    for said in ("Add a passkey", "What you call it", "My passkey", "without a password"):
        assert said in added
    credential = {"clientExtensionResults": {"credProps": {"rk": True}}}
    key = Authenticator.objects.create(
        user=alice, type="webauthn", data={"name": "My phone", "credential": credential}
    )
    page = text(sure, f"{FACTORS}webauthn/")
    for said in ("My phone", "signs you in by itself", "not used yet"):
        assert said in page
    assert "Rename the passkey" in sure.get(f"{FACTORS}webauthn/keys/{key.pk}/edit/").text
    sure.post(f"{FACTORS}webauthn/keys/{key.pk}/edit/", {"name": "My watch"})
    assert "Remove My watch?" in sure.get(f"{FACTORS}webauthn/keys/{key.pk}/remove/").text
    gone = sure.post(f"{FACTORS}webauthn/keys/{key.pk}/remove/", follow=True)
    assert "The passkey is removed." in gone.text


def test_an_address_is_added_confirmed_chosen_and_removed(desk: Client, alice: User) -> None:
    here, new = "/account/email/", "alice@work.example"
    assert "first choice" in desk.get(here).text
    desk.post("/account/reauthenticate/", {"password": "correct horse"})
    answer = desk.post(here, {"email": new, "action_add": ""}, follow=True)
    assert f"A link to confirm it is on its way to {new}." in answer.text
    letter = mail.outbox[0]
    assert letter.subject == "NetCRM: is this address yours?"
    assert "NetCRM, at " in letter.body
    link = re.search(r"http\S+", str(letter.body))
    assert link
    assert "It is mine" in desk.get(link[0]).text
    assert f"{new} is confirmed." in desk.post(link[0], follow=True).text
    answer = desk.post(here, {"email": new, "action_primary": ""}, follow=True)
    assert "Your first choice is changed." in answer.text
    stays = desk.post(here, {"email": new, "action_remove": ""}, follow=True)
    assert f"{new} stays: it is your first choice." in stays.text
    old = alice.email
    assert (
        f"{old} is removed."
        in desk.post(here, {"email": old, "action_remove": ""}, follow=True).text
    )
    assert EmailAddress.objects.get(user=alice).email == new


def test_a_lost_password_comes_back_by_mail(client: Client, alice: User) -> None:
    client.post("/account/password/reset/", {"email": alice.email})
    letter = mail.outbox[0]
    assert letter.subject == "NetCRM: a new password"
    link = re.search(r"http\S+", str(letter.body))
    assert link
    form = client.get(link[0], follow=True)
    assert "Set it" in form.text
    new = {"password1": "a long walk home", "password2": "a long walk home"}
    done = client.post(form.redirect_chain[-1][0], new, follow=True)
    assert "The new password is set" in done.text
    assert "This link has had its day" in Client().get(link[0], follow=True).text


def test_a_letter_to_nobody_says_that_there_is_no_account(client: Client, alice: User) -> None:
    client.post("/account/password/reset/", {"email": "zoe@example.org"})
    assert mail.outbox[0].subject == "NetCRM: no account under this address"
    assert "zoe@example.org" in str(mail.outbox[0].body)
    assert alice.is_active
