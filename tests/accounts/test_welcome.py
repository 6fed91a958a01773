"""The first visitor becomes the owner; nobody after."""

import threading

import pytest
from django.db import connection
from django.test import Client

from accounts.founding import AlreadyFounded, found
from accounts.models import User
from netcrm.lib.setup_code import setup_code

ANSWERS = {
    "email": "Ana@Example.org",
    "password": "a long enough phrase",
    "name": "Ana",
    "time_zone": "Europe/Lisbon",
}


@pytest.fixture
def client() -> Client:
    """A browser on this very machine."""
    return Client(SERVER_NAME="localhost")


@pytest.mark.django_db
class TestOnThisMachine:
    def test_every_page_of_a_fresh_installation_leads_to_the_welcome_page(
        self, client: Client
    ) -> None:
        for address in ("/", "/people/", "/account/login/"):
            assert client.get(address).headers["Location"] == "/welcome/"

    def test_the_focus_is_on_the_first_question_then_on_the_first_error(
        self, client: Client
    ) -> None:
        assert client.get("/welcome/").text.count("autofocus") == 1
        refused = client.post("/welcome/", {**ANSWERS, "password": "short"}).text
        assert refused.count("autofocus") == 1
        assert "autofocus" in refused.partition('name="password"')[2].partition(">")[0]

    def test_the_first_visitor_owns_it_and_is_signed_in_with_their_own_habits(
        self, client: Client
    ) -> None:
        answer = client.post("/welcome/", ANSWERS, headers={"Accept-Language": "en-US,en;q=0.8"})
        assert answer.headers["Location"] == "/start/"
        ana = User.objects.get()
        assert ana.is_installation_owner
        assert ana.email == "ana@example.org"
        assert (ana.time_zone, ana.phone_country, ana.week_start) == ("Europe/Lisbon", "US", 6)
        assert client.get("/settings/").status_code == 200

    def test_a_second_visitor_finds_it_closed(self, client: Client, alice: User) -> None:
        assert client.get("/welcome/").headers["Location"] == "/"
        client.post("/welcome/", ANSWERS)
        assert list(User.objects.all()) == [alice]
        assert b"password1" not in client.get("/account/signup/").content

    @pytest.mark.usefixtures("alice")
    def test_an_operator_can_open_sign_up(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("accounts.adapter.AccountAdapter.is_open_for_signup", lambda *_: True)
        answer = client.post(
            "/account/signup/",
            {
                "email": "ben@example.org",
                "password1": "a long enough phrase",
                "time_zone": "Europe/Lisbon",
            },
            headers={"Accept-Language": "de-AT"},
        )
        assert answer.headers["Location"] == "/start/"
        ben = User.objects.get(email="ben@example.org")
        assert not ben.is_installation_owner
        assert (ben.time_zone, ben.phone_country) == ("Europe/Lisbon", "AT")

    def test_a_form_that_fails_keeps_what_was_typed(self, client: Client) -> None:
        answer = client.post("/welcome/", {**ANSWERS, "password": "123"})
        assert answer.status_code == 422
        assert "Ana@Example.org" in answer.text
        assert not User.objects.exists()

    def test_a_time_zone_that_nobody_knows_counts_as_none(self, client: Client) -> None:
        client.post("/welcome/", {**ANSWERS, "time_zone": "Mars/Olympus"})
        assert User.objects.get().time_zone == "UTC"


@pytest.mark.django_db
class TestFromElsewhere:
    def test_the_code_in_the_log_is_asked_for(self, client: Client) -> None:
        assert 'name="setup_code"' in client.get("/welcome/", REMOTE_ADDR="192.0.2.7").text
        wrong = client.post("/welcome/", {**ANSWERS, "setup_code": "abc"}, REMOTE_ADDR="192.0.2.7")
        assert wrong.status_code == 422
        assert not User.objects.exists()
        client.post("/welcome/", {**ANSWERS, "setup_code": setup_code()}, REMOTE_ADDR="192.0.2.7")
        assert User.objects.get().is_installation_owner


@pytest.mark.django_db(transaction=True)
def test_of_two_first_visitors_at_once_one_becomes_the_owner() -> None:
    turned_away: list[str] = []

    def visit(email: str) -> None:
        try:
            found(email, "a long enough phrase")
        except AlreadyFounded:
            turned_away.append(email)
        finally:
            connection.close()

    visitors = [threading.Thread(target=visit, args=(f"v{n}@example.org",)) for n in range(4)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert User.objects.count() == 1
    assert len(turned_away) == 3
